namespace ImapAsync.Testing;

/// <summary>
/// Names with wildcards: <c>*</c> matches anything, <c>%</c> anything up to the next level (RFC 9051 §6.3.9).
/// </summary>
internal static class ListPattern
{
    /// <summary>Whether a name matches. INBOX ignores case.</summary>
    public static bool Matches(string pattern, string name) =>
        Fits(pattern, name) || (name == "INBOX" && Fits(pattern.ToUpperInvariant(), name));

    // All positions in the pattern that the name so far may have reached: the time is the product of both lengths,
    // whatever the pattern.
    private static bool Fits(string pattern, string name)
    {
        bool[] reached = new bool[pattern.Length + 1];
        reached[0] = true;
        Spread(pattern, reached);
        foreach (char c in name)
        {
            bool[] next = new bool[pattern.Length + 1];
            for (int i = 0; i < pattern.Length; i++)
            {
                if (!reached[i])
                    continue;
                bool isWild = pattern[i] == '*' || (pattern[i] == '%' && c != Hierarchy.Delimiter);
                if (isWild)
                    next[i] = true;
                else if (pattern[i] == c)
                    next[i + 1] = true;
            }

            Spread(pattern, next);
            reached = next;
        }

        return reached[pattern.Length];
    }

    // A wildcard may match nothing.
    private static void Spread(string pattern, bool[] reached)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            if (reached[i] && pattern[i] is '*' or '%')
                reached[i + 1] = true;
        }
    }
}
