using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads METADATA responses with values.
/// <code>metadata-resp = "METADATA" SP mailbox SP (entry-values / entry-list)</code>
/// <code>entry-values = "(" entry SP value *(SP entry SP value) ")"</code>
/// </summary>
internal static class MetadataParser
{
    /// <summary>
    /// Whether values come next, rather than only the names of entries. Some servers omit the parentheses: then every
    /// second element is recognised as a value because all names begin in the same way (RFC 5464 §5).
    /// </summary>
    public static bool HasValues(ImapTokenReader reader)
    {
        if (reader.Peek() == ImapTokenKind.ListStart)
            return true;
        ListReader elements = ListReader.Bare(reader.Remaining);
        bool hasValue = false;
        while (elements.MoveNext())
        {
            if (!IsEntry(elements.Current))
                return false;
            if (elements.MoveNext())
                hasValue |= !IsEntry(elements.Current);
        }

        return hasValue;
    }

    private static bool IsEntry(ResponseValue value) =>
        !value.IsList && (Ascii.StartsWithIgnoreCase(value.String.Bytes, "/private/"u8)
            || Ascii.StartsWithIgnoreCase(value.String.Bytes, "/shared/"u8));

    public static MailboxMetadata Parse(ref ImapTokenReader reader, MailboxName mailbox, out Damage damage)
    {
        damage = default;
        List<MetadataEntry> entries = [];
        PairReader pairs = PairReader.At(reader);
        while (pairs.MoveNext(ref damage))
        {
            if (MetadataValue.TryRead(pairs.Value, ref damage, out MetadataValue? value))
                entries.Add(new MetadataEntry(pairs.Name.String.ToString(), value));
        }

        return new MailboxMetadata(mailbox, entries);
    }
}
