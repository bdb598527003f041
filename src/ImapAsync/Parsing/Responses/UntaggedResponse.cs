namespace ImapAsync.Extensibility;

/// <summary>
/// One untagged response in the receive buffer: valid only during the call that hands it over (RFC 9051 §7).
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
        {
            Number = (uint)number;
        }

        bool isNumbered = Number is not null && reader.Position < raw.Length && raw[reader.Position] == ' ';
        Name = reader.Peek() == ImapTokenKind.Atom ? reader.ReadAtom() : default;
        Kind = ResponseNames.KindOf(Name);
        if (Number is null && Kind is (ResponseKind.Exists or ResponseKind.Recent))
            Number = ReadOnlyNumber(ref reader);
        _arguments = reader.Position;
        int start = isNumbered ? -1 : DisplacedName.Find(raw, Kind);
        if (start < 0)
            return;
        IsBehindOther = true;
        Number = null;
        reader = new ImapTokenReader(raw, limits, utf8, start);
        Name = reader.ReadAtom();
        Kind = ResponseNames.KindOf(Name);
        _arguments = reader.Position;
    }

    /// <summary>Creates a response from a part of another one that has the same meaning.</summary>
    internal UntaggedResponse(ReadOnlySpan<byte> name, ReadOnlySpan<byte> part, ImapLimits limits, bool utf8)
    {
        Raw = part;
        Name = name;
        Kind = ResponseNames.KindOf(name);
        _limits = limits;
        _utf8 = utf8;
    }

    /// <summary>The whole response without the leading <c>* </c> and the line end.</summary>
    public ReadOnlySpan<byte> Raw { get; }

    /// <summary>The number at the start of some responses, as in <c>* 12 FETCH</c>; otherwise null.</summary>
    public uint? Number { get; }

    /// <summary>The response's name as it was sent, such as <c>FETCH</c>.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>The response code of an untagged OK, NO or BAD; otherwise null.</summary>
    public ResponseCode? Code { get; }

    /// <summary>A reader positioned after the name.</summary>
    public ImapTokenReader Arguments => new(Raw, _limits, _utf8, _arguments);

    /// <summary>The kind of the response.</summary>
    internal ResponseKind Kind { get; }

    /// <summary>Whether the name follows something that is not a number.</summary>
    internal bool IsBehindOther { get; }

    /// <summary>The commands to which it is offered.</summary>
    internal ResponseOffer Offer { get; init; }

    /// <summary>Whether it is offered to the commands that it matches, before those that it might be for.</summary>
    internal bool IsForExactMatch => Offer is >= ResponseOffer.Whole and < ResponseOffer.Rest;

    /// <summary>Whether it is offered once more, since it may belong to the command.</summary>
    internal bool IsHeldBack => Offer is ResponseOffer.HeldBack or ResponseOffer.Outdated;

    /// <summary>The response cut off at this length.</summary>
    internal UntaggedResponse UpTo(int length) => new(Raw[..length], _limits, _utf8, Code) { Offer = Offer };

    /// <summary>The same response, offered to other commands.</summary>
    internal UntaggedResponse To(ResponseOffer offer) => this with { Offer = offer };

    /// <summary>Whether a literal that continues it could be held in memory with it.</summary>
    internal bool HasRoomFor(long literal) =>
        literal <= _limits.MaxLiteralOctets && literal <= _limits.MaxBufferedOctets - Raw.Length;

    // After the name instead of before it.
    private static uint? ReadOnlyNumber(ref ImapTokenReader reader)
    {
        ImapTokenReader behind = reader;
        bool isNumber = Ascii.IsDigit(behind.Remaining.TrimStart((byte)' ') is [var first, ..] ? first : (byte)0);
        if (!isNumber || !behind.TryReadNumber(out ulong number) || number > uint.MaxValue || !behind.End)
            return null;
        reader = behind;
        return (uint)number;
    }

    /// <summary>Whether the response has this name, ignoring case.</summary>
    /// <param name="name">The name in upper case, such as <c>"LIST"u8</c>.</param>
    public bool Is(ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(Name, name);
}
