namespace ImapAsync;

/// <summary>
/// The messages that were removed while EXPUNGE ran. The server reports sequence numbers, or UIDs if QRESYNC or
/// IMAP4rev2's UIDONLY is enabled. It may also report messages that others removed.
/// </summary>
public sealed record ExpungeResult : IMalformedHolder<ExpungeResult>
{
    /// <summary>
    /// The sequence numbers in the order reported by the server: each counts without those removed before it, so <c>3,
    /// 3</c> are the third and the fourth message.
    /// </summary>
    public IReadOnlyList<SequenceNumber> Numbers { get; init; } = [];

    /// <summary>The UIDs, if the server reported UIDs.</summary>
    public UidSet Uids { get; init; } = UidSet.Empty;

    /// <summary>The number of messages removed.</summary>
    public long Count => Numbers.Count + Uids.Count;

    /// <summary>The unreadable parts of the server's answer; the command was carried out nevertheless.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    ExpungeResult IMalformedHolder<ExpungeResult>.With(IReadOnlyList<MalformedResponse> malformed) =>
        this with { Malformed = malformed };
}
