namespace ImapAsync;

/// <summary>The elements of structured headers (RFC 5322 §3.2); every cost is linear, and nothing recurses.</summary>
internal static class HeaderSyntax
{
    /// <summary>
    /// The length of the comment at the start of <paramref name="source"/>, including nested comments; negative if it
    /// is unterminated.
    /// </summary>
    public static int CommentLength(ReadOnlySpan<byte> source)
    {
        int depth = 0;
        int position = 0;
        while (true)
        {
            int next = source[position..].IndexOfAny((byte)'(', (byte)')', (byte)'\\');
            if (next < 0)
                return -1;
            position += next;
            if (source[position] == '\\')
                position++;
            else if (source[position] == '(')
                depth++;
            else if (--depth == 0)
                return position + 1;
            if (++position >= source.Length)
                return -1;
        }
    }

    /// <summary>
    /// The length of the quoted string at the start of <paramref name="source"/>, including both quotes; negative if it
    /// is unterminated.
    /// </summary>
    public static int QuotedLength(ReadOnlySpan<byte> source)
    {
        int position = 1;
        while (true)
        {
            int next = position < source.Length ? source[position..].IndexOfAny((byte)'"', (byte)'\\') : -1;
            if (next < 0)
                return -1;
            position += next;
            if (source[position] == '"')
                return position + 1;
            position += 2;
        }
    }

    /// <summary>Copies the content of quotes or parentheses, without its backslashes and line ends.</summary>
    public static int Unescape(ReadOnlySpan<byte> content, Span<byte> destination)
    {
        int written = 0;
        for (int i = 0; i < content.Length; i++)
        {
            if (content[i] is (byte)'\r' or (byte)'\n')
                continue;
            if (content[i] == '\\' && i + 1 < content.Length)
                i++;
            destination[written++] = content[i];
        }

        return written;
    }
}
