namespace ImapAsync;

/// <summary>The state of a UTF-7 reader (RFC 2152). It is lenient: invalid input is passed through.</summary>
internal struct Utf7State
{
    private bool _shifted;
    private bool _empty;
    private uint _bits;
    private int _bitCount;

    /// <summary>Decodes into <paramref name="destination"/>, or only counts if it is null.</summary>
    public int Decode(ReadOnlySpan<byte> source, char[]? destination, int index, bool flush)
    {
        Output output = new(destination, index);
        foreach (byte octet in source)
        {
            if (_shifted)
                DecodeShifted(octet, ref output);
            else if (octet == '+')
                Shift();
            else
                output.Add((char)octet);
        }

        if (flush)
        {
            if (_shifted && _empty)
                output.Add('+');
            this = default;
        }

        return output.Count;
    }

    private void Shift()
    {
        _shifted = true;
        _empty = true;
        _bits = 0;
        _bitCount = 0;
    }

    private void DecodeShifted(byte octet, ref Output output)
    {
        int value = Base64Alphabet.Value(octet);
        if (value < 0)
        {
            _shifted = false;
            if (_empty)
                output.Add('+');
            if (octet != '-')
                output.Add((char)octet);
            return;
        }

        _empty = false;
        _bits = (_bits << 6) | (uint)value;
        _bitCount += 6;
        if (_bitCount < 16)
            return;
        _bitCount -= 16;
        output.Add((char)(ushort)(_bits >> _bitCount));
    }

    private struct Output(char[]? destination, int index)
    {
        public int Count { get; private set; }

        public void Add(char c)
        {
            if (destination is not null)
                destination[index + Count] = c;
            Count++;
        }
    }
}
