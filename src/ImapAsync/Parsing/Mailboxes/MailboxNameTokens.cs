using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Mailbox names and hierarchy delimiters as servers write them, quoted or not.</summary>
internal static class MailboxNameTokens
{
    /// <summary>Reads a delimiter: one quoted character; NIL and <c>""</c> mean that there is none.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="isOneCharacter">Whether there is no further character, which would be lost.</param>
    public static char? ReadDelimiter(ref ImapTokenReader reader, out bool isOneCharacter)
    {
        isOneCharacter = true;
        if (!IsBareBackslash(ref reader))
        {
            ReadOnlySpan<byte> octets = reader.ReadString().Bytes;
            isOneCharacter = octets.IsEmpty || octets[0] >= 0x80 || octets.IndexOfAnyExcept(octets[0]) < 0;
            return ToDelimiter(octets);
        }

        reader.ReadOctets(3);
        return '\\';
    }

    /// <inheritdoc cref="ReadDelimiter(ref ImapTokenReader, out bool)"/>
    public static char? ReadDelimiter(ResponseValue value) => ToDelimiter(value.String.Bytes);

    /// <summary>
    /// Reads the name at the end of a LIST response. Exchange quotes no names, not even those with spaces, tabs and
    /// parentheses: such a name extends to the end of the line, except for a list of extended data.
    /// </summary>
    public static MailboxName ReadListed(ref ImapTokenReader reader)
    {
        if (reader.Peek() is ImapTokenKind.Quoted or ImapTokenKind.Literal)
            return reader.ReadMailbox();

        ReadOnlySpan<byte> rest = reader.Remaining.TrimEnd(" \r\n"u8);
        if (rest.IsEmpty)
            throw reader.Malformed("a mailbox name");
        int space = rest.IndexOf((byte)' ');
        bool isAtom = space < 0 || IsExtendedData(rest[space..]);
        return Take(ref reader, isAtom && space >= 0 ? space : rest.Length);
    }

    /// <summary>Reads a name followed by a list, as in STATUS; if unquoted, it may contain spaces.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="trim">Whether additional spaces before the list are not part of the name.</param>
    public static MailboxName ReadBeforeList(ref ImapTokenReader reader, bool trim = true)
    {
        if (reader.Peek() is ImapTokenKind.Quoted or ImapTokenKind.Literal)
            return reader.ReadMailbox();

        ReadOnlySpan<byte> rest = reader.Remaining.TrimStart((byte)' ');
        int list = rest.LastIndexOf(" ("u8);
        return list > 0 ? Take(ref reader, trim ? rest[..list].TrimEnd((byte)' ').Length : list) : reader.ReadMailbox();
    }

    /// <summary>Whether an unquoted name ends in a space, as far as the octets show.</summary>
    public static bool HasBlankBeforeList(ImapTokenReader reader) =>
        reader.Peek() == ImapTokenKind.Atom && reader.Remaining.LastIndexOf("  ("u8) > 0;

    // Some servers escape nothing: for them "\" is a whole string, while an escaped quote would be followed by another
    // one.
    private static bool IsBareBackslash(ref ImapTokenReader reader) =>
        reader.Peek() == ImapTokenKind.Quoted && reader.Remaining is [(byte)'"', (byte)'\\', (byte)'"', (byte)' ', ..];

    private static char? ToDelimiter(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty)
            return null;
        return octets[0] < 0x80 ? (char)octets[0] : WireText.Decode(octets)[0];
    }

    // A list of tags and values, not the rest of a name such as "Projects (old)".
    private static bool IsExtendedData(ReadOnlySpan<byte> rest)
    {
        rest = rest.Trim((byte)' ');
        // A quoted word in it is a tag; it is no more part of a name than the quotes are.
        if (rest is [(byte)'(', (byte)'"', ..])
            return true;
        if (rest is not [(byte)'(', .., (byte)')'])
            return false;
        ReadOnlySpan<byte> inside = rest[1..^1].Trim((byte)' ');
        int tag = inside.IndexOf((byte)' ');
        return inside.IsEmpty || inside[0] == '"'
            || (tag > 0 && inside[..tag].IndexOfAny("()"u8) < 0
                && inside[tag..].TrimStart((byte)' ')[0] is (byte)'(' or (byte)'"' or (>= (byte)'0' and <= (byte)'9'));
    }

    private static MailboxName Take(ref ImapTokenReader reader, int length) =>
        MailboxName.FromServer(reader.ReadOctets(length), reader.Utf8);
}
