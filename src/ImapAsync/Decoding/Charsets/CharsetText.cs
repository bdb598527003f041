using System.Text;

namespace ImapAsync;

/// <summary>
/// Decodes the octets of a text part, after its transfer encoding, into characters. Never fails: octets that the
/// charset does not define become U+FFFD, and an unknown charset is treated as if none had been declared. Line ends and
/// format=flowed are left as they are.
/// </summary>
internal static class CharsetText
{
    public static string Decode(ReadOnlySpan<byte> octets, string? charset)
    {
        Encoding encoding = ByteOrderMark.Remove(ref octets, EncodingOf(charset));
        return encoding.GetString(octets);
    }

    /// <summary>A reader that decodes while reading; it owns <paramref name="octets"/> and disposes it.</summary>
    public static StreamReader OpenReader(Stream octets, string? charset) =>
        new(octets, EncodingOf(charset), detectEncodingFromByteOrderMarks: true);

    /// <summary>The whole text; <paramref name="octets"/> is read to its end and disposed.</summary>
    public static async Task<string> ReadAllAsync(Stream octets, string? charset, CancellationToken cancellationToken)
    {
        using StreamReader reader = OpenReader(octets, charset);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Encoding EncodingOf(string? charset) => Charsets.Find(charset) ?? Charsets.Undeclared;
}
