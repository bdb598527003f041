using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>
/// The last object created from some octets, so that recurring octets (the flags of messages, the section of a FETCH)
/// are parsed once. Bounded: a new entry replaces an old one. Not thread-safe: one instance serves one read loop.
/// </summary>
internal sealed class OctetCache<T>
    where T : class
{
    private const int Slots = 256;
    private const int LongestKey = 512;
    private readonly Entry[] _entries = new Entry[Slots];

    public bool TryGet(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out T? value)
    {
        ref Entry entry = ref _entries[SlotOf(octets)];
        value = entry.Value;
        if (value is not null && octets.SequenceEqual(entry.Key))
            return true;
        value = null;
        return false;
    }

    public void Add(ReadOnlySpan<byte> octets, T value)
    {
        if (octets.Length <= LongestKey)
            _entries[SlotOf(octets)] = new(octets.ToArray(), value);
    }

    private static uint SlotOf(ReadOnlySpan<byte> octets)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        ulong hash = (ulong)octets.Length;
        for (; octets.Length >= sizeof(ulong); octets = octets[sizeof(ulong)..])
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(octets)) * Multiplier;
            hash ^= hash >> 32;
        }

        foreach (byte octet in octets)
            hash = (hash ^ octet) * Multiplier;
        return (uint)(hash >> 56);
    }

    private readonly record struct Entry(byte[] Key, T Value);
}
