namespace ImapAsync;

/// <summary>What changed in a mailbox since a mod-sequence (RFC 7162 §3.2.6).</summary>
/// <param name="Changed">
/// The messages that are new or have changed since then, in the server's order: with UID, MODSEQ and the requested
/// items.
/// </param>
/// <param name="Vanished">
/// The messages expunged since then. They may include unknown ones: servers forget when a message was expunged.
/// </param>
public sealed record FetchedChanges(IReadOnlyList<FetchedMessage> Changed, UidSet Vanished);
