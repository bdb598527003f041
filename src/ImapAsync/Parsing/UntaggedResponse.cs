namespace ImapAsync.Extensibility;

/// <summary>
/// One untagged response where it stands in the receive buffer: valid only during the call that hands it over
/// (RFC 9051 §7).
/// </summary>
public readonly ref struct UntaggedResponse
{
    private readonly int _arguments;
    private readonly ImapLimits _limits;
    private readonly bool _utf8;

    internal UntaggedResponse(ReadOnlySpan<byte> raw, ImapLimits limits, bool utf8 = false, ResponseCode? code = null)
    {
        _utf8 = utf8;
        Raw = raw;
        Code = code;
        _limits = limits;
        ImapTokenReader reader = new(raw);
        if (Ascii.IsDigit(raw.IsEmpty ? (byte)0 : raw[0]) && reader.TryReadNumber(out ulong number)
            && number <= uint.MaxValue)
            Number = (uint)number;
        bool isNumbered = Number is not null && reader.Position < raw.Length && raw[reader.Position] == ' ';
        Name = reader.Peek() == ImapTokenKind.Atom ? reader.ReadAtom() : default;
        if (Number is null && (Is("EXISTS"u8) || Is("RECENT"u8)))
            Number = ReadOnlyNumber(ref reader);
        _arguments = reader.Position;
        int start = isNumbered ? -1 : ResponseNames.FindBehindFirst(raw, Name);
        if (start < 0)
            return;
        IsBehindOther = true;
        Number = null;
        reader = new ImapTokenReader(raw, limits, utf8, start);
        Name = reader.ReadAtom();
        _arguments = reader.Position;
    }

    /// <summary>A part of a response that says the same as a response of its own.</summary>
    internal UntaggedResponse(ReadOnlySpan<byte> name, ReadOnlySpan<byte> part, ImapLimits limits, bool utf8)
    {
        Raw = part;
        Name = name;
        _limits = limits;
        _utf8 = utf8;
    }

    /// <summary>The whole response without the leading <c>* </c> and the line end.</summary>
    public ReadOnlySpan<byte> Raw { get; }

    /// <summary>The number that some responses begin with, as in <c>* 12 FETCH</c>; otherwise null.</summary>
    public uint? Number { get; }

    /// <summary>The response's name as it was sent, such as <c>FETCH</c>.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>The response code of an untagged OK, NO or BAD; otherwise null.</summary>
    public ResponseCode? Code { get; }

    /// <summary>A reader that stands behind the name.</summary>
    public ImapTokenReader Arguments => new(Raw, _limits, _utf8, _arguments);

    /// <summary>Whether the name stands behind something that is no number.</summary>
    internal bool IsBehindOther { get; }

    /// <summary>To whom it is offered.</summary>
    internal ResponseOffer Offer { get; init; }

    /// <summary>Whether it is offered to those whom it fits, before those whom it might be for.</summary>
    internal bool IsForExactMatch => Offer is >= ResponseOffer.Whole and < ResponseOffer.Rest;

    /// <summary>Whether it is offered once more, since it may be the command's.</summary>
    internal bool IsHeldBack => Offer is ResponseOffer.HeldBack or ResponseOffer.Outdated;

    /// <summary>The response as if it ended there.</summary>
    internal UntaggedResponse UpTo(int length) => new(Raw[..length], _limits, _utf8, Code) { Offer = Offer };

    /// <summary>The response, offered to others.</summary>
    internal UntaggedResponse To(ResponseOffer offer) => this with { Offer = offer };

    /// <summary>Whether a literal that it goes on with could be held in memory with it.</summary>
    internal bool HasRoomFor(long literal) =>
        literal <= _limits.MaxLiteralOctets && literal <= _limits.MaxBufferedOctets - Raw.Length;

    // Behind the name instead of before it.
    private static uint? ReadOnlyNumber(ref ImapTokenReader reader)
    {
        ImapTokenReader behind = reader;
        bool isNumber = Ascii.IsDigit(behind.Remaining.TrimStart((byte)' ') is [var first, ..] ? first : (byte)0);
        if (!isNumber || !behind.TryReadNumber(out ulong number) || number > uint.MaxValue || !behind.End)
            return null;
        reader = behind;
        return (uint)number;
    }

    /// <summary>Whether the response has that name, in any case.</summary>
    /// <param name="name">The name in upper case, such as <c>"LIST"u8</c>.</param>
    public bool Is(ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(Name, name);
}
