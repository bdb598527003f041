using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads METADATA responses with values.
/// <code>metadata-resp = "METADATA" SP mailbox SP (entry-values / entry-list)</code>
/// <code>entry-values = "(" entry SP value *(SP entry SP value) ")"</code>
/// </summary>
internal static class MetadataParser
{
    public static MailboxMetadata Parse(ref ImapTokenReader reader, MailboxName mailbox)
    {
        List<MetadataEntry> entries = [];
        reader.ReadListStart();
        while (!reader.TryReadListEnd())
        {
            string name = reader.ReadString().ToString();
            entries.Add(new MetadataEntry(name, reader.Peek() == ImapTokenKind.ListEnd ? null : MetadataValue.Read(ref reader)));
        }

        return new MailboxMetadata(mailbox, entries);
    }
}
