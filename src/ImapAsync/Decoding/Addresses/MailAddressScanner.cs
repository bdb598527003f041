using System.Buffers;

namespace ImapAsync;

/// <summary>
/// Reads words, comments and separators of an address list. It only moves forward, so its cost is linear even for
/// unbalanced input.
/// </summary>
internal ref struct MailAddressScanner(ReadOnlySpan<byte> value)
{
    private static readonly SearchValues<byte> EndOfAtom = SearchValues.Create(" \t\r\n()<>@,;:\""u8);

    private readonly ReadOnlySpan<byte> _value = value;

    // Once one was found to be unterminated, no more are looked for.
    private bool _commentsAreOpen;
    private bool _quotesAreOpen;

    /// <summary>The text between the parentheses of the last comment that was skipped.</summary>
    public ReadOnlySpan<byte> Comment { get; private set; }

    public int Position { get; set; }

    public readonly bool AtEnd => Position >= _value.Length;

    public readonly byte Current => _value[Position];

    public readonly ReadOnlySpan<byte> Rest => _value[Position..];

    public void ForgetComment() => Comment = default;

    /// <summary>Skips white space and comments; false if there were none.</summary>
    public bool SkipSpace()
    {
        int before = Position;
        while (!AtEnd)
        {
            if (Current is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                Position++;
            else if (Current == '(')
                SkipComment();
            else
                break;
        }

        return Position > before;
    }

    /// <summary>Skips the character if it comes next.</summary>
    public bool TryTake(char expected)
    {
        if (AtEnd || Current != expected)
            return false;
        Position++;
        return true;
    }

    /// <summary>
    /// Copies the next atom, encoded word or quoted string, unquoted; 0 if only a stray character was skipped.
    /// </summary>
    public int TakeWord(Span<byte> destination)
    {
        ReadOnlySpan<byte> rest = Rest;
        if (Current == '"')
            return TakeQuoted(destination);

        // Contrary to the rules, encoded words contain commas and the like.
        int length = rest.StartsWith("=?"u8) && EncodedWord.TryRead(rest, out EncodedWord word)
            ? word.Length
            : rest.IndexOfAny(EndOfAtom);
        if (length < 0)
            length = rest.Length;
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
