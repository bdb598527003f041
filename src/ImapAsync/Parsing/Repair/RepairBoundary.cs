namespace ImapAsync;

/// <summary>Decides what may follow an item: nothing, or another item.</summary>
internal static class RepairBoundary
{
    /// <summary>Whether an item may end there: at the end of the response, or before another item.</summary>
    public static bool IsAt(ReadOnlySpan<byte> octets, int position, RepairWork work)
    {
        int next = position;
        while (next < octets.Length && octets[next] is (byte)' ' or (byte)')' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            next++;
        work.Spend(next - position);
        if (next == octets.Length)
            return true;
        next = FetchItemName.SkipParentheses(octets, next);
        FetchItemName name = new(octets[next..]);
        work.Spend(name.Octets.Length);
        if (name.Kind != FetchItemKinds.Other)
            return true;

        // Servers write names in capitals, and hardly anyone else does.
        int end = next + name.Octets.Length;
        return next > position && name.Octets.Length > 1 && name.IsName && end < octets.Length
            && octets[end] is (byte)' ' or (byte)'('
            && name.Octets.IndexOfAnyInRange((byte)'a', (byte)'z') < 0;
    }

    /// <summary>Whether what follows a literal is glued to it.</summary>
    public static bool IsGlued(ReadOnlySpan<byte> behind) =>
        behind is [not ((byte)' ' or (byte)')' or (byte)'\t' or (byte)'\r' or (byte)'\n'), ..];
}
