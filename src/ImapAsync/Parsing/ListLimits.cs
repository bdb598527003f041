using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Holds the lists of a response to <see cref="ImapLimits.MaxNesting"/> and <see cref="ImapLimits.MaxListItems"/>,
/// whoever reads them.
/// </summary>
internal static class ListLimits
{
    /// <summary>
    /// What is to be said of a response with a list that is too deep or too long; null where all are within the limits.
    /// </summary>
    public static ImapLimitException? FindExcess(in UntaggedResponse response, ImapLimits limits) =>
        // FETCH tells what is damaged item by item, and threads are nested by nature: their parsers have bounds of
        // their own.
        MayExceed(response.Raw, limits) && !response.Is("FETCH"u8) && !response.Is("THREAD"u8)
            ? Walk(response.Raw, limits)
            : null;

    // No list begins before the first parenthesis, and a million numbers of SEARCH are none. An item takes two octets
    // at least.
    private static bool MayExceed(ReadOnlySpan<byte> octets, ImapLimits limits)
    {
        int first = octets.IndexOf((byte)'(');
        return first >= 0
            && ((octets.Length - first) / 2 > limits.MaxListItems
                || octets[first..].Count((byte)'(') > limits.MaxNesting);
    }

    private static ImapLimitException? Walk(ReadOnlySpan<byte> octets, ImapLimits limits)
    {
        Stack<int> outer = [];
        int items = 0;
        int position = 0;
        while ((position = ValueScanner.SkipSpaces(octets, position)) < octets.Length)
        {
            if (octets[position] == ')')
            {
                position++;
                outer.TryPop(out items);
                continue;
            }

            items++;
            if (outer.Count > 0 && items > limits.MaxListItems)
                return Excess($"a list of more than {limits.MaxListItems} items", nameof(ImapLimits.MaxListItems));
            if (octets[position] == '(')
            {
                if (outer.Count == limits.MaxNesting)
                    return Excess($"lists nested deeper than {limits.MaxNesting}", nameof(ImapLimits.MaxNesting));
                outer.Push(items);
                (items, position) = (0, position + 1);
                continue;
            }

            // What is not closed is malformed, and has no lists of its own.
            position = ValueScanner.End(octets, position);
            if (position < 0)
                return null;
        }

        return null;
    }

    private static ImapLimitException Excess(string what, string limit) =>
        new(
            $"The server answered with {what}, more than {nameof(ImapLimits)}.{limit} allows. Raise that limit if the "
            + "server is to be trusted.",
            limit);
}
