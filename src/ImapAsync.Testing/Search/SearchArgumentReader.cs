using System.Buffers;
using System.Globalization;
using ImapAsync.Extensibility;

namespace ImapAsync.Testing;

/// <summary>
/// Reads the arguments of search keys. The token reader accepts what servers send; from a client, only what the grammar
/// allows is accepted.
/// </summary>
internal ref struct SearchArgumentReader(ImapTokenReader reader)
{
    private static readonly SearchValues<byte> AStringCharacters =
        SearchValues.Create(
            "!#$&'+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz|}~"u8);

    private ImapTokenReader _reader = reader;
    private SearchCharset _charset = SearchCharset.Unsaid;

    /// <summary>The reader at the current position.</summary>
    public readonly ImapTokenReader Reader => _reader;

    public ImapTokenKind Peek() => _reader.Peek();

    /// <summary>Reads <c>charset</c>, the charset of all texts that follow.</summary>
    public void ReadCharset() => _charset = SearchCharset.Find(WireText.Decode(ReadAString("a charset")));

    /// <summary>Reads <c>CHARSET name</c> if it comes next.</summary>
    public void TryReadCharset()
    {
        ImapTokenReader ahead = _reader;
        if (ahead.Peek() != ImapTokenKind.Atom || !Ascii.EqualsIgnoreCase(ahead.ReadAtom(), "CHARSET"u8))
            return;
        _reader = ahead;
        ReadCharset();
    }

    /// <summary>Reads a search key, or a set in its place.</summary>
    public ReadOnlySpan<byte> ReadWord() =>
        Peek() == ImapTokenKind.Atom ? _reader.ReadAtom() : throw Expected("a search key");

    public bool TryReadListStart()
    {
        try
        {
            return _reader.TryReadListStart();
        }
        catch (ImapProtocolException exception)
        {
            throw CommandRefusedException.Bad(exception.Message);
        }
    }

    public bool TryReadListEnd() => _reader.TryReadListEnd();

    /// <summary>Reads an astring, decoded.</summary>
    public string ReadText(string expected) => _charset.Decode(ReadAString(expected));

    /// <summary>Reads an atom.</summary>
    public string ReadAtom(string expected) =>
        Peek() == ImapTokenKind.Atom ? WireText.Decode(ReadAString(expected)) : throw Expected(expected);

    /// <summary>Reads a number in decimal digits.</summary>
    public ulong ReadNumber(string expected, ulong least = 0)
    {
        string digits = ReadAtom(expected);
        bool valid = ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number)
            && number >= least && number <= long.MaxValue;
        return valid ? number : throw Expected(expected);
    }

    /// <summary>Reads a date, quoted or not: <c>1-Feb-1994</c>.</summary>
    public DateOnly ReadDate()
    {
        bool isLiteral = Peek() == ImapTokenKind.Literal;
        ReadOnlySpan<byte> text = ReadAString("a date");
        DateTimeOffset? date = null;
        bool isDate = !isLiteral && DateShape.IsDate(text) && ImapDate.TryParse(text, out date);
        return isDate && date is { } day
            ? DateOnly.FromDateTime(day.Date)
            : throw Expected("a date such as 1-Feb-1994");
    }

    /// <summary>Reads a set of UIDs.</summary>
    public UidSet ReadUids() =>
        Peek() == ImapTokenKind.Atom && UidSet.TryParse(_reader.ReadAtom(), out UidSet? set)
            ? set
            : throw Expected("a set of UIDs");

    /// <summary>Reads an astring.</summary>
    public ReadOnlySpan<byte> ReadAString(string expected)
    {
        switch (Peek())
        {
            case ImapTokenKind.Atom:
                ReadOnlySpan<byte> atom = _reader.ReadAtom();
                return atom.IndexOfAnyExcept(AStringCharacters) < 0 ? atom : throw Expected(expected);
            case ImapTokenKind.Quoted or ImapTokenKind.Literal:
                return ReadQuotedOrLiteral();
            default:
                throw Expected(expected);
        }
    }

    private ReadOnlySpan<byte> ReadQuotedOrLiteral()
    {
        try
        {
            ReadOnlySpan<byte> text = _reader.ReadString().Bytes;
            return text.Contains((byte)0) ? throw Expected("a string without NUL (RFC 9051 §9, CHAR8)") : text;
        }
        catch (ImapProtocolException exception)
        {
            throw CommandRefusedException.Bad(exception.Message);
        }
    }

    /// <summary>Creates the error that says what was expected where reading stopped.</summary>
    public readonly CommandRefusedException Expected(string expected)
    {
        int position = _reader.Position;
        return CommandRefusedException.Bad(
            $"There should be {expected} in the search before octet {position} of the command.");
    }
}
