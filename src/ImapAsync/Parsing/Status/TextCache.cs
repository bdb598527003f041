namespace ImapAsync;

/// <summary>
/// The texts that servers sent last, so that "NOOP completed", sent a thousand times or on a thousand connections, is a
/// single string. Bounded: an entry is replaced by the next one with its hash. All connections share it without a lock:
/// an entry is one reference to an immutable string.
/// </summary>
internal static class TextCache
{
    private const int Entries = 256;
    private const int LongestText = 128;

    private static readonly string?[] Texts = new string?[Entries];

    public static string Get(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty)
            return "";
        if (octets.Length > LongestText)
            return WireText.Decode(octets);

        ref string? entry = ref Texts[Hash(octets) % Entries];
        if (Volatile.Read(ref entry) is { } known && System.Text.Ascii.Equals(octets, known))
            return known;
        string text = WireText.Decode(octets);
        Volatile.Write(ref entry, text);
        return text;
    }

    private static uint Hash(ReadOnlySpan<byte> octets)
    {
        HashCode hash = default;
        hash.AddBytes(octets);
        return (uint)hash.ToHashCode();
    }
}
