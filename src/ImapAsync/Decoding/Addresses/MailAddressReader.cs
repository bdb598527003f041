namespace ImapAsync;

/// <summary>
/// Reads one address after the other. Unclassified text is gathered as a phrase; the character after it decides what it
/// was.
/// </summary>
internal ref struct MailAddressReader(ReadOnlySpan<byte> value, Span<byte> scratch)
{
    private const int Nowhere = -1;

    // As long as the value: everything gathered comes from it.
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
            if (_scanner.AtEnd)
                return TryEnd(out address) || TryEndGroup(out address);
            bool complete = _scanner.Current switch
            {
                (byte)',' => TryEndAt(',', out address),
                (byte)';' => TryEndAt(';', out address) || TryEndGroup(out address),
                (byte)':' => TryStartGroup(out address),
                (byte)'<' => TryReadAngle(out address),
                (byte)'@' => TryReadHost(out address),
                _ => TryReadWord(spaced, out address),
            };
            if (complete)
                return true;
        }
    }

    private bool TryEndAt(char separator, out MailAddressEntry address)
    {
        _scanner.TryTake(separator);
        bool ended = TryEnd(out address);
        if (!ended || separator == ',')
            return ended;
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
            address =
                new MailAddressEntry(name ?? CommentText(), mailbox, string.IsNullOrEmpty(host) ? null : host, _group);
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
        if (_length == 0)
            return false;
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
        if (spaced && start > 0)
            _phrase[start++] = (byte)' ';
        int length = _scanner.TakeWord(_phrase[start..]);
        if (length == 0)
            return false;
        if (spaced && _at < 0)
            _lastWord = start;
        _length = start + length;
        return false;
    }

    private bool TryReadHost(out MailAddressEntry address)
    {
        address = default;
        _scanner.TryTake('@');
        if (_length == 0 || _at >= 0)
            return false;
        _at = _length;
        _phrase[_length++] = (byte)'@';
        _length += MailAddressSpec.TakeHost(ref _scanner, _phrase[_length..]);
        _endOfHost = _length;
        return false;
    }

    private bool TryReadAngle(out MailAddressEntry address)
    {
        string? name = Name(_phrase[.._length]);
        Clear(keepComment: true);
        ReadOnlySpan<byte> route = MailAddressSpec.SkipAngleStart(ref _scanner);
        string mailbox = Text(_phrase[..MailAddressSpec.TakeMailbox(ref _scanner, _phrase)]);
        string host = _scanner.TryTake('@')
            ? Text(_phrase[..MailAddressSpec.TakeHost(ref _scanner, _phrase)])
            : string.Empty;
        MailAddressSpec.SkipAngleEnd(ref _scanner);
        _scanner.SkipSpace();
        address = new MailAddressEntry(name ?? CommentText(), mailbox, host.Length == 0 ? null : host, _group)
        {
            Route = route.IsEmpty ? null : Text(route)
        };
        _groupIsEmpty = false;
        Clear();
        _afterAngle = true;
        return true;
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
        if (!keepComment)
            _scanner.ForgetComment();
    }

    private static string? Name(ReadOnlySpan<byte> phrase)
    {
        phrase = phrase.Trim(" \t"u8);
        return phrase.IsEmpty ? null : Text(phrase);
    }

    private static string Text(ReadOnlySpan<byte> octets) => Charsets.Undeclared.GetString(octets);
}
