using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace ImapAsync.Testing;

/// <summary>
/// Reads the arguments of a command strictly by the grammar (RFC 9051 §9): one space where one is required, and nothing
/// that is not allowed. The error for a faulty client says what was found and what was expected.
/// </summary>
internal ref struct ArgumentReader(
    ReadOnlySpan<byte> octets, int position = 0, NameEncoding names = NameEncoding.ModifiedUtf7)
{
    private const int Excerpt = 30;

    private readonly ReadOnlySpan<byte> _octets = octets;
    private readonly NameEncoding _names = names;
    private int _position = position;

    public readonly int Position => _position;

    /// <summary>The unread octets.</summary>
    public readonly ReadOnlySpan<byte> Rest => _octets[_position..];

    public readonly bool IsAtEnd => _position >= _octets.Length;

    public readonly byte Next => IsAtEnd ? (byte)0 : _octets[_position];

    /// <summary>Requires one space here.</summary>
    public void Space() => Expect((byte)' ', "a space");

    public void ListStart() => Expect((byte)'(', "'('");

    public void ListEnd() => Expect((byte)')', "')'");

    public bool TrySpace() => TryTake((byte)' ');

    public bool TryListStart() => TryTake((byte)'(');

    public bool TryListEnd() => TryTake((byte)')');

    public bool TryTake(byte octet)
    {
        if (Next != octet || IsAtEnd)
            return false;
        _position++;
        return true;
    }

    /// <summary>Continues after what another reader has read.</summary>
    public void Skip(int count) => _position += count;

    /// <summary>Requires that nothing follows.</summary>
    public readonly void End()
    {
        if (!IsAtEnd)
            throw Wrong("the end of the command");
    }

    /// <summary>An atom, ignoring case.</summary>
    public string Atom() => Encoding.ASCII.GetString(Run(CharacterSets.Atom, "an atom"));

    /// <summary>Reads the word if it comes next, as a whole and ignoring case.</summary>
    public bool TryWord(ReadOnlySpan<byte> word)
    {
        if (!IsNext(word))
            return false;
        _position += word.Length;
        return true;
    }

    /// <summary>Whether the word comes next, as a whole and ignoring case.</summary>
    public readonly bool IsNext(ReadOnlySpan<byte> word)
    {
        ReadOnlySpan<byte> rest = Rest;
        return Ascii.StartsWithIgnoreCase(rest, word)
            && (rest.Length == word.Length || !CharacterSets.Atom.Contains(rest[word.Length]));
    }

    /// <summary>A run of octets from a set.</summary>
    public ReadOnlySpan<byte> Run(SearchValues<byte> allowed, string expected)
    {
        int length = Rest.IndexOfAnyExcept(allowed);
        if (length < 0)
            length = Rest.Length;
        return length > 0 ? Take(length) : throw Wrong(expected);
    }

    /// <summary>An atom, a quoted string or a literal.</summary>
    public ReadOnlySpan<byte> AString() =>
        Next is (byte)'"' or (byte)'{' ? String() : Run(CharacterSets.AString, "a string");

    /// <summary>A quoted string or a literal.</summary>
    public ReadOnlySpan<byte> String() => Next switch
    {
        (byte)'"' => Quoted(),
        (byte)'{' => Literal(),
        _ => throw Wrong("a string in quotes, or a literal"),
    };

    /// <summary>A string, also a literal8, or NIL.</summary>
    public byte[]? NString()
    {
        if (TryWord("NIL"u8))
            return null;
        return (Next == '~' ? Literal() : String()).ToArray();
    }

    /// <summary>An astring as text.</summary>
    public string AText() => WireText.Decode(AString());

    /// <summary>A mailbox name.</summary>
    public string Mailbox() => WireName.Decode(AString(), _names);

    /// <summary>A mailbox name that may contain wildcards.</summary>
    public string ListPattern()
    {
        bool isString = Next is (byte)'"' or (byte)'{';
        ReadOnlySpan<byte> pattern = isString ? String() : Run(CharacterSets.ListPattern, "a mailbox name or pattern");
        return WireName.DecodePattern(pattern, _names);
    }

    public long Number()
    {
        if (!Utf8Parser.TryParse(Rest, out ulong value, out int length) || value > long.MaxValue
            || !Ascii.IsDigit(Next))
        {
            throw Wrong("a number");
        }

        _position += length;
        return (long)value;
    }

    public uint Number32()
    {
        int start = _position;
        long value = Number();
        if (value <= uint.MaxValue)
            return (uint)value;
        _position = start;
        throw Wrong("a number below 4294967296");
    }

    /// <summary>A literal: synchronizing or not, binary or not.</summary>
    public ReadOnlySpan<byte> Literal()
    {
        int end = Rest.IndexOf((byte)'\n');
        ReadOnlySpan<byte> header = end < 0 ? default : Rest[..end].TrimEnd((byte)'\r');
        if (!LiteralAnnouncement.TryParse(header, out LiteralAnnouncement announcement)
            || header[0] is not ((byte)'{' or (byte)'~') || announcement.Size > Rest.Length - end - 1)
        {
            throw Wrong("a literal");
        }

        _position += end + 1;
        return Take((int)announcement.Size);
    }

    /// <summary>Creates the error that says what was found instead of what was expected.</summary>
    public readonly CommandRefusedException Wrong(string expected)
    {
        ReadOnlySpan<byte> rest = Rest[..Math.Min(Rest.Length, Excerpt)];
        string found = rest.IsEmpty ? "the end" : $"'{ProtocolErrors.Printable(rest)}'";
        return CommandRefusedException.Bad($"Expected {expected} at octet {_position}, found {found}");
    }

    private ReadOnlySpan<byte> Quoted()
    {
        ReadOnlySpan<byte> rest = _octets[(_position + 1)..];
        int length = QuotedToken.Length(rest, out bool isEscaped);
        if (length < 0 || rest[..length].Contains((byte)0))
            throw Wrong("a quoted string that ends on its line");
        _position += length + 2;
        if (!isEscaped)
            return rest[..length];
        byte[] plain = new byte[length];
        return plain.AsSpan(0, QuotedToken.Unescape(rest[..length], plain));
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        ReadOnlySpan<byte> taken = Rest[..length];
        _position += length;
        return taken;
    }

    private void Expect(byte octet, string name)
    {
        if (!TryTake(octet))
            throw Wrong(name);
    }
}
