namespace ImapAsync;

/// <summary>
/// The content of the COPYUID codes of one command: <c>COPYUID 38505 304,319:320 3956:3958</c> (RFC 9051 §7.1). Usually
/// there is one; MOVE may send one per batch.
/// </summary>
internal sealed class CopyUidData
{
    private readonly List<CopySegment> _segments = [];

    // By the first message of each code.
    private readonly Dictionary<uint, (UidSet Sources, UidSet Destinations)> _codes = [];
    private NumberSetBuilder _source;
    private NumberSetBuilder _destination;
    private ResponseCode? _last;
    private string? _expected;

    public UidValidity? UidValidity { get; private set; }

    private string ExpectedValidity => $"the UIDVALIDITY {UidValidity}, as before";

    /// <summary>Whether nothing about copies was reported: neither messages, nor anything unreadable.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Takes a code if it is COPYUID. The one taken last is not taken again.</summary>
    /// <returns>What was expected in it; null if all of it is usable, or it is another code.</returns>
    public string? Take(ResponseCode? code)
    {
        if (code is null || !code.Is(ResponseCodes.CopyUid))
            return null;
        if (code != _last)
            (_last, _expected) = (code, Take(new CopyUidCode(code)));
        return _expected;
    }

    /// <summary>
    /// Adds what another command of the same operation reported; returns it if it concerns another mailbox and cannot
    /// be added.
    /// </summary>
    public MalformedResponse? Add(CopyResult result)
    {
        if (IsOfAnother(result.UidValidity))
        {
            byte[] raw = System.Text.Encoding.ASCII.GetBytes($"[COPYUID {result}]");
            return new MalformedResponse("COPYUID", raw, ProtocolErrors.Unreadable(ExpectedValidity, raw).Message);
        }

        UidValidity ??= result.UidValidity;
        _segments.AddRange(result.Segments);
        Add(result.Source, result.Destination);
        return null;
    }

    /// <summary>Pairs two sets: the first message of one became the first of the other, and so on.</summary>
    public void Pair(UidSet sources, UidSet destinations)
    {
        if (!sources.IsExplicit || !destinations.IsExplicit || sources.Count != destinations.Count)
            return;
        System.Text.Encoding ascii = System.Text.Encoding.ASCII;
        Pair(ascii.GetBytes(sources.ToString()), ascii.GetBytes(destinations.ToString()));
    }

    /// <param name="removed">The messages that MOVE reported as expunged.</param>
    /// <param name="malformed">The unreadable parts.</param>
    public CopyResult Build(ExpungeResult? removed = null, IReadOnlyList<MalformedResponse>? malformed = null)
    {
        _segments.Sort(static (a, b) => a.Source.CompareTo(b.Source));
        return new CopyResult(UidValidity, _source.Build<UidSet>(), _destination.Build<UidSet>(), [.. _segments])
        {
            Removed = removed ?? new ExpungeResult(),
            Malformed = malformed ?? [],
        };
    }

    private string? Take(in CopyUidCode code)
    {
        IsEmpty &= code is { Expected: null, Sources.Count: 0 };
        if (IsOfAnother(code.UidValidity))
            return code.Expected ?? ExpectedValidity;
        UidValidity = code.UidValidity ?? UidValidity;
        if (code.Sources.Min is not { } first)
            return code.Expected;
        (UidSet, UidSet) told = (code.Sources, code.Destinations);
        if (!_codes.TryAdd(first.Value, told))
        {
            if (_codes[first.Value] == told)
                return code.Expected;
            if (!HasAllOf(told))
                return "the copies that were reported for these messages before";
            _segments.Clear();
        }

        Add(code.Sources, code.Destinations);
        if (code.Sources.Count == code.Destinations.Count)
            Pair(code.Source, code.Destination);
        return code.Expected;
    }

    // Some servers repeat in the tagged response what they have already reported: one of the codes, or all in one.
    private bool HasAllOf((UidSet Sources, UidSet Destinations) all) => _codes.Values.All(told =>
        (told.Sources - all.Sources).IsEmpty && (told.Destinations - all.Destinations).IsEmpty);

    private void Add(UidSet sources, UidSet destinations)
    {
        _source.Add(sources.Numbers);
        _destination.Add(destinations.Numbers);
    }

    // The order of the ranges is significant here: sets cannot be used.
    private void Pair(ReadOnlySpan<byte> source, ReadOnlySpan<byte> destination) =>
        Pair(new NumberRangeReader(source), new NumberRangeReader(destination));

    private void Pair(NumberRangeReader sources, NumberRangeReader destinations)
    {
        int before = _segments.Count;
        NumberRange<uint> source = default;
        NumberRange<uint> destination = default;
        while ((source != default || sources.TryRead(out source))
            && (destination != default || destinations.TryRead(out destination)))
        {
            uint last = Math.Min(source.Last - source.First, destination.Last - destination.First);
            _segments.Add(new CopySegment(source.First, destination.First, last));
            source = Skip(source, last);
            destination = Skip(destination, last);
        }

        // A message named twice: its copy is ambiguous.
        if (source != default || destination != default || destinations.TryRead(out _))
            _segments.RemoveRange(before, _segments.Count - before);
    }

    // UIDs of two mailboxes cannot be reported under one UIDVALIDITY.
    private bool IsOfAnother(UidValidity? told) => UidValidity is { } before && told is not null && told != before;

    private static NumberRange<uint> Skip(NumberRange<uint> range, uint last) =>
        range.Last - range.First == last ? default : range with { First = range.First + last + 1 };
}
