using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Names other than those of mailboxes, such as quota roots and users, that a response refers to.</summary>
internal static class NamedToken
{
    /// <summary>Reads the name that comes next, and compares it; if unquoted, it may contain spaces.</summary>
    /// <param name="reader">The reader, positioned after the name if that matches.</param>
    /// <param name="name">The requested name.</param>
    /// <param name="exact">
    /// Whether other spellings are left to other commands; see <see cref="UntaggedResponse.IsForExactMatch"/>.
    /// </param>
    public static bool TryRead(ref ImapTokenReader reader, string name, bool exact)
    {
        ImapTokenReader again = reader;
        if (reader.Peek() is not (ImapTokenKind.Atom or ImapTokenKind.Quoted or ImapTokenKind.Literal))
            return false;
        bool isAtom = reader.Peek() == ImapTokenKind.Atom;
        string read = reader.ReadString().ToString();
        if (read == name || (!exact && Spelling.AreAlike(read, name)))
            return true;
        if (exact || !isAtom || !name.Contains(' '))
            return false;

        byte[] octets = System.Text.Encoding.UTF8.GetBytes(name);
        ReadOnlySpan<byte> rest = again.Remaining.TrimStart((byte)' ');
        if (!rest.StartsWith(octets) || rest[octets.Length..] is not ([] or [(byte)' ', ..]))
            return false;
        reader = again;
        reader.ReadOctets(octets.Length);
        return true;
    }

    /// <summary>
    /// The same for the name of a quota root, followed by its list; some servers omit the empty name.
    /// </summary>
    public static bool TryReadQuotaRoot(ref ImapTokenReader reader, string root, bool exact)
    {
        if (reader.Peek() == ImapTokenKind.ListStart)
            return root.Length == 0;
        if (reader.End)
            throw reader.Malformed("the name of a quota root");
        ImapTokenReader again = reader;
        bool isAtom = reader.Peek() == ImapTokenKind.Atom;
        // The first word of an unquoted name is another name.
        if (TryRead(ref reader, root, exact)
            && (!isAtom || reader.Peek() == ImapTokenKind.ListStart || reader.Remaining.IndexOf((byte)'(') < 0))
        {
            return true;
        }

        reader = again;
        return false;
    }
}
