namespace ImapAsync.Testing;

/// <summary>Names and their levels. The delimiter is a slash.</summary>
internal static class Hierarchy
{
    public const char Delimiter = '/';
    private const string Inbox = "INBOX";

    /// <summary>
    /// INBOX in capitals, whatever its case, also as the first of several levels; all other names are unchanged.
    /// </summary>
    public static string Normalize(string name)
    {
        bool isInbox = name.StartsWith(Inbox, StringComparison.OrdinalIgnoreCase)
            && (name.Length == Inbox.Length || name[Inbox.Length] == Delimiter);
        return isInbox ? Inbox + name[Inbox.Length..] : name;
    }

    public static bool IsBelow(string name, string parent) =>
        name.Length > parent.Length && name[parent.Length] == Delimiter
            && name.StartsWith(parent, StringComparison.Ordinal);

    public static bool HasChildren(UserAccount user, string name) =>
        user.Mailboxes.Keys.Any(other => IsBelow(other, name));

    /// <summary>The names above a name, from the top.</summary>
    public static IEnumerable<string> ParentsOf(string name)
    {
        for (int at = name.IndexOf(Delimiter, StringComparison.Ordinal); at > 0; at = name.IndexOf(Delimiter, at + 1))
            yield return name[..at];
    }

    /// <summary>Rejects names that are not valid for a mailbox.</summary>
    public static void Check(string name)
    {
        bool isBad = name.Length is 0 or > 1000 || name[0] == Delimiter || name[^1] == Delimiter
            || name.Contains("//", StringComparison.Ordinal)
            || name.Contains('*', StringComparison.Ordinal) || name.Contains('%', StringComparison.Ordinal)
            || name.Any(char.IsControl);
        if (isBad)
        {
            throw CommandRefusedException.No(
                "CANNOT", "A mailbox name has levels separated by single slashes, and no * or % or control characters");
        }
    }
}
