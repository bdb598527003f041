namespace ImapAsync.Tests;

/// <summary>Reads the commands that the client writes.</summary>
internal sealed class CommandLine
{
    private readonly Dictionary<string, Items> _known = [];

    public Asked Read(string line, Question question, ModelMailbox mailbox)
    {
        string[] words = line.Split(' ', 4);
        bool byUid = words[1] == "UID";
        if (byUid)
            words = [words[0], .. line.Split(' ', 5)[2..]];
        Assert.Equal(question.ByUid, byUid);
        if (words[1] is "SEARCH" or "SORT")
            return new Asked(words[0], question, new NumberText("1:*", 1), Items.None);

        uint highest = byUid ? mailbox.Messages.Count == 0 ? 0 : mailbox.Messages[^1].Uid : (uint)mailbox.Count;
        NumberText set = new(words[2], highest);
        return new Asked(words[0], question, set, words[1] == "STORE" ? Stored(question) : ItemsIn(words[3]));
    }

    private static Items Stored(Question question) => question.IsSilent ? Items.ModSequence : Items.Changeable;

    private Items ItemsIn(string text)
    {
        if (_known.TryGetValue(text, out Items items))
            return items;
        string padded = text.Replace('(', ' ').Replace(')', ' ') + " ";
        foreach (ItemKind kind in ItemTable.All)
        {
            if (padded.Contains($" {kind.Written.Replace('(', ' ').Replace(')', ' ')} ", StringComparison.Ordinal))
                items |= kind.Item;
        }

        if (text.Contains("CHANGEDSINCE", StringComparison.Ordinal))
            items |= Items.ModSequence;
        if (_known.Count < 10_000)
            _known.Add(text, items);
        return items;
    }
}
