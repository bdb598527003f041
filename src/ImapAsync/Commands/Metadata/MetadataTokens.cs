using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The names of metadata entries (RFC 5464 §3.2 and §5).</summary>
internal static class MetadataTokens
{
    /// <summary>
    /// The capability that defines entries of a mailbox, or of the server if the name is empty (RFC 5464 §1).
    /// </summary>
    public static string DefinedBy(MailboxName mailbox) => mailbox.Value.Length == 0 ? "METADATA-SERVER" : "METADATA";

    /// <summary>entries = entry / "(" entry *(SP entry) ")"</summary>
    public static void WriteEntries(CommandEncoder encoder, IReadOnlyList<string> entries)
    {
        if (entries.Count == 1)
            encoder.AString(Require(entries[0]));
        else
            WriteEntryList(encoder, entries);
    }

    public static void WriteEntryList(CommandEncoder encoder, IReadOnlyList<string> entries)
    {
        encoder.BeginList();
        foreach (string entry in entries)
            encoder.AString(Require(entry));
        encoder.EndList();
    }

    /// <exception cref="ArgumentException">It is not the name of an entry.</exception>
    public static string Require(string entry)
    {
        bool isPath = entry is ['/', _, ..] && entry[^1] != '/' && !entry.Contains("//", StringComparison.Ordinal);
        foreach (char c in entry)
            isPath &= c is > '\x19' and < '\x7f' and not ('*' or '%');
        if (isPath)
            return entry;
        throw new ArgumentException(
            $"\"{entry}\" is not the name of a metadata entry: it begins with a slash, ends without one, and is ASCII "
            + "without * and %, such as /private/comment (RFC 5464 §3.2).",
            nameof(entry));
    }
}
