namespace ImapAsync;

/// <summary>
/// Shares parameters that are equal in parts of many messages, such as <c>("CHARSET" "utf-8")</c>. Bounded: an entry is
/// replaced by the next one with its hash. Thread-safe: entries are immutable, and a lost one is created again.
/// </summary>
internal static class SharedParameters
{
    private const int Slots = 64;
    private const int Longest = 48;

    private static readonly Entry?[] Entries = new Entry?[Slots];

    // Parameters beginning with a charset belong to a text; boundaries and names differ in each message.
    public static bool CanShare(ReadOnlySpan<byte> list) =>
        list.Length <= Longest && Ascii.StartsWithIgnoreCase(list, "(\"CHARSET\" "u8);

    public static MimeParameters? Find(ReadOnlySpan<byte> list) =>
        Volatile.Read(ref Entries[SlotOf(list)]) is { } entry && list.SequenceEqual(entry.List)
            ? entry.Parameters
            : null;

    public static void Add(ReadOnlySpan<byte> list, MimeParameters parameters) =>
        Volatile.Write(ref Entries[SlotOf(list)], new Entry(list.ToArray(), parameters));

    private static int SlotOf(ReadOnlySpan<byte> list)
    {
        uint hash = 0;
        foreach (byte octet in list)
            hash = (hash * 31) + octet;
        return (int)(hash % Slots);
    }

    private sealed record Entry(byte[] List, MimeParameters Parameters);
}
