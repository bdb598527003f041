using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// What the codes COPYUID of one command have told: <c>COPYUID 38505 304,319:320 3956:3958</c> (RFC 9051 §7.1). Usually one; MOVE may send one for each batch.
/// </summary>
internal sealed class CopyUidData
{
    private readonly List<CopySegment> _segments = [];
    private readonly HashSet<uint> _firsts = [];
    private NumberSetBuilder _source;
    private NumberSetBuilder _destination;

    public UidValidity? UidValidity { get; private set; }

    /// <summary>Whether no message is known to have been copied.</summary>
    public bool IsEmpty => _firsts.Count == 0;

    /// <summary>Takes a code, if it is COPYUID. Servers send it with empty sets; what cannot be read tells nothing.</summary>
    public bool TryAdd(ResponseCode? code)
    {
        if (code is null || !code.Is("COPYUID"))
            return false;

        ImapTokenReader reader = code.Read();
        if (!reader.TryReadNumber(out ulong validity) || validity > uint.MaxValue)
            return true;

        if (IsOfAnother((uint)validity))
            return true;
        UidValidity = ImapAsync.UidValidity.FromServer((uint)validity) ?? UidValidity;
        ListReader sets = ListReader.Bare(reader.Remaining);
        ResponseValue source = sets.Next();
        Add(source.String.Bytes, sets.Next().String.Bytes);
        return true;
    }

    /// <summary>Whether a code is not COPYUID, or one that can be read. Empty sets can.</summary>
    public static bool IsReadable(ResponseCode code)
    {
        if (!code.Is("COPYUID"))
            return true;
        ImapTokenReader reader = code.Read();
        if (!reader.TryReadNumber(out ulong validity) || validity > uint.MaxValue)
            return false;
        ListReader sets = ListReader.Bare(reader.Remaining);
        return IsSet(sets.Next()) && IsSet(sets.Next());
    }

    /// <summary>Returns what should have stood in a code that is COPYUID and tells less than it should, or is of another mailbox than the codes before; null where all of it is of use.</summary>
    public string? ExpectedIn(ResponseCode code)
    {
        if (!code.Is("COPYUID"))
            return null;
        if (!IsReadable(code))
            return "a UIDVALIDITY and two sets of UIDs";
        ImapTokenReader reader = code.Read();
        if (reader.TryReadNumber(out ulong validity) && IsOfAnother((uint)validity))
            return $"the UIDVALIDITY {UidValidity}, as before";
        ListReader sets = ListReader.Bare(reader.Remaining);
        return CountOf(sets.Next()) == CountOf(sets.Next()) ? null : "two sets of as many UIDs";
    }

    /// <summary>Adds what another command of the same operation has told.</summary>
    public void Add(CopyResult result)
    {
        UidValidity ??= result.UidValidity;
        _segments.AddRange(result.Segments);
        foreach (CopySegment segment in result.Segments)
            _firsts.Add(segment.Source);
        foreach (NumberRange<Uid> range in result.Source.Ranges)
            _source.AddRange(range.First.Value, range.Last.Value);
        foreach (NumberRange<Uid> range in result.Destination.Ranges)
            _destination.AddRange(range.First.Value, range.Last.Value);
    }

    /// <summary>Joins two sets of which the first message of the one has become the first of the other, and so on.</summary>
    public void Add(ReadOnlySpan<byte> source, ReadOnlySpan<byte> destination)
    {
        if (!UidSet.TryParse(source, out UidSet? sources) || !UidSet.TryParse(destination, out UidSet? destinations) || !sources.IsExplicit || !destinations.IsExplicit)
            return;

        // Some servers repeat in the tagged response what they have told before: one of the codes, or all in one.
        if (sources.Min is not { } first || !_firsts.Add(first.Value))
            return;

        foreach (NumberRange<Uid> range in sources.Ranges)
            _source.AddRange(range.First.Value, range.Last.Value);
        foreach (NumberRange<Uid> range in destinations.Ranges)
            _destination.AddRange(range.First.Value, range.Last.Value);
        if (sources.Count == destinations.Count)
            Pair(new NumberRangeReader(source), new NumberRangeReader(destination));
    }

    /// <param name="removed">What MOVE told to be gone.</param>
    /// <param name="malformed">What could not be read.</param>
    public CopyResult Build(ExpungeResult? removed = null, IReadOnlyList<MalformedResponse>? malformed = null)
    {
        _segments.Sort(static (a, b) => a.Source.CompareTo(b.Source));
        return new CopyResult(UidValidity, _source.BuildUids(), _destination.BuildUids(), [.. _segments])
        {
            Removed = removed ?? new ExpungeResult(),
            Malformed = malformed ?? [],
        };
    }

    // The order in which the ranges are written has a meaning here: sets cannot be used.
    private void Pair(NumberRangeReader sources, NumberRangeReader destinations)
    {
        int before = _segments.Count;
        NumberRange<uint> source = default;
        NumberRange<uint> destination = default;
        while ((source != default || sources.TryRead(out source)) && (destination != default || destinations.TryRead(out destination)))
        {
            uint last = Math.Min(source.Last - source.First, destination.Last - destination.First);
            _segments.Add(new CopySegment(source.First, destination.First, last));
            source = Skip(source, last);
            destination = Skip(destination, last);
        }

        // A message named twice: then nobody knows which copy is whose.
        if (source != default || destination != default || destinations.TryRead(out _))
            _segments.RemoveRange(before, _segments.Count - before);
    }

    // What is in two mailboxes cannot be told under one UIDVALIDITY.
    private bool IsOfAnother(uint validity) =>
        UidValidity is { } before && ImapAsync.UidValidity.FromServer(validity) is { } told && told != before;

    private static long CountOf(ResponseValue set) => UidSet.TryParse(set.String.Bytes, out UidSet? uids) ? uids.Count : 0;

    private static bool IsSet(ResponseValue value) =>
        value.IsNilOrMissing || (!value.IsList && (value.String.Bytes is { IsEmpty: true } || (UidSet.TryParse(value.String.Bytes, out UidSet? uids) && uids.IsExplicit)));

    private static NumberRange<uint> Skip(NumberRange<uint> range, uint last) =>
        range.Last - range.First == last ? default : range with { First = range.First + last + 1 };
}
