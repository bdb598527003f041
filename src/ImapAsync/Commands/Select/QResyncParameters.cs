namespace ImapAsync;

/// <summary>
/// The client's knowledge of a mailbox, so that SELECT reports what changed since (QRESYNC, RFC 7162 §3.2.5). ENABLE
/// QRESYNC must come first.
/// </summary>
/// <param name="UidValidity">The stored UIDVALIDITY; if it differs from the current one, the rest is ignored.</param>
/// <param name="ModSequence">The highest known mod-sequence; at least 1.</param>
public sealed record QResyncParameters(UidValidity UidValidity, ModSequence ModSequence)
{
    /// <summary>
    /// The known messages; null for all. <c>n:*</c> is sent as <c>n:4294967295</c>; <c>*</c> alone and <c>$</c> are
    /// refused.
    /// </summary>
    /// <value>Default: null.</value>
    public UidSet? KnownUids { get; init; }

    /// <summary>
    /// The positions of some of them, so that a server that has forgotten older removals need report fewer (RFC 7162
    /// §3.2.5.2).
    /// </summary>
    /// <value>Default: null.</value>
    public KnownPositions? Positions { get; init; }
}

/// <summary>
/// Sequence numbers, and the UIDs of the messages that had them: the first number belongs to the first UID, and so on.
/// </summary>
/// <param name="Numbers">The sequence numbers; without <c>*</c>.</param>
/// <param name="Uids">The same number of UIDs; without <c>*</c>.</param>
public sealed record KnownPositions(SequenceSet Numbers, UidSet Uids);
