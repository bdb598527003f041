namespace ImapAsync;

/// <summary>
/// Walks the elements of one list without looking into them: each ends at its own balanced parenthesis, quote or count,
/// so that a fault in one does not affect the next.
/// </summary>
internal ref struct ListReader
{
    private readonly ReadOnlySpan<byte> _octets;
    private int _position;
    private int _start;

    /// <param name="list">
    /// The octets from the opening parenthesis on; what follows the closing one is not read. If empty, there are no
    /// elements.
    /// </param>
    public ListReader(ReadOnlySpan<byte> list)
        : this(list, list.IsEmpty ? 0 : 1)
    {
    }

    private ListReader(ReadOnlySpan<byte> octets, int position)
    {
        _octets = octets;
        _position = position;
    }

    /// <summary>The element found by <see cref="MoveNext"/>; missing before the first and after the last.</summary>
    public readonly ResponseValue Current => new(_octets[_start.._position]);

    /// <summary>The start of <see cref="Current"/>.</summary>
    public readonly int Start => _start;

    /// <summary>The end of <see cref="Current"/>.</summary>
    public readonly int End => _position;

    /// <summary>Whether the octets end before an element is closed.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Once <see cref="MoveNext"/> has found no more: whether it stopped at a closing parenthesis.</summary>
    public readonly bool IsAtListEnd => _position < _octets.Length;

    /// <summary>The octets after the closing parenthesis at which it stopped.</summary>
    public readonly ReadOnlySpan<byte> Behind =>
        IsAtListEnd ? _octets[(_position + 1)..].Trim(" \t\r\n"u8) : default;

    /// <summary>Walks a sequence of values that is not enclosed in parentheses.</summary>
    public static ListReader Bare(ReadOnlySpan<byte> values) => new(values, position: 0);

    public bool MoveNext()
    {
        _position = _start = ValueScanner.SkipSpaces(_octets, _position);
        if (_position >= _octets.Length || _octets[_position] == ')')
            return false;

        int end = ValueScanner.End(_octets, _position);
        IsCutOff |= end < 0;
        _position = end < 0 ? _octets.Length : end;
        return true;
    }

    /// <summary>The next element; missing if there is none.</summary>
    public ResponseValue Next()
    {
        MoveNext();
        return Current;
    }
}
