using System.Buffers;
using System.Text;

namespace ImapAsync;

/// <summary>
/// Text under construction: on the stack while it is short, then in pooled memory, so that the final string is the only
/// allocation.
/// </summary>
internal ref struct PooledText(Span<char> initial)
{
    private Span<char> _text = initial;
    private char[]? _rented;
    private int _length;

    public void Append(char c)
    {
        if (_length == _text.Length)
            Grow(1);
        _text[_length++] = c;
    }

    /// <summary>Appends decoded octets and returns the resulting characters, which may be changed in place.</summary>
    public Span<char> Append(Encoding encoding, scoped ReadOnlySpan<byte> octets)
    {
        int count = encoding.GetCharCount(octets);
        if (_text.Length - _length < count)
            Grow(count);
        Span<char> added = _text.Slice(_length, count);
        encoding.GetChars(octets, added);
        _length += count;
        return added;
    }

    /// <summary>
    /// Appends decoded octets on one line: a line break in them would let a sender forge headers wherever the text is
    /// reused. A byte order mark overrides the declared charset.
    /// </summary>
    public void AppendOnOneLine(Encoding declared, scoped ReadOnlySpan<byte> octets)
    {
        Encoding charset = ByteOrderMark.Remove(ref octets, declared);
        Span<char> added = Append(charset, octets);
        added.Replace('\r', ' ');
        added.Replace('\n', ' ');
    }

    public override readonly string ToString() => new(_text[.._length]);

    public void Dispose()
    {
        char[]? rented = _rented;
        this = default;
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
    }

    private void Grow(int needed)
    {
        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + needed, _text.Length * 2));
        _text[.._length].CopyTo(larger);
        if (_rented is not null)
            ArrayPool<char>.Shared.Return(_rented);
        _text = _rented = larger;
    }
}
