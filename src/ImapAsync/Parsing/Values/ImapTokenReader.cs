using System.Buffers;

namespace ImapAsync.Extensibility;

/// <summary>
/// Reads the tokens of one response from contiguous octets, including literals, without copying (RFC 9051 §4 and §9).
/// </summary>
/// <remarks>
/// Every <c>Read</c> method skips the spaces before its token and throws <see cref="ImapProtocolException"/> if
/// something else stands there. The connection contains that exception: the response becomes a
/// <see cref="MalformedResponse"/> and the connection stays open.
/// </remarks>
public ref struct ImapTokenReader
{
    /// <summary>How deep lists may be nested unless specified in the constructor.</summary>
    public const int DefaultMaxDepth = 64;

    private static readonly SearchValues<byte> AtomEnd = SearchValues.Create(" \t()\r\n"u8);

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _maxDepth;
    private readonly int _maxItems;
    private readonly bool _utf8;
    private int _position;
    private int _depth;
    private int _items;

    /// <summary>Reads <paramref name="bytes"/> from the start.</summary>
    /// <param name="bytes">The octets of the response or a part of it, without the final line end.</param>
    /// <param name="maxDepth">How deep lists may be nested before the response counts as malformed.</param>
    public ImapTokenReader(ReadOnlySpan<byte> bytes, int maxDepth = DefaultMaxDepth)
    {
        _bytes = bytes;
        _maxDepth = maxDepth;
        _maxItems = ImapLimits.Default.MaxListItems;
    }

    internal ImapTokenReader(ReadOnlySpan<byte> bytes, ImapLimits limits, bool utf8, int position)
    {
        _utf8 = utf8;
        _bytes = bytes;
        _maxDepth = limits.MaxNesting;
        _maxItems = limits.MaxListItems;
        _position = position;
    }

    /// <summary>The offset of the next octet to be read.</summary>
    public readonly int Position => _position;

    /// <summary>The unread octets, including leading spaces.</summary>
    public readonly ReadOnlySpan<byte> Remaining => _bytes[_position..];

    /// <summary>Whether only spaces are left.</summary>
    public bool End => Peek() == ImapTokenKind.End;

    /// <summary>Returns the kind of the next token without reading it.</summary>
    public ImapTokenKind Peek()
    {
        SkipSpaces();
        if (_position >= _bytes.Length)
            return ImapTokenKind.End;

        return _bytes[_position] switch
        {
            (byte)'(' => ImapTokenKind.ListStart,
            (byte)')' => ImapTokenKind.ListEnd,
            (byte)'"' => ImapTokenKind.Quoted,
            (byte)'{' when LiteralHeader.TryParse(_bytes[_position..], out _) => ImapTokenKind.Literal,
            (byte)'~' when LiteralHeader.TryParse(_bytes[_position..], out _) => ImapTokenKind.Literal,
            (byte)'\r' or (byte)'\n' => ImapTokenKind.End,
            _ => ImapTokenKind.Atom,
        };
    }

    /// <summary>Reads an opening parenthesis if it comes next.</summary>
    public bool TryReadListStart()
    {
        SkipSpaces();
        if (_position >= _bytes.Length || _bytes[_position] != '(')
            return false;

        CountItem();
        if (_depth == 0)
            _items = 0;
        if (++_depth > _maxDepth)
        {
            throw OverLimit(
                $"lists nested no deeper than {_maxDepth} ({nameof(ImapLimits)}.{nameof(ImapLimits.MaxNesting)})",
                nameof(ImapLimits.MaxNesting));
        }

        _position++;
        return true;
    }

    /// <summary>Reads the opening parenthesis that must come next.</summary>
    public void ReadListStart()
    {
        if (!TryReadListStart())
            throw Malformed("'('");
    }

    /// <summary>Reads a closing parenthesis if it comes next.</summary>
    public bool TryReadListEnd()
    {
        SkipSpaces();
        if (_position >= _bytes.Length || _bytes[_position] != ')')
            return false;

        _depth--;
        _position++;
        return true;
    }

    /// <summary>Reads the closing parenthesis that must come next.</summary>
    public void ReadListEnd()
    {
        if (!TryReadListEnd())
            throw Malformed("')'");
    }

    /// <summary>Reads NIL, ignoring case, if it comes next.</summary>
    public bool TryReadNil()
    {
        SkipSpaces();
        ReadOnlySpan<byte> rest = _bytes[_position..];
        if (rest.Length < 3 || (rest[0] | 0x20) != 'n' || !Ascii.EqualsIgnoreCase(rest[..3], "NIL"u8)
            || (rest.Length > 3 && !AtomEnd.Contains(rest[3])))
        {
            return false;
        }

        _position += 3;
        return true;
    }

    /// <summary>
    /// Reads an atom: everything up to a space, a parenthesis or the end. All other octets are tolerated.
    /// </summary>
    public ReadOnlySpan<byte> ReadAtom()
    {
        SkipSpaces();
        ReadOnlySpan<byte> rest = _bytes[_position..];
        int length = rest.IndexOfAny(AtomEnd);
        if (length < 0)
            length = rest.Length;
        if (length == 0)
            throw Malformed("an atom");

        CountItem();
        _position += length;
        return rest[..length];
    }

    /// <summary>Reads a number; a negative one, which some servers send, is 0 (<c>-1</c> means "unknown").</summary>
    public ulong ReadNumber()
    {
        SkipSpaces();
        if (!TryReadNumber(out ulong value))
            throw Malformed("a number");
        return value;
    }

    /// <summary>Reads a number if one comes next; a negative one is 0. A quoted number is accepted.</summary>
    public bool TryReadNumber(out ulong value)
    {
        SkipSpaces();
        bool read = NumberToken.TryParse(_bytes[_position..], out value, out int length);
        _position += length;
        return read;
    }

    /// <summary>Reads a number of 32 bits, such as a UID or a sequence number.</summary>
    public uint ReadNumber32()
    {
        ulong value = ReadNumber();
        return value <= uint.MaxValue ? (uint)value : throw Malformed("a number below 2^32");
    }

    /// <summary>Reads a number of 63 bits, such as a count of octets.</summary>
    public long ReadNumber63()
    {
        ulong value = ReadNumber();
        return value <= long.MaxValue ? (long)value : throw Malformed("a number below 2^63");
    }

    /// <summary>Reads an atom, a quoted string, a literal or NIL.</summary>
    public ImapString ReadString()
    {
        switch (Peek())
        {
            case ImapTokenKind.Quoted:
                return ReadQuoted();
            case ImapTokenKind.Literal:
                return ReadLiteral();
            case ImapTokenKind.Atom:
                return TryReadNil() ? default : new ImapString(ReadAtom(), escaped: false);
            default:
                throw Malformed("a string");
        }
    }

    /// <summary>Reads a string as text, or null for NIL: UTF-8 or, failing that, Latin-1.</summary>
    public string? ReadText() => ReadString().ToText();

    /// <summary>Reads a mailbox name (RFC 9051 §5.1).</summary>
    public MailboxName ReadMailbox() =>
        MailboxName.FromServer(Peek() == ImapTokenKind.Atom ? ReadAtom() : ReadString().Bytes, _utf8);

    /// <summary>Whether names are in UTF-8.</summary>
    internal readonly bool Utf8 => _utf8;

    /// <summary>
    /// The rest if a list comes next, for walking its elements one by one; empty for NIL, anything else, or the end.
    /// </summary>
    internal ReadOnlySpan<byte> ListOctets => Peek() == ImapTokenKind.ListStart ? Remaining : default;

    /// <summary>Reads the next octets, whatever they are.</summary>
    internal ReadOnlySpan<byte> ReadOctets(int length)
    {
        SkipSpaces();
        _position += length;
        return _bytes[(_position - length).._position];
    }

    /// <summary>
    /// Reads one whole value, including everything in its parentheses, and returns its octets verbatim.
    /// </summary>
    public ReadOnlySpan<byte> ReadValue()
    {
        SkipSpaces();
        int start = _position;
        SkipValue();
        return _bytes[start.._position];
    }

    /// <summary>
    /// Skips one whole value, including everything in its parentheses, at any depth. A list that is never closed ends
    /// with the response.
    /// </summary>
    public void SkipValue()
    {
        int open = 0;
        do
        {
            switch (Peek())
            {
                case ImapTokenKind.ListStart:
                    open++;
                    _position++;
                    break;
                case ImapTokenKind.ListEnd when open == 0:
                    throw Malformed("a value");
                case ImapTokenKind.ListEnd:
                    open--;
                    _position++;
                    break;
                case ImapTokenKind.End when open == 0:
                    throw Malformed("a value");
                case ImapTokenKind.End:
                    return;
                default:
                    SkipString();
                    break;
            }
        }
        while (open > 0);
    }

    /// <summary>Creates the exception that says what was expected at the current position and what was found.</summary>
    /// <param name="expected">What was expected, such as "a number".</param>
    public readonly ImapProtocolException Malformed(string expected) =>
        ProtocolErrors.Expected(expected, _bytes, _position);

    private readonly ImapLimitException OverLimit(string expected, string limit) =>
        new(Malformed(expected).Message, limit);

    private void SkipString()
    {
        byte first = _bytes[_position];
        if (first == '"')
            ReadQuoted();
        else if (Peek() == ImapTokenKind.Literal)
            ReadLiteral();
        else
            ReadAtom();
    }

    private ImapString ReadQuoted()
    {
        ReadOnlySpan<byte> rest = _bytes[(_position + 1)..];
        int length = QuotedToken.Length(rest, out bool escaped);
        if (length < 0)
            throw Malformed("a quoted string that ends before its line does");

        CountItem();
        _position += length + 2;
        return new ImapString(rest[..length], escaped);
    }

    private ImapString ReadLiteral()
    {
        if (!LiteralHeader.TryParse(_bytes[_position..], out LiteralHeader header))
            throw Malformed("a literal");
        long available = _bytes.Length - _position - header.Length;
        if (header.Size > available)
            throw Malformed($"a literal of {header.Size} octets (there are {available})");

        _position += header.Length;
        ReadOnlySpan<byte> value = _bytes.Slice(_position, (int)header.Size);
        _position += (int)header.Size;
        return new ImapString(value, escaped: false);
    }

    private void CountItem()
    {
        if (_depth > 0 && ++_items > _maxItems)
        {
            throw OverLimit(
                $"no more than {_maxItems} items in a list ({nameof(ImapLimits)}.{nameof(ImapLimits.MaxListItems)})",
                nameof(ImapLimits.MaxListItems));
        }
    }

    private void SkipSpaces()
    {
        // Some servers write tabs.
        while (_position < _bytes.Length && _bytes[_position] is (byte)' ' or (byte)'\t')
            _position++;
    }
}
