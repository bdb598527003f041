namespace ImapAsync.Testing;

/// <summary>
/// An expunged message, and when it was expunged in the order of changes: reported by QRESYNC to a returning client
/// (RFC 7162 §3.2).
/// </summary>
internal sealed record ExpungedUid(Uid Uid, ulong ModSequence);
