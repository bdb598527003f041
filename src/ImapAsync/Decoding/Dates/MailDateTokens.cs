namespace ImapAsync;

/// <summary>Splits a date into tokens; white space, comments and quotes are skipped.</summary>
internal ref struct MailDateTokens(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _position;

    public bool TryNext(out MailDateToken token)
    {
        int before = _position;
        SkipSpace();
        token = default;
        if (_position >= _text.Length)
            return false;
        bool attached = before == _position && before > 0;
        int start = _position;
        byte first = _text[_position++];
        if (char.IsAsciiDigit((char)first))
        {
            while (_position < _text.Length && char.IsAsciiDigit((char)_text[_position]))
                _position++;
        }
        else if (char.IsAsciiLetter((char)first))
        {
            while (_position < _text.Length && char.IsAsciiLetter((char)_text[_position]))
                _position++;
        }

        token = new MailDateToken(_text[start.._position], attached);
        return true;
    }

    /// <summary>Skips the character, with white space before it, if it comes next.</summary>
    public bool TryTake(char expected)
    {
        int before = _position;
        SkipSpace();
        if (_position < _text.Length && _text[_position] == expected)
        {
            _position++;
            return true;
        }

        _position = before;
        return false;
    }

    /// <summary>Skips the character if it joins the number before it to another one.</summary>
    public bool TryTakeBetweenDigits(char expected)
    {
        if (_position + 1 >= _text.Length || _text[_position] != expected
            || !char.IsAsciiDigit((char)_text[_position + 1]))
        {
            return false;
        }

        _position++;
        return true;
    }

    /// <summary>The next number, or -1 if something else comes next.</summary>
    public int TakeNumber()
    {
        SkipSpace();
        return TryTakeAttachedNumber(out MailDateToken number) ? number.Number : -1;
    }

    public bool TryTakeAttachedNumber(out MailDateToken number)
    {
        number = default;
        return _position < _text.Length && char.IsAsciiDigit((char)_text[_position]) && TryNext(out number);
    }

    private void SkipSpace()
    {
        while (_position < _text.Length)
        {
            byte next = _text[_position];
            if (next == '(')
            {
                int comment = HeaderSyntax.CommentLength(_text[_position..]);
                _position = comment < 0 ? _text.Length : _position + comment;
            }
            else if (next is <= (byte)' ' or (byte)'"')
            {
                _position++;
            }
            else
            {
                return;
            }
        }
    }
}
