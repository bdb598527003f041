using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads METADATA responses with values.
/// <code>metadata-resp = "METADATA" SP mailbox SP (entry-values / entry-list)</code>
/// <code>entry-values = "(" entry SP value *(SP entry SP value) ")"</code>
/// </summary>
internal static class MetadataParser
{
    public static MailboxMetadata Parse(ref ImapTokenReader reader, MailboxName mailbox, out Damage damage)
    {
        damage = default;
        List<MetadataEntry> entries = [];
        PairReader pairs = new(reader.ListOctets);
        while (pairs.MoveNext(ref damage))
        {
            if (MetadataValue.TryRead(pairs.Value, ref damage, out MetadataValue? value))
                entries.Add(new MetadataEntry(pairs.Name.String.ToString(), value));
        }

        return new MailboxMetadata(mailbox, entries);
    }
}
