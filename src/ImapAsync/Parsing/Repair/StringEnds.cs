namespace ImapAsync;

/// <summary>The positions at which a string may end, from left to right; every octet examined is counted.</summary>
internal readonly ref struct StringEnds(ReadOnlySpan<byte> octets, RepairWay way, RepairWork work)
{
    // One reading must not use up the whole budget: the next one may be the right one.
    private const int Share = 8;

    private readonly ReadOnlySpan<byte> _octets = octets;
    private readonly int _reserve = work.Left - (work.Left / Share);

    public bool HasWork => work.Left > _reserve;

    /// <summary>Counts octets that were examined elsewhere.</summary>
    public void Spend(int octets) => work.Spend(octets);

    /// <summary>Finds the next position.</summary>
    /// <param name="from">Where to start searching.</param>
    /// <param name="close">Where the string's text ends.</param>
    /// <param name="next">The start of what follows it.</param>
    /// <param name="resume">Where to continue searching if this position is not the right one.</param>
    public bool TryFind(int from, out int close, out int next, out int resume)
    {
        close = next = resume = from;
        for (int i = from; i < _octets.Length && _octets[i] != '\n' && HasWork; i++)
        {
            work.Spend(1);
            bool isEscaped = _octets[i] == '\\' && i + 1 < _octets.Length && _octets[i + 1] is (byte)'"' or (byte)'\\';
            if (isEscaped && way.HasEscapes)
            {
                i++;
                continue;
            }

            if (IsEnd(i, out close, out next))
            {
                resume = i + 1;
                return true;
            }
        }

        return false;
    }

    private bool IsEnd(int i, out int close, out int next)
    {
        (close, next) = (i, i);
        if (_octets[i] != '"')
            return way.MayBeOpen && _octets[i] is (byte)' ' or (byte)')';
        next = i + 1;
        if (next == _octets.Length || IsDelimiter(_octets[next]) || _octets[next] == '(')
            return true;

        // Text after the closing quote, up to where something else may begin.
        int end = next;
        while (end < _octets.Length && _octets[end] != '"' && !IsDelimiter(_octets[end]))
            end++;
        work.Spend(end - next);
        close = next = end;
        return end == _octets.Length || _octets[end] != '"';
    }

    private static bool IsDelimiter(byte octet) =>
        octet is (byte)' ' or (byte)')' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
