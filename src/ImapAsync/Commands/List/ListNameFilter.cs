namespace ImapAsync;

/// <summary>
/// Separates LIST responses that cannot answer a LIST from those that may: servers also report mailboxes that come and
/// go, unsolicited. When in doubt a response may answer it: spelling, case and delimiters are ignored, and so is where
/// the server looks for a reference.
/// </summary>
internal sealed class ListNameFilter
{
    private readonly string[] _patterns;

    private ListNameFilter(string[] patterns) => _patterns = patterns;

    /// <summary>The filter for a command; null if any name may be its answer.</summary>
    public static ListNameFilter? For(MailboxName reference, params IReadOnlyList<string> patterns)
    {
        string[] whole = new string[patterns.Count];
        for (int i = 0; i < whole.Length; i++)
        {
            // An empty pattern asks for the delimiter.
            if (patterns[i].Length == 0 || patterns[i].AsSpan().IndexOfAnyExcept('*') < 0)
                return null;
            whole[i] = Spelling.Decompose(reference.Value.Length == 0 ? patterns[i] : "*" + patterns[i]);
        }

        return new ListNameFilter(whole);
    }

    /// <summary>Whether the mailbox, or its former name, may be one of the requested ones.</summary>
    public bool MayMatch(MailboxInfo mailbox) =>
        MayMatch(mailbox.Name, mailbox.Delimiter) || (mailbox.OldName is { } old && MayMatch(old, mailbox.Delimiter));

    private bool MayMatch(MailboxName name, char? delimiter)
    {
        string text = Spelling.Decompose(name.Value);
        foreach (string pattern in _patterns)
        {
            if (Matches(pattern, text, delimiter)
                || Matches(WithoutDelimiter(pattern, delimiter), WithoutDelimiter(text, delimiter), delimiter))
            {
                return true;
            }
        }

        return false;
    }

    // Backtracks to the last wildcard that can take one more character: each of the two kinds is remembered, since %
    // cannot cross a delimiter and * can.
    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name, char? delimiter)
    {
        (int At, int Name) star = (-1, 0);
        (int At, int Name) level = (-1, 0);
        (int p, int n) = (0, 0);
        while (true)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (star, level) = ((++p, n), (-1, 0));
            else if (p < pattern.Length && pattern[p] == '%')
                level = (++p, n);
            else if (p == pattern.Length && n == name.Length)
                return true;
            else if (p < pattern.Length && n < name.Length && AreAlike(pattern[p], name[n], delimiter))
                (p, n) = (p + 1, n + 1);
            else if (level.At >= 0 && level.Name < name.Length && name[level.Name] != delimiter)
                (level, p, n) = ((level.At, level.Name + 1), level.At, level.Name + 1);
            else if (star.At >= 0 && star.Name < name.Length)
                (star, level, p, n) = ((star.At, star.Name + 1), (-1, 0), star.At, star.Name + 1);
            else
                return false;
        }
    }

    private static bool AreAlike(char pattern, char name, char? delimiter) =>
        pattern == name || char.ToUpperInvariant(pattern) == char.ToUpperInvariant(name)
        || (IsDelimiter(pattern, delimiter) && IsDelimiter(name, delimiter));

    private static bool IsDelimiter(char c, char? delimiter) => c is '/' or '.' or '\\' || c == delimiter;

    private static ReadOnlySpan<char> WithoutDelimiter(string text, char? delimiter) =>
        text.Length > 1 && IsDelimiter(text[^1], delimiter) ? text.AsSpan(0, text.Length - 1) : text;
}
