namespace ImapAsync.Testing;

/// <summary>What a returning client remembers of a mailbox (RFC 7162 §3.2.5).</summary>
/// <param name="UidValidity">Determines whether the rest is valid.</param>
/// <param name="ModSequence">The last change known to the client.</param>
/// <param name="Uids">The messages known to the client; null for all.</param>
internal sealed record KnownMailbox(uint UidValidity, ulong ModSequence, UidSet? Uids);
