namespace ImapAsync;

/// <summary>The items of a FETCH response that are small and often requested, and therefore read at once.</summary>
internal struct FetchFields
{
    public const long NoDate = -1;

    public FlagSet? Flags;
    public long Size;
    public long DateTicks;
    public ulong ModSequence;
    public uint Uid;
    public uint Number;
    public short DateOffsetMinutes;

    /// <summary>Every item in the response, whether read at once or on demand.</summary>
    public FetchItemKinds Kinds;

    public DateTimeOffset? InternalDate
    {
        readonly get =>
            DateTicks == NoDate ? null : new DateTimeOffset(DateTicks, TimeSpan.FromMinutes(DateOffsetMinutes));
        set => (DateTicks, DateOffsetMinutes) = value is { } date
            ? (date.Ticks, (short)date.TotalOffsetMinutes)
            : (NoDate, (short)0);
    }

    /// <summary>
    /// Takes the item if it is one of these and readable; otherwise it must be kept as it is, although part of it may
    /// have been taken.
    /// </summary>
    public bool TryTake(FetchItemKinds kind, ResponseValue value, FlagSetCache flags) => kind switch
    {
        FetchItemKinds.Uid => TryTakeUid(value),
        FetchItemKinds.Flags => TryTakeFlags(value, flags),
        FetchItemKinds.InternalDate => TryTakeDate(value),
        FetchItemKinds.Size => TryTakeSize(value),
        FetchItemKinds.ModSequence => TryTakeModSeq(value),
        _ => false,
    };

    private bool TryTakeUid(ResponseValue value)
    {
        if (!value.TryGetNumber(out long uid) || uid is 0 or > uint.MaxValue)
            return false;
        // Of two items of a kind the first counts: one that contradicts it is kept and reported.
        if (Uid != 0 && Uid != uid)
            return false;
        Uid = (uint)uid;
        return true;
    }

    // Some servers quote the list, or send NIL for an empty one.
    private bool TryTakeFlags(ResponseValue value, FlagSetCache cache)
    {
        ReadOnlySpan<byte> list = value.Octets;
        if (value.IsNil)
            list = default;
        else if (list is [(byte)'(', .., (byte)')'] or [(byte)'"', .., (byte)'"'])
            list = list[1..^1];
        else
            return false;
        if (list is [(byte)'(', .., (byte)')'])
            list = list[1..^1];
        bool isWhole = cache.TryRead(list, out FlagSet flags);
        Flags = flags;
        return isWhole;
    }

    private bool TryTakeDate(ResponseValue value)
    {
        DateTimeOffset? date = null;
        bool isWhole = value.IsNil
            || (!value.IsMissing && !value.IsList
                && ImapDate.TryParse(value.String.Bytes, out date, out bool isZoneKnown) && isZoneKnown);
        InternalDate = date;
        return isWhole;
    }

    private bool TryTakeSize(ResponseValue value)
    {
        Size = value.Count;
        return value.TryGetNumber(out _) && !value.IsBelowUnknown;
    }

    // RFC 7162 §3.1.4.2 puts the number in parentheses; 0, -1 and nothing stand for none.
    private bool TryTakeModSeq(ResponseValue value)
    {
        bool isWhole = true;
        if (value.IsList)
        {
            ListReader list = value.Elements;
            value = list.Next();
            if (value.IsMissing)
                return true;
            isWhole = !list.MoveNext();
        }

        if (value.IsNil)
            return isWhole;
        if (!value.TryGetNumber(out long modSeq))
            return false;
        ModSequence = (ulong)modSeq;
        return isWhole && !value.IsBelowUnknown;
    }
}
