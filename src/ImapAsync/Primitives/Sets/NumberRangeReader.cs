using System.Buffers.Text;

namespace ImapAsync;

/// <summary>
/// Reads a sequence-set range by range in its written order, which is significant in COPYUID (RFC 4315 §3).
/// </summary>
internal ref struct NumberRangeReader(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;
    private bool _started;

    /// <summary>Whether something that is not a range was found.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>Reads the next range; false at the end, and at anything that is not a range.</summary>
    /// <param name="range">
    /// Its lower end, then its higher end. <c>*</c> is 0 and comes last, except when it stands for both.
    /// </param>
    public bool TryRead(out NumberRange<uint> range)
    {
        range = default;
        if (IsMalformed || (_rest.IsEmpty && _started))
            return false;
        if (!(Skip((byte)',', optional: !_started) && TryReadNumber(out uint first)))
            return Fail();
        _started = true;
        uint last = first;
        if (_rest is [(byte)':', ..] && !(Skip((byte)':', optional: false) && TryReadNumber(out last)))
            return Fail();
        range = first != 0 && (first <= last || last == 0) ? new(first, last) : new(last, first);
        return true;
    }

    private bool Skip(byte separator, bool optional)
    {
        if (optional)
            return true;
        if (_rest.IsEmpty || _rest[0] != separator)
            return false;
        _rest = _rest[1..];
        return true;
    }

    private bool TryReadNumber(out uint number)
    {
        if (_rest is [(byte)'*', ..])
        {
            number = 0;
            _rest = _rest[1..];
            return true;
        }

        // Utf8Parser accepts a sign, IMAP does not.
        if (_rest is not [>= (byte)'0' and <= (byte)'9', ..] || !Utf8Parser.TryParse(_rest, out number, out int used)
            || number == 0)
        {
            number = 0;
            return false;
        }

        _rest = _rest[used..];
        return true;
    }

    private bool Fail()
    {
        IsMalformed = true;
        return false;
    }
}
