using System.Buffers.Text;

namespace ImapAsync.Testing;

/// <summary>Determines which messages a command refers to.</summary>
internal static class MessageSets
{
    /// <summary>
    /// Reads a set of sequence numbers or UIDs, or <c>$</c>, and finds its messages. Unknown UIDs are ignored (RFC 9051
    /// §6.4.9); sequence numbers must exist.
    /// </summary>
    public static List<MessageEntry> Messages(this ref ArgumentReader arguments, SelectedView view, bool isUid)
    {
        ReadOnlySpan<byte> text = arguments.SequenceSet();
        if (view.RefusesDescending && IsDescending(text))
            throw CommandRefusedException.Bad("Command could not be parsed");
        if (text.SequenceEqual("$"u8))
            return Of(view, view.Saved);
        if (isUid)
            return UidSet.TryParse(text, out UidSet? uids) ? Of(view, uids.Resolve(view.LastUid)) : throw NoSet();
        if (!SequenceSet.TryParse(text, out SequenceSet? numbers))
            throw NoSet();
        RequireThere(view, text);
        return Of(view, numbers);
    }

    /// <summary>The messages of a set of UIDs without <c>*</c>, by their order in the mailbox.</summary>
    public static List<MessageEntry> Of(SelectedView view, UidSet uids)
    {
        List<MessageEntry> found = new();
        foreach (NumberRange<Uid> range in uids.Ranges)
        {
            for (int i = FirstFrom(view.Messages, range.First);
                i < view.Messages.Count && view.Messages[i].Uid <= range.Last;
                i++)
            {
                found.Add(view.Messages[i]);
            }
        }

        return found;
    }

    /// <summary>The UIDs of messages.</summary>
    public static UidSet UidsOf(IEnumerable<MessageEntry> messages)
    {
        NumberSetBuilder uids = new();
        foreach (MessageEntry message in messages)
            uids.Add(message.Uid.Value);
        return uids.Build<UidSet>();
    }

    private static List<MessageEntry> Of(SelectedView view, SequenceSet numbers)
    {
        List<MessageEntry> found = new();
        foreach (SequenceNumber number in numbers.Resolve(new SequenceNumber((uint)view.Messages.Count)))
            found.Add(view.Messages[(int)number.Value - 1]);
        return found;
    }

    // Whatever the order of a range: in 99:* among ten messages, 99 is out of range (RFC 9051 §9, seq-number).
    private static void RequireThere(SelectedView view, ReadOnlySpan<byte> text)
    {
        int count = view.Messages.Count;
        if (count == 0)
            throw CommandRefusedException.Bad("The mailbox is empty");
        foreach (Range part in text.SplitAny(":,"u8))
        {
            ReadOnlySpan<byte> number = text[part];
            bool isThere = number.SequenceEqual("*"u8)
                || (Utf8Parser.TryParse(number, out uint value, out _) && value <= (uint)count);
            if (!isThere)
                throw CommandRefusedException.Bad($"There are only {count} messages");
        }
    }

    private static int FirstFrom(IReadOnlyList<MessageEntry> messages, Uid uid)
    {
        (int low, int high) = (0, messages.Count);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (messages[middle].Uid < uid)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static bool IsDescending(ReadOnlySpan<byte> text)
    {
        foreach (Range part in text.Split((byte)','))
        {
            string[] ends = System.Text.Encoding.ASCII.GetString(text[part]).Split(':');
            if (ends.Length == 2 && uint.TryParse(ends[0], out uint first) && uint.TryParse(ends[1], out uint last)
                && first > last)
            {
                return true;
            }
        }

        return false;
    }

    private static CommandRefusedException NoSet() =>
        CommandRefusedException.Bad("That is not a sequence set: write numbers and ranges such as 1:3,7,12:*");
}
