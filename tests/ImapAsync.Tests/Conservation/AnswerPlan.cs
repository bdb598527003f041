namespace ImapAsync.Tests;

/// <summary>What is sent in answer to a command: in one response for each message or in several, with items left out, added and repeated.</summary>
internal sealed class AnswerPlan(ScriptRandom random, ModelMailbox mailbox)
{
    private const Items Small = Items.Flags | Items.ModSequence | Items.InternalDate | Items.Size | Items.GmailId | Items.EmailId | Items.Preview;

    private static readonly Items[] AllItems = [.. ItemTable.All.Select(static kind => kind.Item)];

    public void Fill(Asked asked)
    {
        switch (asked.Question.Verb)
        {
            case Verb.Search or Verb.Sort:
                Find(asked);
                break;
            case Verb.Sync:
                Vanish(asked);
                Tell(asked);
                break;
            default:
                Tell(asked);
                break;
        }

        Shuffle(asked.Pieces);
    }

    private void Tell(Asked asked)
    {
        bool isOdd = !asked.IsForSizes && random.Percent(70);
        for (int i = 0; i < mailbox.Count; i++)
        {
            ModelMessage message = mailbox.Messages[i];
            if (!asked.Set.Contains(asked.Question.ByUid ? message.Uid : (uint)(i + 1)) || (isOdd && random.Percent(5)))
                continue;
            Items items = asked.Items;
            if (asked.Question.Verb == Verb.Store)
            {
                message.Change();
                items = items == Items.ModSequence || random.Percent(30) ? items : Items.Flags;
            }

            Add(asked, message, items, isOdd);
        }
    }

    private void Add(Asked asked, ModelMessage message, Items items, bool isOdd)
    {
        Items known = asked.Question.ByUid || random.Percent(30) ? Items.Uid : items & Items.Uid;
        Items left = items & ~Items.Uid;
        if (isOdd && random.Percent(15))
            left &= ~random.Pick(AllItems);
        if (isOdd && random.Percent(15) && asked.Question.Verb != Verb.Store)
            left |= random.Pick(AllItems) & Small;
        while (isOdd && left != Items.None && random.Percent(30))
        {
            Items part = Part(left);
            asked.Pieces.Add(new Piece(message, part | Shown(known)));
            // Some of it is repeated.
            left &= random.Percent(85) ? ~part : ~Items.None;
        }

        if (left != Items.None || items == Items.Uid)
            asked.Pieces.Add(new Piece(message, left | (isOdd && left != Items.None ? Shown(known) : known)));
    }

    private Items Shown(Items known) => random.Percent(92) ? known : Items.None;

    private Items Part(Items of)
    {
        Items part = Items.None;
        foreach (Items item in AllItems)
            part |= random.Percent(50) ? item : Items.None;
        return (part & of) == Items.None ? of : part & of;
    }

    private void Find(Asked asked)
    {
        bool isExtended = asked.Question.Form != Form.Gathered;
        string name = asked.Question.Verb == Verb.Sort ? "SORT" : "SEARCH";
        List<uint> numbers = [];
        for (int i = 0; i < mailbox.Count; i++)
        {
            if (random.Percent(60))
                numbers.Add(asked.Question.ByUid ? mailbox.Messages[i].Uid : (uint)(i + 1));
        }

        Shuffle(numbers);
        for (int start = 0, count; start < numbers.Count || start == 0; start += count)
        {
            count = random.Percent(70) || numbers.Count == 0 ? Math.Max(1, numbers.Count - start) : 1 + random.Below(numbers.Count - start);
            uint[] some = [.. numbers.Skip(start).Take(count)];
            string set = string.Join(isExtended ? ',' : ' ', some);
            string found = some.Length == 0 ? "" : isExtended ? " ALL " + set : " " + set;
            string line = isExtended ? $"* ESEARCH (TAG \"{asked.Tag}\"){(asked.Question.ByUid ? " UID" : "")}{found}" : $"* {name}{found}";
            asked.Pieces.Add(new Piece(null, Items.None, line) { Numbers = some });
        }
    }

    private void Vanish(Asked asked)
    {
        uint[] gone = [.. mailbox.Gone.Where(uid => asked.Set.Contains(uid) && random.Percent(50)).Order()];
        for (int start = 0, count; start < gone.Length; start += count)
        {
            count = 1 + random.Below(gone.Length - start);
            uint[] some = gone[start..(start + count)];
            asked.Pieces.Add(new Piece(null, Items.None, $"* VANISHED (EARLIER) {string.Join(',', some)}") { Numbers = some });
        }
    }

    private void Shuffle<T>(List<T> list)
    {
        for (int i = list.Count - 1; i > 0; i--)
        {
            int other = random.Below(i + 1);
            (list[i], list[other]) = (list[other], list[i]);
        }
    }
}
