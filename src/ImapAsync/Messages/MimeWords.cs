namespace ImapAsync;

/// <summary>Words of MIME: the common ones are strings already.</summary>
internal static class MimeWords
{
    private const int Longest = 32;

    /// <summary>
    /// The word in lower case, as media types and names of parameters are kept: their case has no meaning.
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

    /// <summary>The word in its own case.</summary>
    public static string Exact(ReadOnlySpan<byte> octets) => octets.IsEmpty ? "" : KnownWords.Mime.ToText(octets);
}
