namespace ImapAsync;

/// <summary>
/// What the client remembers of a mailbox, so that SELECT tells what changed since (QRESYNC, RFC 7162 §3.2.5). ENABLE
/// QRESYNC comes first.
/// </summary>
/// <param name="UidValidity">
/// The UIDVALIDITY that was remembered; if it is another by now, nothing of the rest counts.
/// </param>
/// <param name="ModSequence">The highest mod-sequence that was remembered; at least 1.</param>
public sealed record QResyncParameters(UidValidity UidValidity, ModSequence ModSequence)
{
    /// <summary>
    /// The messages that are remembered; null stands for all. <c>n:*</c> is sent as <c>n:4294967295</c>; <c>*</c> alone
    /// and <c>$</c> are refused.
    /// </summary>
    /// <value>Default: null.</value>
    public UidSet? KnownUids { get; init; }

    /// <summary>
    /// Where some of them stood, so that a server that has forgotten older removals need tell fewer
    /// (RFC 7162 §3.2.5.2).
    /// </summary>
    /// <value>Default: null.</value>
    public KnownPositions? Positions { get; init; }
}

/// <summary>
/// Sequence numbers, and the UIDs of the messages that had them: the first number belongs to the first UID, and so on.
/// </summary>
/// <param name="Numbers">The sequence numbers; without <c>*</c>.</param>
/// <param name="Uids">As many UIDs; without <c>*</c>.</param>
public sealed record KnownPositions(SequenceSet Numbers, UidSet Uids);
