namespace ImapAsync.Testing;

/// <summary>
/// Numbers that depend only on the seed, neither on the framework's version nor on the machine (xorshift).
/// </summary>
internal sealed class SeededRandom(int seed)
{
    private uint _state = unchecked((uint)seed * 2654435761u) | 1;

    /// <summary>A number from 0 up to, but excluding, a bound.</summary>
    public int Next(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)bound);
    }

    public void Fill(Span<byte> octets)
    {
        for (int i = 0; i < octets.Length; i++)
            octets[i] = (byte)Next(256);
    }
}
