using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Enforces <see cref="ImapLimits.MaxNesting"/> and <see cref="ImapLimits.MaxListItems"/> for all lists of a response,
/// regardless of which parser reads them.
/// </summary>
internal static class ListLimits
{
    /// <summary>
    /// The error for a response with a list that is too deep or too long; null if all are within the limits.
    /// </summary>
    public static ImapLimitException? FindExcess(in UntaggedResponse response, ImapLimits limits) =>
        // FETCH reports damage item by item, and threads are nested by nature: their parsers have their own limits.
        MayExceed(response.Raw, limits) && response.Kind != ResponseKind.Fetch && response.Kind != ResponseKind.Thread
            ? Walk(response.Raw, limits)
            : null;

    // No list begins before the first parenthesis, and the million numbers of a SEARCH are not one. An item takes at
    // least two octets.
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

            // An unclosed list is malformed, and has no lists of its own.
            position = ValueScanner.End(octets, position);
            if (position < 0)
                return null;
        }

        return null;
    }

    private static ImapLimitException Excess(string what, string limit) =>
        new(
            $"The server answered with {what}, more than {nameof(ImapLimits)}.{limit} allows. Raise that limit if you "
            + "trust the server.",
            limit);
}
