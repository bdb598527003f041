namespace ImapAsync.Testing;

/// <summary>What a client remembers of a mailbox when it comes back (RFC 7162 §3.2.5).</summary>
/// <param name="UidValidity">Whether the rest means something.</param>
/// <param name="ModSequence">The last change that it knows.</param>
/// <param name="Uids">The messages that it knows; null for all.</param>
internal sealed record KnownMailbox(uint UidValidity, ulong ModSequence, UidSet? Uids);
