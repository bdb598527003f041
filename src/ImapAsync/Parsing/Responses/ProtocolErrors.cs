namespace ImapAsync;

/// <summary>The wording of parser errors.</summary>
internal static class ProtocolErrors
{
    private const int LongestExcerpt = 40;

    public static ImapProtocolException Expected(string expected, ReadOnlySpan<byte> bytes, int position)
    {
        position = Math.Min(position, bytes.Length);
        ReadOnlySpan<byte> rest = bytes[position..];
        string found = rest.IsEmpty ? "the end" : '"' + Printable(Excerpt(rest)) + '"';
        return new ImapProtocolException(
            $"The server sent a response that cannot be read: expected {expected} at octet {position}, found {found}.");
    }

    public static ImapProtocolException Unreadable(string expected, ReadOnlySpan<byte> found)
    {
        string excerpt = found.IsEmpty ? "nothing" : '"' + Printable(Excerpt(found)) + '"';
        return new ImapProtocolException(
            $"The server sent a response that cannot be read completely: expected {expected}, found {excerpt}. The "
            + "rest of it was read.");
    }

    /// <summary>The part that is shown.</summary>
    public static ReadOnlySpan<byte> Excerpt(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, LongestExcerpt)];

    /// <summary>Replaces characters that would break a log line.</summary>
    public static string Printable(ReadOnlySpan<byte> bytes) =>
        string.Create(bytes.Length, bytes, static (chars, source) =>
        {
            for (int i = 0; i < source.Length; i++)
                chars[i] = source[i] is >= 0x20 and < 0x7F ? (char)source[i] : '.';
        });
}
