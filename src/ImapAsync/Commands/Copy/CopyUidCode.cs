using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The readable content of one COPYUID code: <c>COPYUID 38505 304,319:320 3956:3958</c> (RFC 9051 §7.1). Servers send
/// it with empty sets if no message was copied.
/// </summary>
internal readonly ref struct CopyUidCode
{
    private readonly bool _isWhole;

    public CopyUidCode(ResponseCode code)
    {
        ImapTokenReader reader = code.Read();
        if (code.IsUnclosed || !reader.TryReadNumber(out ulong validity) || validity > uint.MaxValue)
            return;
        UidValidity = ImapAsync.UidValidity.FromServer((uint)validity);
        ListReader sets = ListReader.Bare(reader.Remaining);
        ResponseValue source = sets.Next();
        ResponseValue destination = sets.Next();
        if (ReadSet(source) is not { } sources || ReadSet(destination) is not { } destinations)
            return;
        Source = source.String.Bytes;
        Destination = destination.String.Bytes;
        Sources = sources;
        Destinations = destinations;
        _isWhole = true;
    }

    /// <summary>The UIDVALIDITY of the destination; null if there is none, or 0.</summary>
    public UidValidity? UidValidity { get; }

    /// <summary>The messages as written: the order defines which became which.</summary>
    public ReadOnlySpan<byte> Source { get; }

    /// <summary>The copies as written.</summary>
    public ReadOnlySpan<byte> Destination { get; }

    /// <summary>The messages; empty if either set is unreadable.</summary>
    public UidSet Sources { get; } = UidSet.Empty;

    /// <summary>The copies; empty if either set is unreadable.</summary>
    public UidSet Destinations { get; } = UidSet.Empty;

    /// <summary>What was expected; null if all of it is usable.</summary>
    public string? Expected =>
        !_isWhole
            ? "a UIDVALIDITY and two sets of UIDs"
            : Sources.Count == Destinations.Count ? null : "two sets with the same number of UIDs";

    private static UidSet? ReadSet(ResponseValue value)
    {
        if (value.IsMissing)
            return null;
        if (SetToken.IsNone(ListReader.Bare(value.Octets)))
            return UidSet.Empty;
        return !value.IsList && UidSet.TryParse(value.String.Bytes, out UidSet? uids) && uids.IsExplicit ? uids : null;
    }
}
