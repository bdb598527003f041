namespace ImapAsync;

/// <summary>Which text is allowed where (RFC 9051 §9: ATOM-CHAR, QUOTED-CHAR, CHAR8).</summary>
internal static class StringRules
{
    public static bool IsAtom(string text) =>
        text.Length is > 0 and < 200 && text.AsSpan().IndexOfAnyExcept(CharacterClasses.AtomChars) < 0;

    /// <summary>Whether text can be quoted: no line ends, no NUL, and non-ASCII only if UTF-8 is enabled.</summary>
    public static bool IsQuotable(string text, bool utf8) =>
        text.AsSpan().IndexOfAny(CharacterClasses.NeverInLines) < 0
        && (utf8 ? IsWellFormed(text) : System.Text.Ascii.IsValid(text));

    public static void RefuseLineBreaks(string text)
    {
        int found = text.AsSpan().IndexOfAny(CharacterClasses.NeverInLines);
        if (found >= 0)
        {
            throw new ArgumentException(
                $"There is a {Name(text[found])} at position {found}: it would end the command's line. Send such text "
                + "as a string or a literal.",
                nameof(text));
        }
    }

    /// <summary>The octets of a literal: any text without NUL, which only a literal8 may hold.</summary>
    public static byte[] ToLiteral(string text)
    {
        int found = text.IndexOf('\0', StringComparison.Ordinal);
        if (found >= 0)
        {
            throw new ArgumentException(
                $"There is a NUL at position {found}: no IMAP string can hold it.", nameof(text));
        }

        if (!IsWellFormed(text))
            throw new ArgumentException("The text has half of a surrogate pair: it is not Unicode.", nameof(text));
        return System.Text.Encoding.UTF8.GetBytes(text);
    }

    /// <summary>
    /// Writes text with quotes and backslashes escaped by a backslash; returns the number of octets written.
    /// </summary>
    public static int WriteEscaped(string text, Span<byte> destination)
    {
        int written = 0;
        ReadOnlySpan<char> rest = text;
        while (true)
        {
            int special = rest.IndexOfAny('"', '\\');
            ReadOnlySpan<char> plain = special < 0 ? rest : rest[..special];
            written += System.Text.Encoding.UTF8.GetBytes(plain, destination[written..]);
            if (special < 0)
                return written;

            destination[written++] = (byte)'\\';
            destination[written++] = (byte)rest[special];
            rest = rest[(special + 1)..];
        }
    }

    private static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    private static string Name(char c) => c switch
    {
        '\r' => "CR",
        '\n' => "LF",
        _ => "NUL",
    };
}
