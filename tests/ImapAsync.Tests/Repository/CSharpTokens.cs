namespace ImapAsync.Tests.Repository;

/// <summary>A word (identifier, keyword, number) or a single punctuation character of a C# file.</summary>
internal readonly record struct CSharpToken(string Text, int Line)
{
    public bool IsIdentifier => char.IsLetter(Text[0]) || Text[0] == '_';
}

/// <summary>The tokens of a C# file without its comments, directives and literals; what stands in the holes of interpolated strings counts.</summary>
internal ref struct CSharpTokens
{
    private readonly List<CSharpToken> _tokens = [];
    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private int _line = 1;

    private CSharpTokens(ReadOnlySpan<char> text) => _text = text;

    public static IReadOnlyList<CSharpToken> Read(string text)
    {
        var reader = new CSharpTokens(text);
        reader.ReadCode(inHole: false);
        return reader._tokens;
    }

    private readonly char Current => Peek(0);

    private readonly char Peek(int distance) => _at + distance < _text.Length ? _text[_at + distance] : '\0';

    private void ReadCode(bool inHole)
    {
        int depth = 0;
        while (_at < _text.Length)
        {
            if (inHole && depth == 0 && Current == '}')
            {
                return;
            }

            if (TrySkipTrivia() || TrySkipLiteral() || TryReadWord())
            {
                continue;
            }

            depth += Current switch { '{' => 1, '}' => -1, _ => 0 };
            _tokens.Add(new CSharpToken(Current.ToString(), _line));
            _at++;
        }
    }

    private bool TrySkipTrivia()
    {
        switch (Current)
        {
            case ' ' or '\t' or '\r' or '\n' or '\uFEFF':
                Advance();
                return true;
            case '/' when Peek(1) == '/':
            case '#' when IsFirstOnLine():
                SkipUntil("\n");
                return true;
            case '/' when Peek(1) == '*':
                SkipUntil("*/");
                return true;
            default:
                return false;
        }
    }

    private bool TrySkipLiteral()
    {
        if (Current == '\'')
        {
            SkipQuoted('\'', verbatim: false, interpolated: false);
            return true;
        }

        int dollars = 0;
        bool verbatim = false;
        int prefix = 0;
        for (; Peek(prefix) is '$' or '@'; prefix++)
        {
            dollars += Peek(prefix) == '$' ? 1 : 0;
            verbatim |= Peek(prefix) == '@';
        }

        if (Peek(prefix) != '"')
        {
            return false;
        }

        _at += prefix;
        int quotes = CountOf('"');
        if (quotes >= 3)
        {
            SkipRaw(quotes, dollars);
        }
        else
        {
            SkipQuoted('"', verbatim, interpolated: dollars > 0);
        }

        if (Current is 'u' or 'U' && Peek(1) == '8')
        {
            _at += 2;
        }

        return true;
    }

    private void SkipQuoted(char quote, bool verbatim, bool interpolated)
    {
        _at++;
        while (_at < _text.Length)
        {
            if (Current == quote)
            {
                if (!verbatim || Peek(1) != quote)
                {
                    _at++;
                    return;
                }

                _at += 2;
            }
            else if (Current == '\\' && !verbatim)
            {
                _at += 2;
            }
            else if (Current == '{' && interpolated)
            {
                ReadHole(1);
            }
            else
            {
                Advance();
            }
        }
    }

    private void SkipRaw(int quotes, int dollars)
    {
        _at += quotes;
        while (_at < _text.Length)
        {
            if (Current == '"' && CountOf('"') is var run && run >= quotes)
            {
                _at += run;
                return;
            }

            if (Current == '{' && dollars > 0)
            {
                ReadHole(dollars);
            }
            else
            {
                Advance();
            }
        }
    }

    // With one dollar a doubled brace stands for itself; with n dollars fewer than n do.
    private void ReadHole(int braces)
    {
        int run = CountOf('{');
        _at += run;
        if (braces == 1 ? run % 2 == 0 : run < braces)
        {
            return;
        }

        ReadCode(inHole: true);
        _at += braces;
    }

    private bool TryReadWord()
    {
        if (!char.IsLetterOrDigit(Current) && Current != '_')
        {
            return false;
        }

        int start = _at;
        while (char.IsLetterOrDigit(Current) || Current == '_')
        {
            _at++;
        }

        _tokens.Add(new CSharpToken(_text[start.._at].ToString(), _line));
        return true;
    }

    private readonly int CountOf(char character)
    {
        int count = 0;
        while (Peek(count) == character)
        {
            count++;
        }

        return count;
    }

    private readonly bool IsFirstOnLine()
    {
        ReadOnlySpan<char> before = _text[.._at];
        return before[(before.LastIndexOf('\n') + 1)..].IsWhiteSpace();
    }

    private void SkipUntil(string end)
    {
        int length = _text[_at..].IndexOf(end, StringComparison.Ordinal);
        int target = length < 0 ? _text.Length : _at + length + end.Length;
        while (_at < target)
        {
            Advance();
        }
    }

    private void Advance()
    {
        if (Current == '\n')
        {
            _line++;
        }

        _at++;
    }
}
