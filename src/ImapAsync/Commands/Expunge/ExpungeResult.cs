namespace ImapAsync;

/// <summary>
/// The messages that were removed while EXPUNGE ran. The server tells sequence numbers, or UIDs where QRESYNC is
/// enabled or IMAP4rev2's UIDONLY. It may tell of messages that others removed too.
/// </summary>
public sealed record ExpungeResult : IMalformedHolder<ExpungeResult>
{
    /// <summary>
    /// The sequence numbers in the order in which the server told them: each counts without those removed before it, so
    /// <c>3, 3</c> are the third and the fourth message.
    /// </summary>
    public IReadOnlyList<SequenceNumber> Numbers { get; init; } = [];

    /// <summary>The UIDs, where the server told UIDs.</summary>
    public UidSet Uids { get; init; } = UidSet.Empty;

    /// <summary>How many messages were removed.</summary>
    public long Count => Numbers.Count + Uids.Count;

    /// <summary>What the server said that could not be read; the command was done all the same.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    ExpungeResult IMalformedHolder<ExpungeResult>.With(IReadOnlyList<MalformedResponse> malformed) =>
        this with { Malformed = malformed };
}
