namespace ImapAsync;

/// <summary>A metadata entry.</summary>
/// <param name="Name">Its name, such as <c>/private/comment</c>; comparison ignores case.</param>
/// <param name="Value">Its value; null if there is none, and to remove it.</param>
public sealed record MetadataEntry(string Name, MetadataValue? Value);

/// <summary>Metadata of a mailbox, or of the server (RFC 5464 §4.4).</summary>
/// <param name="Mailbox">The mailbox; an empty name for the server.</param>
/// <param name="Entries">The entries that the server returned, in its order.</param>
public sealed record MailboxMetadata(MailboxName Mailbox, IReadOnlyList<MetadataEntry> Entries)
{
    /// <summary>
    /// The size in octets of the largest value that was left out because it exceeds the limit (RFC 5464 §4.2.1); null
    /// if there was none.
    /// </summary>
    public long? LongestLeftOut { get; init; }

    /// <summary>
    /// The value of an entry, by name, ignoring case; null if it has none. If the server sent it twice, the last one
    /// counts.
    /// </summary>
    public MetadataValue? this[string entry] =>
        Entries.LastOrDefault(candidate => candidate.Name.Equals(entry, StringComparison.OrdinalIgnoreCase))?.Value;

    // A server may send them in several responses.
    internal MailboxMetadata With(MailboxMetadata more) => this with { Entries = [.. Entries, .. more.Entries] };
}
