namespace ImapAsync;

/// <summary>
/// Walks the elements of one list without looking into them: each ends at its own balanced parenthesis, quote or count,
/// so that what is wrong in one does not reach the next.
/// </summary>
internal ref struct ListReader
{
    private readonly ReadOnlySpan<byte> _octets;
    private int _position;
    private int _start;

    /// <param name="list">
    /// The octets from the opening parenthesis on; what follows the closing one is not read. Empty: no elements.
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

    /// <summary>The element that <see cref="MoveNext"/> found; missing before the first and behind the last.</summary>
    public readonly ResponseValue Current => new(_octets[_start.._position]);

    /// <summary>Where <see cref="Current"/> begins.</summary>
    public readonly int Start => _start;

    /// <summary>Where <see cref="Current"/> ends.</summary>
    public readonly int End => _position;

    /// <summary>Whether an element stops with the octets before it is closed.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>
    /// Once <see cref="MoveNext"/> has found no more: whether a closing parenthesis is what it stopped at.
    /// </summary>
    public readonly bool IsAtListEnd => _position < _octets.Length;

    /// <summary>What stands behind the closing parenthesis at which it stopped.</summary>
    public readonly ReadOnlySpan<byte> Behind =>
        IsAtListEnd ? _octets[(_position + 1)..].Trim(" \t\r\n"u8) : default;

    /// <summary>Walks values that stand one after the other without parentheses around them.</summary>
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

    /// <summary>The next element; missing when there is none.</summary>
    public ResponseValue Next()
    {
        MoveNext();
        return Current;
    }
}
