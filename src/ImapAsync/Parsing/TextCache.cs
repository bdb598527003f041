namespace ImapAsync;

/// <summary>
/// The texts that servers said last, so that "NOOP completed", told a thousand times or by a thousand connections, is
/// one string. Bounded: an entry is replaced by the next with its hash. All connections share it, without a lock: an
/// entry is one reference to a string, which does not change.
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
