namespace ImapAsync.Testing;

/// <summary>The names of entries (RFC 5464 §3.2).</summary>
internal static class EntryNames
{
    public static string Check(string name)
    {
        bool isGood = (name.StartsWith("/private/", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("/shared/", StringComparison.OrdinalIgnoreCase)
                || name.Equals("/private", StringComparison.OrdinalIgnoreCase)
                || name.Equals("/shared", StringComparison.OrdinalIgnoreCase))
            && !name.EndsWith('/')
            && !name.Contains("//", StringComparison.Ordinal)
            && name.AsSpan().IndexOfAny("*%") < 0;
        return isGood
            ? name
            : throw CommandRefusedException.Bad(
                "An entry's name begins with /private/ or /shared/, and does not contain *, % or // (RFC 5464 §3.2)");
    }
}
