using System.Text;

namespace ImapAsync;

/// <summary>Maps the charset names used in mail to encodings that decode them.</summary>
internal static class Charsets
{
    private const int LongestName = 64;

    /// <summary>
    /// The encoding for octets with no charset declared, or a wrong one: each valid UTF-8 sequence is read as UTF-8,
    /// every other octet as windows-1252.
    /// </summary>
    public static Encoding Undeclared { get; } =
        Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    /// <summary>The encoding for a MIME charset name in any spelling seen in the wild; null if it is unknown.</summary>
    public static Encoding? Find(ReadOnlySpan<byte> name)
    {
        if (Ascii.EqualsIgnoreCase(name, "utf-8"u8))
            return Encoding.UTF8;
        if (name.Length > LongestName)
            return null;
        Span<char> characters = stackalloc char[LongestName];
        int length = Encoding.Latin1.GetChars(name, characters);
        return Find(characters[..length]);
    }

    /// <inheritdoc cref="Find(ReadOnlySpan{byte})"/>
    public static Encoding? Find(ReadOnlySpan<char> name)
    {
        if (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8;
        if (name.Length > LongestName)
            return null;
        Span<char> key = stackalloc char[LongestName];
        int length = Normalize(name, key);
        if (CharsetNames.FindCodePage(key[..length]) is int codePage)
            return CodePages.Find(codePage);
        return CodePages.FindByName(name);
    }

    // "ISO_8859-1", "iso8859-1" and "Iso-8859 1" are one name: only letters and digits are significant.
    private static int Normalize(ReadOnlySpan<char> name, Span<char> key)
    {
        int length = 0;
        foreach (char c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
                key[length++] = char.ToLowerInvariant(c);
        }

        return length;
    }
}
