namespace ImapAsync;

/// <summary>
/// The pieces that structured headers are made of (RFC 5322 §3.2); each cost is linear, nothing recurses.
/// </summary>
internal static class HeaderSyntax
{
    /// <summary>
    /// The length of the comment that <paramref name="source"/> begins with, comments inside it included; negative when
    /// it never ends.
    /// </summary>
    public static int CommentLength(ReadOnlySpan<byte> source)
    {
        int depth = 0;
        int position = 0;
        while (true)
        {
            int next = source[position..].IndexOfAny((byte)'(', (byte)')', (byte)'\\');
            if (next < 0) return -1;
            position += next;
            if (source[position] == '\\') position++;
            else if (source[position] == '(') depth++;
            else if (--depth == 0) return position + 1;
            if (++position >= source.Length) return -1;
        }
    }

    /// <summary>
    /// The length of the quoted string that <paramref name="source"/> begins with, both quotes included; negative when
    /// it never ends.
    /// </summary>
    public static int QuotedLength(ReadOnlySpan<byte> source)
    {
        int position = 1;
        while (true)
        {
            int next = position < source.Length ? source[position..].IndexOfAny((byte)'"', (byte)'\\') : -1;
            if (next < 0) return -1;
            position += next;
            if (source[position] == '"') return position + 1;
            position += 2;
        }
    }

    /// <summary>Copies what stands between quotes or parentheses, without its backslashes and line ends.</summary>
    public static int Unescape(ReadOnlySpan<byte> content, Span<byte> destination)
    {
        int written = 0;
        for (int i = 0; i < content.Length; i++)
        {
            if (content[i] is (byte)'\r' or (byte)'\n') continue;
            if (content[i] == '\\' && i + 1 < content.Length) i++;
            destination[written++] = content[i];
        }

        return written;
    }
}
