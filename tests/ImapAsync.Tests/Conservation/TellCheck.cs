namespace ImapAsync.Tests;

/// <summary>Whether listeners received, in wire order, everything that they must receive and nothing that they may not.</summary>
internal static class TellCheck
{
    public static string? Match(IReadOnlyList<Said> said, IReadOnlyList<Told> told, HashSet<Said> matched)
    {
        // Of two identical responses one may be skipped: if the first match leads nowhere, the next is tried.
        if (Match(said, told, 0, 0, matched))
            return null;
        Said? missing = said.FirstOrDefault(one => one.ListenerMust && !told.Any(one.IsToldBy));
        Told? more = told.FirstOrDefault(one => !said.Any(any => any.ListenerMay && any.IsToldBy(one)));
        return missing is not null ? $"listeners were not told: {missing}"
            : more is not null ? $"listeners were told: {more}"
            : "listeners were told in another order, or too often";
    }

    private static bool Match(IReadOnlyList<Said> said, IReadOnlyList<Told> told, int at, int of, HashSet<Said> matched)
    {
        if (at == said.Count)
            return of == told.Count;
        Said one = said[at];
        if (one.ListenerMay && of < told.Count && one.IsToldBy(told[of]))
        {
            matched.Add(one);
            if (Match(said, told, at + 1, of + 1, matched))
                return true;
            matched.Remove(one);
        }

        return !one.ListenerMust && Match(said, told, at + 1, of, matched);
    }
}
