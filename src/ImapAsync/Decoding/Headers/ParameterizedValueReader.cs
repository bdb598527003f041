namespace ImapAsync;

/// <summary>Reads the semicolon-separated parts of a header value.</summary>
internal ref struct ParameterizedValueReader(ReadOnlySpan<byte> source, Span<byte> scratch)
{
    // As long as the source: no text is longer than its source.
    private readonly Span<byte> _scratch = scratch;

    private ReadOnlySpan<byte> _rest = source;

    // Once one was found to be unterminated, no more are looked for, so that the cost stays linear.
    private bool _commentsAreOpen;
    private bool _quotesAreOpen;

    public bool TryTakeParameter(out KeyValuePair<string, string> parameter)
    {
        while (!_rest.IsEmpty)
        {
            _rest = _rest[1..];
            int end = _rest.IndexOfAny("=;"u8);
            if (end < 0)
                break;
            ReadOnlySpan<byte> name = _rest[..end].Trim(" \t\r\n"u8);
            bool hasValue = _rest[end] == '=';
            _rest = _rest[end..];
            if (!hasValue)
                continue;
            _rest = _rest[1..];
            string nameText = Charsets.Undeclared.GetString(name);
            string text = TakeText();
            if (nameText.Length == 0)
                continue;
            parameter = new(nameText, text);
            return true;
        }

        parameter = default;
        return false;
    }

    /// <summary>
    /// The text up to the next semicolon: quoted strings unquoted, a trailing comment removed, spaces that should have
    /// been quoted kept.
    /// </summary>
    public string TakeText()
    {
        int length = 0;
        while (!_rest.IsEmpty && _rest[0] != ';')
        {
            length += _rest[0] switch
            {
                (byte)'"' => TakeQuoted(_scratch[length..]),
                (byte)'(' => TakeComment(_scratch[length..]),
                _ => Take(1, _scratch[length..]),
            };
        }

        return Charsets.Undeclared.GetString(_scratch[..length].Trim(" \t\r\n"u8));
    }

    private int TakeQuoted(Span<byte> destination)
    {
        int length = _quotesAreOpen ? -1 : HeaderSyntax.QuotedLength(_rest);
        _quotesAreOpen = length < 0;
        if (length < 0)
        {
            _rest = _rest[1..];
            return 0;
        }

        int written = HeaderSyntax.Unescape(_rest[1..(length - 1)], destination);
        _rest = _rest[length..];
        return written;
    }

    // At the end it is a comment; name=report(1).pdf merely lacks its quotes.
    private int TakeComment(Span<byte> destination)
    {
        int length = _commentsAreOpen ? -1 : HeaderSyntax.CommentLength(_rest);
        _commentsAreOpen = length < 0;
        if (length < 0)
            return Take(1, destination);
        ReadOnlySpan<byte> after = _rest[length..].TrimStart(" \t\r\n"u8);
        if (!after.IsEmpty && after[0] != ';')
            return Take(length, destination);
        _rest = _rest[length..];
        return 0;
    }

    private int Take(int length, Span<byte> destination)
    {
        _rest[..length].CopyTo(destination);
        _rest = _rest[length..];
        return length;
    }
}
