using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Names that are no mailboxes', such as quota roots and users, where a response says what it is about.
/// </summary>
internal static class NamedToken
{
    /// <summary>Reads the name that stands next, and compares it; without quotes it may have spaces in it.</summary>
    /// <param name="reader">The reader, behind the name where that is the one.</param>
    /// <param name="name">The name that was asked for.</param>
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
    /// The same for the name of a quota root, which its list follows; the empty one is left out by some servers.
    /// </summary>
    public static bool TryReadQuotaRoot(ref ImapTokenReader reader, string root, bool exact)
    {
        if (reader.Peek() == ImapTokenKind.ListStart)
            return root.Length == 0;
        if (reader.End)
            throw reader.Malformed("the name of a quota root");
        ImapTokenReader again = reader;
        bool isAtom = reader.Peek() == ImapTokenKind.Atom;
        // The first word of a name without quotes is another name.
        if (TryRead(ref reader, root, exact)
            && (!isAtom || reader.Peek() == ImapTokenKind.ListStart || reader.Remaining.IndexOf((byte)'(') < 0))
            return true;
        reader = again;
        return false;
    }
}
