namespace ImapAsync;

/// <summary>Words of MIME; the common ones are interned.</summary>
internal static class MimeWords
{
    private const int Longest = 32;

    /// <summary>
    /// The word in lower case, the form in which media types and parameter names are kept, since they ignore case.
    /// </summary>
    public static string Lower(ReadOnlySpan<byte> octets)
    {
        if (octets.Length > Longest)
            return WireText.Decode(octets).ToLowerInvariant();
        Span<byte> lower = stackalloc byte[Longest];
        System.Text.Ascii.ToLower(octets, lower, out int written);
        return written == octets.Length
            ? KnownWords.Mime.ToText(lower[..written])
            : WireText.Decode(octets).ToLowerInvariant();
    }

    /// <summary>The word in its original case.</summary>
    public static string Exact(ReadOnlySpan<byte> octets) => octets.IsEmpty ? "" : KnownWords.Mime.ToText(octets);
}
