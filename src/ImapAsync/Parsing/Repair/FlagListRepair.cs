namespace ImapAsync;

/// <summary>
/// Flag lists with stray quotes or parentheses: no flag contains either, and no list of flags contains another list.
/// </summary>
internal static class FlagListRepair
{
    // A list full of item names would be searched once for each.
    private const int MostTries = 16;

    /// <summary>The end of the list: the first closing parenthesis that another item may follow.</summary>
    /// <param name="octets">The octets of the response.</param>
    /// <param name="start">Where the list begins.</param>
    /// <param name="end">Where it ends according to its balance.</param>
    /// <param name="work">Counts the octets examined.</param>
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

    /// <summary>
    /// Finds FETCH items swallowed by an unclosed list: from there on there are only items, each with its own value.
    /// </summary>
    /// <param name="octets">The octets up to where the list ends.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="items">
    /// Where the items begin; if there are none, the first word that is an item's name, or 0.
    /// </param>
    public static bool TryFindItems(ReadOnlySpan<byte> octets, int start, out int items)
    {
        int first = 0;
        int tries = 0;
        for (items = start + 1; items < octets.Length && tries < MostTries; items = NextWord(octets, items))
        {
            if (new FetchItemName(octets[items..]).Kind == FetchItemKinds.Other)
                continue;
            if (AreItems(octets[items..]))
                return true;
            if (tries++ == 0)
                first = items;
        }

        items = first;
        return false;
    }

    private static int NextWord(ReadOnlySpan<byte> octets, int position)
    {
        int space = octets[position..].IndexOf((byte)' ');
        return space < 0 ? octets.Length : ValueScanner.SkipSpaces(octets, position + space);
    }

    private static bool AreItems(ReadOnlySpan<byte> octets)
    {
        FetchFields fields = default;
        FetchItemReader items = new(octets);
        while (items.MoveNext())
        {
            if (items.Kind == FetchItemKinds.Other || items.IsSuspicious || items.Value.IsMissing)
                return false;
            if ((items.Kind & FetchItemKinds.ReadAtOnce) != FetchItemKinds.None
                && !fields.TryTake(items.Kind, items.Value, FlagSetCache.OfThread))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A list of the words that can be flags.</summary>
    public static byte[] Readable(ReadOnlySpan<byte> list)
    {
        List<byte> readable = [(byte)'('];
        foreach (Range range in list.Split((byte)' '))
        {
            ReadOnlySpan<byte> word = list[range].Trim("()"u8);
            if (word.IsEmpty || !FlagListParser.TryParse(word, out FlagSet flags) || flags.Count != 1
                || IsInList(list, range))
            {
                continue;
            }

            if (readable.Count > 1)
                readable.Add((byte)' ');
            readable.AddRange(word);
        }

        return [.. readable, (byte)')'];
    }

    // The parentheses of the list itself are at its ends.
    private static bool IsInList(ReadOnlySpan<byte> list, Range range)
    {
        (int start, int length) = range.GetOffsetAndLength(list.Length);
        ReadOnlySpan<byte> inside = list[Math.Max(start, 1)..Math.Min(start + length, list.Length - 1)];
        return inside.IndexOfAny((byte)'(', (byte)')') >= 0;
    }
}
