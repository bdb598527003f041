namespace ImapAsync;

/// <summary>The wording of what a parser did not find.</summary>
internal static class ProtocolErrors
{
    private const int Excerpt = 40;

    public static ImapProtocolException Expected(string expected, ReadOnlySpan<byte> bytes, int position)
    {
        position = Math.Min(position, bytes.Length);
        ReadOnlySpan<byte> rest = bytes[position..];
        string found = rest.IsEmpty ? "the end" : '"' + Printable(rest[..Math.Min(rest.Length, Excerpt)]) + '"';
        return new ImapProtocolException($"The server sent a response that cannot be read: expected {expected} at octet {position}, found {found}.");
    }

    /// <summary>Replaces what would break a log line.</summary>
    public static string Printable(ReadOnlySpan<byte> bytes) =>
        string.Create(bytes.Length, bytes, static (chars, source) =>
        {
            for (int i = 0; i < source.Length; i++)
                chars[i] = source[i] is >= 0x20 and < 0x7F ? (char)source[i] : '.';
        });
}
