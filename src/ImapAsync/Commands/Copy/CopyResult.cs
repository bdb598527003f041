namespace ImapAsync;

/// <summary>
/// The new identifiers of copied or moved messages (COPYUID, RFC 9051 §7.1, RFC 4315 §3). A server without UIDPLUS
/// reports none: then everything is null or empty.
/// </summary>
public sealed class CopyResult : IMalformedHolder<CopyResult>
{
    private readonly CopySegment[] _segments;

    /// <summary>Creates a result, for tests: the lowest source becomes the lowest destination, and so on.</summary>
    /// <param name="uidValidity">The UIDVALIDITY of the destination.</param>
    /// <param name="source">The messages that were copied.</param>
    /// <param name="destination">The UIDs of the copies, of the same number.</param>
    public CopyResult(UidValidity? uidValidity, UidSet source, UidSet destination)
    {
        CopyUidData data = new();
        data.Pair(source, destination);
        UidValidity = uidValidity;
        Source = source;
        Destination = destination;
        _segments = data.Build()._segments;
    }

    internal CopyResult(UidValidity? uidValidity, UidSet source, UidSet destination, CopySegment[] segments)
    {
        UidValidity = uidValidity;
        Source = source;
        Destination = destination;
        _segments = segments;
    }

    /// <summary>
    /// The UIDVALIDITY of the destination, to which the UIDs in <see cref="Destination"/> belong; null if the server
    /// did not report it.
    /// </summary>
    public UidValidity? UidValidity { get; }

    /// <summary>The messages that were copied, without those of the command that do not exist.</summary>
    public UidSet Source { get; }

    /// <summary>The UIDs of the copies.</summary>
    public UidSet Destination { get; }

    /// <summary>
    /// The messages reported as expunged while MOVE ran: if the server reported no COPYUID, or refused the rest, these
    /// are the messages that were moved, and possibly some that others removed meanwhile. Empty for COPY.
    /// </summary>
    public ExpungeResult Removed { get; internal init; } = new();

    /// <summary>
    /// Each message with the UID of its copy, ascending by message. Empty if the server did not report which is which.
    /// </summary>
    public IEnumerable<(Uid Source, Uid Destination)> Pairs
    {
        get
        {
            foreach (CopySegment segment in _segments)
            {
                for (uint i = 0; i <= segment.Last; i++)
                    yield return (new Uid(segment.Source + i), new Uid(segment.Destination + i));
            }
        }
    }

    /// <summary>The unreadable parts of the server's answer; the command was carried out nevertheless.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    CopyResult IMalformedHolder<CopyResult>.With(IReadOnlyList<MalformedResponse> malformed) =>
        new(UidValidity, Source, Destination, _segments) { Removed = Removed, Malformed = malformed };

    internal IReadOnlyList<CopySegment> Segments => _segments;

    /// <summary>
    /// The UID of a message's copy; null if the message was not copied, or the server did not report it.
    /// </summary>
    public Uid? DestinationOf(Uid source)
    {
        int low = 0;
        int high = _segments.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            CopySegment segment = _segments[middle];
            if (source.Value < segment.Source)
                high = middle - 1;
            else if (source.Value - segment.Source > segment.Last)
                low = middle + 1;
            else
                return new Uid(segment.Destination + (source.Value - segment.Source));
        }

        return null;
    }

    /// <summary>
    /// The result in the form of COPYUID: <c>38505 304,319:320 3956:3958</c>; empty if the server did not report it.
    /// </summary>
    public override string ToString() => UidValidity is null ? "" : $"{UidValidity} {Source} {Destination}";
}
