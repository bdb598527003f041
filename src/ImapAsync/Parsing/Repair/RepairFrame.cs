namespace ImapAsync;

/// <summary>
/// How far a list has been read, and its enclosing lists: immutable, so that reading can return to an earlier position.
/// Each method returns the next state, or null if the element is not allowed there.
/// </summary>
internal sealed record RepairFrame(
    RepairShape Shape, RepairFrame? Outer, int Index = 0, bool IsStrict = true, int Depth = 1)
{
    private const int AfterLines = 10;
    private const int SinglePartDisposition = 11;

    /// <summary>Whether the list may end here.</summary>
    public bool MayClose => Shape switch
    {
        RepairShape.Envelope => IsStrict ? Index == 10 : Index >= 8,
        RepairShape.Address => Index == 4,
        RepairShape.Parameters => Index % 2 == 0,
        RepairShape.Multipart => Index > 0,
        RepairShape.SinglePart or RepairShape.Message => Index > 6,
        _ => true,
    };

    /// <summary>A list comes next.</summary>
    public RepairFrame? Open() => Shape switch
    {
        RepairShape.Any => Inner(RepairShape.Any, Index),
        RepairShape.Envelope when Index == 0 && Outer?.Shape != RepairShape.Closed =>
            Enter(RepairShape.Envelope, this with { Shape = RepairShape.Closed }),
        RepairShape.Envelope when Index is >= 2 and < 8 => Inner(RepairShape.Addresses, Index + 1),
        RepairShape.Envelope when Index >= 10 && !IsStrict => Inner(RepairShape.Any, Index + 1),
        RepairShape.Addresses => Inner(RepairShape.Address, Index + 1),
        RepairShape.Body => Enter(RepairShape.Body, this with { Shape = RepairShape.Multipart }),
        RepairShape.Multipart => OpenInMultipart(),
        RepairShape.Disposition when Index == 0 => Inner(RepairShape.Disposition, 2),
        RepairShape.Disposition when Index == 1 => Inner(RepairShape.Parameters, 2),
        RepairShape.SinglePart or RepairShape.Message => OpenInPart(),
        _ => null,
    };

    /// <summary>NIL comes next.</summary>
    public RepairFrame? Nil() => Shape switch
    {
        RepairShape.Closed => null,
        RepairShape.Body => this with { Shape = RepairShape.SinglePart, Index = 1 },
        RepairShape.Address when Index == 4 => null,
        RepairShape.Envelope when Index == 10 && IsStrict => null,
        RepairShape.Addresses or RepairShape.Any => this,
        RepairShape.Multipart when Index == 0 => this,
        _ => this with { Index = Index + 1 },
    };

    /// <summary>A number comes next.</summary>
    public RepairFrame? Number() => Shape switch
    {
        RepairShape.Any => this,
        RepairShape.SinglePart or RepairShape.Message when Index == 6 => this with { Index = 7 },
        RepairShape.SinglePart or RepairShape.Message when Index is >= 7 and < AfterLines =>
            this with { Index = AfterLines },
        RepairShape.SinglePart or RepairShape.Message or RepairShape.Multipart
            when Index > SinglePartDisposition => this,
        _ => null,
    };

    /// <summary>A string comes next.</summary>
    public RepairFrame? Text(ReadOnlySpan<byte> text)
    {
        if (IsStrict && !RepairText.Fits(text, Shape, Index))
            return null;
        return Shape switch
        {
            RepairShape.Any => this,
            RepairShape.Envelope when Index is >= 2 and < 8 && !text.IsEmpty => null,
            RepairShape.Envelope when Index == 10 && IsStrict => null,
            RepairShape.Address when Index == 4 => null,
            RepairShape.Addresses or RepairShape.Closed => null,
            RepairShape.Body when Ascii.EqualsIgnoreCase(text, "MESSAGE"u8) =>
                this with { Shape = RepairShape.Message, Index = 1 },
            RepairShape.Body => this with { Shape = RepairShape.SinglePart, Index = 1 },
            RepairShape.SinglePart or RepairShape.Message when Index is 2 or 8 => null,
            RepairShape.SinglePart or RepairShape.Message
                when Index == 6 && !Ascii.IsDigit(text.IsEmpty ? (byte)0 : text[0]) => null,
            RepairShape.SinglePart or RepairShape.Message when Index is 7 or 9 =>
                this with { Index = SinglePartDisposition },
            RepairShape.Disposition when Index > 0 => null,
            _ => this with { Index = Index + 1 },
        };
    }

    private RepairFrame? Inner(RepairShape shape, int next) => Enter(shape, this with { Index = next });

    private RepairFrame? Enter(RepairShape shape, RepairFrame outer) =>
        Depth < ImapLimits.Default.MaxNesting ? new(shape, outer, 0, IsStrict, Depth + 1) : null;

    private RepairFrame? OpenInMultipart() => Index switch
    {
        0 => Inner(RepairShape.Body, 0),
        1 => Inner(RepairShape.Parameters, 2),
        2 => Inner(RepairShape.Disposition, 3),
        _ => Inner(RepairShape.Any, Index + 1),
    };

    private RepairFrame? OpenInPart() => Index switch
    {
        1 or 2 => Inner(RepairShape.Parameters, 3),
        7 when Shape == RepairShape.Message => Inner(RepairShape.Envelope, 8),
        8 when Shape == RepairShape.Message => Inner(RepairShape.Body, 9),
        >= 7 and <= SinglePartDisposition => Inner(RepairShape.Disposition, SinglePartDisposition + 1),
        > SinglePartDisposition => Inner(RepairShape.Any, Index + 1),
        _ => null,
    };
}
