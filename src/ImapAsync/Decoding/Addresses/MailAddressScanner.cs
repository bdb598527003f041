using System.Buffers;

namespace ImapAsync;

/// <summary>
/// Reads words, comments and separators of an address list; always forwards, so that its cost is linear whatever is
/// unbalanced.
/// </summary>
internal ref struct MailAddressScanner(ReadOnlySpan<byte> value)
{
    private static readonly SearchValues<byte> EndOfAtom = SearchValues.Create(" \t\r\n()<>@,;:\""u8);

    private readonly ReadOnlySpan<byte> _value = value;

    // Once one was seen not to end, none is looked for any more.
    private bool _commentsAreOpen;
    private bool _quotesAreOpen;

    /// <summary>What the last comment that was stepped over has between its parentheses.</summary>
    public ReadOnlySpan<byte> Comment { get; private set; }

    public int Position { get; set; }

    public readonly bool AtEnd => Position >= _value.Length;

    public readonly byte Current => _value[Position];

    public readonly ReadOnlySpan<byte> Rest => _value[Position..];

    public void ForgetComment() => Comment = default;

    /// <summary>Steps over white space and comments; false when there were none.</summary>
    public bool SkipSpace()
    {
        int before = Position;
        while (!AtEnd)
        {
            if (Current is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') Position++;
            else if (Current == '(') SkipComment();
            else break;
        }

        return Position > before;
    }

    /// <summary>Steps over that character when it comes next.</summary>
    public bool TryTake(char expected)
    {
        if (AtEnd || Current != expected) return false;
        Position++;
        return true;
    }

    /// <summary>
    /// Copies the atom, encoded word or quoted string that comes next, unquoted; 0 when only a stray character was
    /// stepped over.
    /// </summary>
    public int TakeWord(Span<byte> destination)
    {
        ReadOnlySpan<byte> rest = Rest;
        if (Current == '"') return TakeQuoted(destination);

        // Encoded words have commas and the like in them, against the rules.
        int length = rest.StartsWith("=?"u8) && EncodedWord.TryRead(rest, out EncodedWord word)
            ? word.Length
            : rest.IndexOfAny(EndOfAtom);
        if (length < 0) length = rest.Length;
        rest[..length].CopyTo(destination);
        Position += Math.Max(length, 1);
        return length;
    }

    private int TakeQuoted(Span<byte> destination)
    {
        int length = _quotesAreOpen ? -1 : HeaderSyntax.QuotedLength(Rest);
        if (length < 0)
        {
            _quotesAreOpen = true;
            Position++;
            return 0;
        }

        int written = HeaderSyntax.Unescape(Rest[1..(length - 1)], destination);
        Position += length;
        return written;
    }

    private void SkipComment()
    {
        int length = _commentsAreOpen ? -1 : HeaderSyntax.CommentLength(Rest);
        if (length < 0)
        {
            _commentsAreOpen = true;
            Position++;
            return;
        }

        Comment = Rest[1..(length - 1)];
        Position += length;
    }
}
