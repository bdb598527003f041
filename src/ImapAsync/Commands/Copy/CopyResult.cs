namespace ImapAsync;

/// <summary>
/// Where copied or moved messages are now (COPYUID, RFC 9051 §7.1, RFC 4315 §3). A server without UIDPLUS tells
/// nothing: then everything is null or empty.
/// </summary>
public sealed class CopyResult : IMalformedHolder<CopyResult>
{
    private readonly CopySegment[] _segments;

    /// <summary>
    /// Makes a result, as a test would: the lowest source has become the lowest destination, and so on.
    /// </summary>
    /// <param name="uidValidity">The UIDVALIDITY of the mailbox copied to.</param>
    /// <param name="source">The messages that were copied.</param>
    /// <param name="destination">The UIDs of the copies; as many.</param>
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
    /// The UIDVALIDITY of the mailbox copied to, which the UIDs in <see cref="Destination"/> belong to; null where the
    /// server did not tell.
    /// </summary>
    public UidValidity? UidValidity { get; }

    /// <summary>The messages that were copied; those of the command that do not exist are not among them.</summary>
    public UidSet Source { get; }

    /// <summary>The UIDs of the copies.</summary>
    public UidSet Destination { get; }

    /// <summary>
    /// What the server told to be gone while MOVE ran: where it told no COPYUID, and where it refused the rest, these
    /// are the messages that were moved, and perhaps some that others removed meanwhile. Empty for COPY.
    /// </summary>
    public ExpungeResult Removed { get; internal init; } = new();

    /// <summary>
    /// Each message with the UID of its copy, ascending by message. Empty where the server did not tell which is which.
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

    /// <summary>What the server said that could not be read; the command was done all the same.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    CopyResult IMalformedHolder<CopyResult>.With(IReadOnlyList<MalformedResponse> malformed) =>
        new(UidValidity, Source, Destination, _segments) { Removed = Removed, Malformed = malformed };

    internal IReadOnlyList<CopySegment> Segments => _segments;

    /// <summary>
    /// The UID of a message's copy; null where the message was not copied, and where the server did not tell.
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
    /// The result as COPYUID has it: <c>38505 304,319:320 3956:3958</c>; empty where the server did not tell.
    /// </summary>
    public override string ToString() => UidValidity is null ? "" : $"{UidValidity} {Source} {Destination}";
}
