namespace ImapAsync;

/// <summary>Finds the fields of a header one after the other; lines that are not fields are skipped.</summary>
internal ref struct MailHeaderReader(ReadOnlySpan<byte> block, int position)
{
    private readonly ReadOnlySpan<byte> _block = block;
    private int _name;
    private int _nameLength;
    private int _value;
    private int _end;

    /// <summary>The position to continue from.</summary>
    public int Position { get; private set; } = position;

    /// <summary>The start of the current field; it extends to <see cref="Position"/>, including its line end.</summary>
    public readonly int Start => _name;

    public readonly ReadOnlySpan<byte> Name => _block.Slice(_name, _nameLength);

    /// <summary>Moves to the next field; false at the empty line or the end.</summary>
    public bool TryRead()
    {
        while (Position < _block.Length)
        {
            int start = Position;
            int end = NextLine();
            ReadOnlySpan<byte> line = _block[start..end].TrimEnd((byte)'\r');
            if (line.IsEmpty)
            {
                Position = _block.Length;
                break;
            }

            int length = NameLength(line, out int colon);
            if (length == 0)
                continue;
            while (Position < _block.Length && _block[Position] is (byte)' ' or (byte)'\t')
                end = NextLine();
            (_name, _nameLength, _value, _end) = (start, length, start + colon + 1, end);
            return true;
        }

        return false;
    }

    /// <summary>The current field, in the memory that the block is the span of.</summary>
    public readonly MailHeaderField Field(ReadOnlyMemory<byte> block) =>
        new(block.Slice(_name, _nameLength), block[_value.._end].Trim(" \t\r\n"u8));

    private int NextLine()
    {
        int length = _block[Position..].IndexOf((byte)'\n');
        int end = length < 0 ? _block.Length : Position + length;
        Position = length < 0 ? end : end + 1;
        return end;
    }

    // Neither the "From " line of an mbox nor a line that lost its indentation has a name before a colon:
    // RFC 5322 §2.2.
    private static int NameLength(ReadOnlySpan<byte> line, out int colon)
    {
        colon = line.IndexOf((byte)':');
        if (colon <= 0)
            return 0;
        ReadOnlySpan<byte> name = line[..colon].TrimEnd(" \t"u8);
        return name.IndexOfAnyInRange((byte)0, (byte)' ') < 0 ? name.Length : 0;
    }
}
