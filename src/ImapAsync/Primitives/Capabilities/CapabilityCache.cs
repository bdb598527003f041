namespace ImapAsync;

/// <summary>
/// The capability lists that servers sent last: a thousand connections to one server share one set of capabilities.
/// Bounded: a list is replaced by the next one with its hash. All connections share it without a lock: an entry is
/// written as one reference, and is immutable.
/// </summary>
internal static class CapabilityCache
{
    private const int Slots = 16;
    private const int LongestList = 2048;

    private static readonly Entry?[] Entries = new Entry?[Slots];

    /// <summary>Reads the names after CAPABILITY; equal octets return the same set. Never fails.</summary>
    public static ImapCapabilities Read(ReadOnlySpan<byte> list)
    {
        if (list.Length > LongestList)
            return ImapCapabilities.FromServer(list);

        ref Entry? slot = ref Entries[SlotOf(list)];
        if (Volatile.Read(ref slot) is { } known && list.SequenceEqual(known.Octets))
            return known.Capabilities;
        ImapCapabilities capabilities = ImapCapabilities.FromServer(list);
        Volatile.Write(ref slot, new Entry(list.ToArray(), capabilities));
        return capabilities;
    }

    private static int SlotOf(ReadOnlySpan<byte> list)
    {
        HashCode hash = default;
        hash.AddBytes(list);
        return (int)((uint)hash.ToHashCode() % Slots);
    }

    private sealed record Entry(byte[] Octets, ImapCapabilities Capabilities);
}
