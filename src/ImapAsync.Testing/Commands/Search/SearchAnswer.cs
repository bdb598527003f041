namespace ImapAsync.Testing;

/// <summary>Writes SEARCH and ESEARCH responses.</summary>
internal static class SearchAnswer
{
    public static void WritePlain(
        ClientSession session, ReceivedCommand command, IReadOnlyList<MessageEntry> found, bool withModSeq)
    {
        ResponseWriter writer = session.Writer.Untagged("SEARCH"u8);
        foreach (MessageEntry message in found)
            writer.Space().Number(NumberOf(message, command.IsUid));
        if (withModSeq && found.Count > 0)
            writer.Raw(" (MODSEQ "u8).Number((long)found.Max(static message => message.Stored.ModSequence)).Raw(")"u8);
        writer.End();
    }

    /// <summary>Writes <c>ESEARCH (TAG "A1") UID MIN 1 …</c> (RFC 4731 §3.1).</summary>
    public static void WriteExtended(
        ClientSession session, ReceivedCommand command, SearchReturnOptions options, IReadOnlyList<MessageEntry> found,
        bool withModSeq)
    {
        ResponseWriter writer = session.Writer.Untagged("ESEARCH (TAG "u8).String(command.Tag).Raw(")"u8);
        if (command.IsUid)
            writer.Raw(" UID"u8);
        if (found.Count > 0)
            WriteFound(writer, options, found, command.IsUid);
        if (options.HasFlag(SearchReturnOptions.Count))
            writer.Raw(" COUNT "u8).Number(found.Count);
        if (withModSeq && found.Count > 0)
            writer.Raw(" MODSEQ "u8).Number(HighestOf(options, found));
        writer.End();
    }

    private static void WriteFound(
        ResponseWriter writer, SearchReturnOptions options, IReadOnlyList<MessageEntry> found, bool isUid)
    {
        if (options.HasFlag(SearchReturnOptions.Min))
            writer.Raw(" MIN "u8).Number(NumberOf(found[0], isUid));
        if (options.HasFlag(SearchReturnOptions.Max))
            writer.Raw(" MAX "u8).Number(NumberOf(found[^1], isUid));
        if (!options.HasFlag(SearchReturnOptions.All))
            return;
        NumberSetBuilder numbers = new();
        foreach (MessageEntry message in found)
            numbers.Add(NumberOf(message, isUid));
        writer.Raw(" ALL "u8).Text(NumberSetFormat.ToText(numbers.Build()));
    }

    // RFC 7162 §3.1.10: the mod-sequence of the returned messages, if only the first or the last is returned.
    private static long HighestOf(SearchReturnOptions options, IReadOnlyList<MessageEntry> found)
    {
        bool isEndsOnly = (options & (SearchReturnOptions.All | SearchReturnOptions.Count)) == SearchReturnOptions.None;
        IEnumerable<MessageEntry> counted = !isEndsOnly ? found
            : [
                .. options.HasFlag(SearchReturnOptions.Min) ? [found[0]] : Array.Empty<MessageEntry>(),
                .. options.HasFlag(SearchReturnOptions.Max) ? [found[^1]] : Array.Empty<MessageEntry>()
            ];
        return (long)counted.Max(static message => message.Stored.ModSequence);
    }

    private static uint NumberOf(MessageEntry message, bool isUid) =>
        isUid ? message.Uid.Value : message.SequenceNumber;
}
