namespace ImapAsync.Tests;

/// <summary>Whether a caller received nothing but what was said, each message once, and under its own name.</summary>
internal static class HeardCheck
{
    public static string? FindFault(List<Said> said, Question question, Heard heard)
    {
        List<Said> mine = said.FindAll(one => ((one.Must | one.May) & question.Mask) != 0);
        foreach (HeardMessage message in heard.Messages)
        {
            if (message.Wrong is not null)
                return $"{message}";
            if (message.Claimed != 0 && message.Source != 0 && message.Claimed != message.Source)
                return $"values of another message: {message}";
            if (!mine.Exists(one => one.Number == message.Number && (message.Source == 0 || one.Uid == message.Source)))
                return $"a number that was not said: {message}";
            if (Invented(mine, message) is { } invented)
                return $"{invented} was not said: {message}";
        }

        if (heard.AsTheyCame.Find(octets => !mine.Exists(one => one.Octets == octets && question.ByUid && !one.ShowsUid)) is { } readable)
            return $"malformed: {readable}";
        return question.Verb == Verb.Sync || (question.Verb == Verb.Fetch && question.Form == Form.Gathered)
            ? FindTwice(question, mine, heard.Messages)
            : FindTooOften(mine, heard.Messages);
    }

    private static Items? Invented(List<Said> mine, HeardMessage message)
    {
        foreach (ItemKind kind in ItemTable.All)
        {
            if ((message.Items & kind.Item) != Items.None && !mine.Exists(one => (one.Items & kind.Item) != Items.None && message.Holds(one, kind.Item)))
                return kind.Item;
        }

        return null;
    }

    // A gathered answer has each message once; what was said without a UID may be separate.
    private static string? FindTwice(Question question, List<Said> mine, List<HeardMessage> messages)
    {
        HashSet<uint> seen = [];
        int withoutUid = 0;
        foreach (HeardMessage message in messages)
        {
            uint key = question.ByUid ? message.Claimed : message.Number;
            if (key == 0)
                withoutUid++;
            else if (!seen.Add(key))
                return $"twice: {message}";
        }

        return withoutUid <= mine.Count(static one => !one.ShowsUid) ? null : "messages without a UID";
    }

    private static string? FindTooOften(List<Said> mine, List<HeardMessage> messages)
    {
        foreach (HeardMessage message in messages)
        {
            foreach (ItemKind kind in ItemTable.All)
            {
                Items item = message.Items & kind.Item;
                if (item != Items.None
                    && messages.Count(one => one.Source == message.Source && (one.Items & item) != Items.None)
                    > mine.Count(one => one.Uid == message.Source && (one.Items & item) != Items.None))
                {
                    return $"{item} too often: {message}";
                }
            }
        }

        return null;
    }
}
