namespace ImapAsync;

/// <summary>Reads one address after the other. What is not understood yet is gathered as a phrase; the character after it tells what it was.</summary>
internal ref struct MailAddressReader(ReadOnlySpan<byte> value, Span<byte> scratch)
{
    private const int Nowhere = -1;

    // As long as the value: everything gathered stood in it.
    private readonly Span<byte> _phrase = scratch;

    private MailAddressScanner _scanner = new(value);
    private int _length;
    private int _lastWord;
    private int _at = Nowhere;
    private int _endOfHost;
    private bool _afterAngle;
    private string? _group;
    private bool _groupIsEmpty;

    public bool TryRead(out MailAddressEntry address)
    {
        while (true)
        {
            bool spaced = _scanner.SkipSpace();
            if (_scanner.AtEnd) return TryEnd(out address) || TryEndGroup(out address);
            bool complete = _scanner.Current switch
            {
                (byte)',' => TryEndAt(',', out address),
                (byte)';' => TryEndAt(';', out address) || TryEndGroup(out address),
                (byte)':' => TryStartGroup(out address),
                (byte)'<' => TryReadAngle(out address),
                (byte)'@' => TryReadHost(out address),
                _ => TryReadWord(spaced, out address),
            };
            if (complete) return true;
        }
    }

    private bool TryEndAt(char separator, out MailAddressEntry address)
    {
        _scanner.TryTake(separator);
        bool ended = TryEnd(out address);
        if (!ended || separator == ',') return ended;
        _group = null;
        return true;
    }

    // name@host, with a name before it or in a comment; or a lone word.
    private bool TryEnd(out MailAddressEntry address)
    {
        address = default;
        bool found = _at >= 0 || (_length > 0 && !_afterAngle);
        if (found)
        {
            string? name = _at >= 0 ? Name(_phrase[.._lastWord]) : null;
            string mailbox = _at >= 0 ? Text(_phrase[_lastWord.._at]) : Text(_phrase[.._length]);
            string? host = _at >= 0 ? Text(_phrase[(_at + 1).._endOfHost]) : null;
            address = new MailAddressEntry(name ?? CommentText(), mailbox, string.IsNullOrEmpty(host) ? null : host, _group);
            _groupIsEmpty = false;
        }

        Clear();
        _afterAngle = false;
        return found;
    }

    private bool TryStartGroup(out MailAddressEntry address)
    {
        _scanner.TryTake(':');
        address = default;
        if (_length == 0) return false;
        bool endsAnother = TryEndGroup(out address);
        _group = Text(_phrase[.._length]);
        _groupIsEmpty = true;
        Clear();
        return endsAnother;
    }

    private bool TryEndGroup(out MailAddressEntry address)
    {
        address = new MailAddressEntry(null, null, null, _group);
        bool isEmpty = _group is not null && _groupIsEmpty;
        _group = null;
        return isEmpty;
    }

    private bool TryReadWord(bool spaced, out MailAddressEntry address)
    {
        address = default;
        int start = _length;
        if (spaced && start > 0) _phrase[start++] = (byte)' ';
        int length = _scanner.TakeWord(_phrase[start..]);
        if (length == 0) return false;
        if (spaced && _at < 0) _lastWord = start;
        _length = start + length;
        return false;
    }

    private bool TryReadHost(out MailAddressEntry address)
    {
        address = default;
        _scanner.TryTake('@');
        if (_length == 0 || _at >= 0) return false;
        _at = _length;
        _phrase[_length++] = (byte)'@';
        GatherHost();
        _endOfHost = _length;
        return false;
    }

    // atom *("." atom), with space around the dots: RFC 5322 §4.4.
    private void GatherHost()
    {
        bool first = true;
        while (true)
        {
            _scanner.SkipSpace();
            if (_scanner.AtEnd || _scanner.Current is (byte)'<' or (byte)'>' or (byte)',' or (byte)';' or (byte)':' or (byte)'@' or (byte)'"') return;
            bool joined = first || _scanner.Current == '.' || _phrase[_length - 1] == '.';
            if (!joined) return;
            bool literal = _scanner.Current == '[';
            _length += literal ? TakeLiteral() : _scanner.TakeWord(_phrase[_length..]);
            first = false;
        }
    }

    // [192.0.2.1], [IPv6:2001:db8::1]
    private int TakeLiteral()
    {
        ReadOnlySpan<byte> rest = _scanner.Rest;
        int length = rest.IndexOfAny("],>"u8);
        length = length < 0 ? rest.Length : rest[length] == ']' ? length + 1 : length;
        rest[..length].CopyTo(_phrase[_length..]);
        _scanner.Position += length;
        return length;
    }

    private bool TryReadAngle(out MailAddressEntry address)
    {
        string? name = Name(_phrase[.._length]);
        Clear(keepComment: true);
        while (_scanner.TryTake('<') || _scanner.SkipSpace())
        {
            // Some write two.
        }

        SkipRoute();
        GatherMailbox();
        string mailbox = Text(_phrase[.._length]);
        int hostStart = _length;
        if (_scanner.TryTake('@')) GatherHost();
        string host = Text(_phrase[hostStart.._length]);
        SkipToAngleEnd();
        _scanner.SkipSpace();
        address = new MailAddressEntry(name ?? CommentText(), mailbox, host.Length == 0 ? null : host, _group);
        _groupIsEmpty = false;
        Clear();
        _afterAngle = true;
        return true;
    }

    // <@relay.example,@other.example:user@host>: RFC 5322 §4.4.
    private void SkipRoute()
    {
        if (_scanner.AtEnd || _scanner.Current != '@') return;
        int end = _scanner.Rest.IndexOfAny(":<>;"u8);
        if (end >= 0 && _scanner.Rest[end] == ':') _scanner.Position += end + 1;
    }

    private void GatherMailbox()
    {
        while (true)
        {
            _scanner.SkipSpace();
            if (_scanner.AtEnd || _scanner.Current is (byte)'@' or (byte)'>' or (byte)',' or (byte)';' or (byte)'<') return;
            if (_scanner.TryTake(':')) _phrase[_length++] = (byte)':';
            else _length += _scanner.TakeWord(_phrase[_length..]);
        }
    }

    private void SkipToAngleEnd()
    {
        int end = _scanner.Rest.IndexOfAny(">,;<"u8);
        _scanner.Position += end < 0 ? _scanner.Rest.Length : end;
        while (_scanner.TryTake('>'))
        {
            // Two, where two were opened.
        }
    }

    private string? CommentText()
    {
        ReadOnlySpan<byte> comment = _scanner.Comment;
        return comment.IsEmpty ? null : Name(_phrase[..HeaderSyntax.Unescape(comment, _phrase)]);
    }

    private void Clear(bool keepComment = false)
    {
        _length = 0;
        _lastWord = 0;
        _at = Nowhere;
        if (!keepComment) _scanner.ForgetComment();
    }

    private static string? Name(ReadOnlySpan<byte> phrase)
    {
        phrase = phrase.Trim(" \t"u8);
        return phrase.IsEmpty ? null : Text(phrase);
    }

    private static string Text(ReadOnlySpan<byte> octets) => Charsets.Undeclared.GetString(octets);
}
