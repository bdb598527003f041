namespace ImapAsync;

/// <summary>
/// The last few texts of a connection, so that "NOOP completed", told a thousand times, is one string. Bounded: an entry is replaced by the next with its hash.
/// </summary>
internal sealed class TextCache
{
    private const int Entries = 32;
    private const int LongestText = 128;

    private Entry[]? _entries;

    public string Get(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return "";
        if (bytes.Length > LongestText)
            return WireText.Decode(bytes);

        _entries ??= new Entry[Entries];
        ref Entry entry = ref _entries[Hash(bytes) % Entries];
        if (entry.Bytes is null || !bytes.SequenceEqual(entry.Bytes))
            entry = new Entry(bytes.ToArray(), WireText.Decode(bytes));
        return entry.Text;
    }

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        HashCode hash = default;
        hash.AddBytes(bytes);
        return (uint)hash.ToHashCode();
    }

    private readonly record struct Entry(byte[] Bytes, string Text);
}
