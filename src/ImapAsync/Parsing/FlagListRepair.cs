namespace ImapAsync;

/// <summary>
/// Flag lists with quotes or parentheses in them that belong to nothing: no flag has either, and no list of flags
/// another list.
/// </summary>
internal static class FlagListRepair
{
    /// <summary>Where the list ends: at the first closing parenthesis that another item may follow.</summary>
    /// <param name="octets">All octets.</param>
    /// <param name="start">Where the list begins.</param>
    /// <param name="end">Where it ends by its balance.</param>
    /// <param name="work">Counts what is looked at.</param>
    public static int End(ReadOnlySpan<byte> octets, int start, int end, RepairWork work)
    {
        int close = start;
        do
        {
            int next = octets[close..].IndexOf((byte)')');
            if (next < 0 || work.Left == 0)
                return end;
            close += next + 1;
            work.Spend(next + 1);
        }
        while (!RepairBoundary.IsAt(octets, close, work));

        int behind = close;
        while (behind < end && octets[behind] is (byte)')' or (byte)' ')
            behind++;
        return behind >= end && end < octets.Length ? end : close;
    }

    /// <summary>A list of those words that can be flags.</summary>
    public static byte[] Readable(ReadOnlySpan<byte> list)
    {
        List<byte> readable = [(byte)'('];
        foreach (Range range in list.Split((byte)' '))
        {
            ReadOnlySpan<byte> word = list[range].Trim("()"u8);
            if (word.IsEmpty || !FlagListParser.TryParse(word, out FlagSet flags) || flags.Count != 1
                || IsInList(list, range))
                continue;
            if (readable.Count > 1)
                readable.Add((byte)' ');
            readable.AddRange(word);
        }

        return [.. readable, (byte)')'];
    }

    // The parentheses of the list itself stand at its ends.
    private static bool IsInList(ReadOnlySpan<byte> list, Range range)
    {
        (int start, int length) = range.GetOffsetAndLength(list.Length);
        ReadOnlySpan<byte> inside = list[Math.Max(start, 1)..Math.Min(start + length, list.Length - 1)];
        return inside.IndexOfAny((byte)'(', (byte)')') >= 0;
    }
}
