using System.Globalization;

namespace ImapAsync.Tests;

/// <summary>Creates random questions about a mailbox.</summary>
internal sealed class QuestionMaker(ScriptRandom random, ModelMailbox mailbox)
{
    private static readonly Items[] AllItems = [.. ItemTable.All.Select(static kind => kind.Item)];

    public List<Question> Make()
    {
        int count = random.Below(10) switch { < 5 => 1, < 9 => 2, _ => 3 };
        List<Question> questions = [];
        while (questions.Count < count)
            questions.Add(MakeOne(questions.Count, isAlone: count == 1));
        return questions;
    }

    private Question MakeOne(int bit, bool isAlone)
    {
        Verb verb = random.Below(100) switch { < 62 => Verb.Fetch, < 82 => Verb.Store, < 88 => Verb.Search, < 92 => Verb.Sort, _ => Verb.Sync };
        bool byUid = verb == Verb.Sync || random.Percent(65);
        Form form = (Form)random.Below(isAlone && verb == Verb.Fetch ? 3 : 2);
        string set = MakeSet(byUid);
        // Vanished messages are not reported for the last message alone.
        if (verb == Verb.Sync && set == "*")
            set = "1:*";
        return new Question(verb, byUid, set, MakeItems(), form, bit) { IsSilent = verb == Verb.Store && random.Percent(30) };
    }

    private Items MakeItems()
    {
        Items items = Items.None;
        for (int i = 1 + random.Below(4); i > 0; i--)
            items |= random.Percent(25) ? Items.Flags : random.Pick(AllItems);
        return items;
    }

    private string MakeSet(bool byUid)
    {
        uint[] there = byUid ? [.. mailbox.Messages.Select(static message => message.Uid)] : [.. Enumerable.Range(1, mailbox.Count).Select(static n => (uint)n)];
        uint one = there.Length == 0 ? 1 : random.Pick(there);
        uint other = there.Length == 0 ? 1 : random.Pick(there);
        return random.Below(20) switch
        {
            0 => "1:*",
            1 => $"{one}:*",
            2 => "*",
            < 8 => $"{Math.Min(one, other)}:{Math.Max(one, other)}",
            < 11 => one.ToString(CultureInfo.InvariantCulture),
            12 => $"{one}:{one + 20}",
            _ => Some(there, one),
        };
    }

    private string Some(uint[] there, uint atLeast)
    {
        List<uint> chosen = [.. there.Where(number => number == atLeast || random.Percent(50))];
        return chosen.Count == 0 ? $"{atLeast}" : string.Join(',', chosen);
    }
}
