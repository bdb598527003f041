namespace ImapAsync.Testing;

/// <summary>
/// That a message was expunged, and when in the order of changes: what QRESYNC tells a client that was away
/// (RFC 7162 §3.2).
/// </summary>
internal sealed record ExpungedUid(Uid Uid, ulong ModSequence);
