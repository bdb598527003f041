namespace ImapAsync;

/// <summary>What changed in a mailbox since a mod-sequence (RFC 7162 §3.2.6).</summary>
/// <param name="Changed">
/// Messages that are new or have changed since, in the server's order: with UID, MODSEQ and what was asked for.
/// </param>
/// <param name="Vanished">
/// Messages that are gone since. There may be some among them that nobody here knew: servers forget when a message
/// went.
/// </param>
public sealed record FetchedChanges(IReadOnlyList<FetchedMessage> Changed, UidSet Vanished);
