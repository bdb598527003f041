using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>
/// Base64 as found in mail (RFC 2045 §6.8): octets outside the alphabet are skipped, padding ends a quantum and may be
/// missing, and what follows padding is decoded as a block of its own.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct Base64Decoder : ITransferDecoder
{
    // How far to go octet by octet after something that is not base64, before trying the fast path again.
    private const int CarefulStretch = 16;

    private uint _bits;
    private int _characters;

    /// <summary>Whether the current quantum cannot end here, because the next characters belong to it.</summary>
    public readonly bool IsCutShort => _characters switch
    {
        1 => true,
        2 => (_bits & 0xF) != 0,
        3 => (_bits & 0x3) != 0,
        _ => false,
    };

    public void Decode(Span<byte> source, Span<byte> destination, bool final, out int consumed, out int written)
    {
        consumed = 0;
        written = 0;
        while (consumed < source.Length)
        {
            // One quantum less than there is room for, since one may be in progress.
            int room = ((destination.Length - written) / 3 * 4) - 4;
            int length = Math.Min(room, source.Length - consumed);
            if (length <= 0)
                return;
            Span<byte> block = source.Slice(consumed, length);
            written += DecodeRun(block[..RemoveWhiteSpace(block)], destination[written..]);
            consumed += length;
        }

        if (final && destination.Length - written >= 2)
            written += Finish(destination[written..]);
    }

    /// <summary>
    /// Decodes all of <paramref name="source"/>; <paramref name="destination"/> has three octets for every four,
    /// counting an incomplete group.
    /// </summary>
    public int Decode(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        int written = 0;
        while (!source.IsEmpty)
        {
            int end = IndexOfWhiteSpace(source);
            if (end < 0)
                end = source.Length;
            written += DecodeRun(source[..end], destination[written..]);
            source = source[Math.Min(end + 1, source.Length)..];
        }

        return written;
    }

    /// <summary>Writes the content of an unfinished quantum, as if its padding were present.</summary>
    public int Finish(Span<byte> destination)
    {
        int octets = Math.Max(_characters - 1, 0);
        if (octets > 0)
            _bits <<= 6 * (4 - _characters);
        if (octets > 0)
            destination[0] = (byte)(_bits >> 16);
        if (octets > 1)
            destination[1] = (byte)(_bits >> 8);
        this = default;
        return octets;
    }

    // Without white space, which makes Base64.DecodeFromUtf8 miscount what it consumed when it stops inside a quantum.
    private int DecodeRun(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        int written = DecodeCarefully(ref source, destination, 0);
        while (!source.IsEmpty)
        {
            Base64.DecodeFromUtf8(
                source[..(source.Length & ~3)], destination[written..], out int read, out int wrote,
                isFinalBlock: false);
            source = source[read..];
            written += wrote;
            written += DecodeCarefully(ref source, destination[written..], CarefulStretch);
        }

        return written;
    }

    // Octet by octet: at least that far, and then to the start of a quantum.
    private int DecodeCarefully(ref ReadOnlySpan<byte> source, Span<byte> destination, int atLeast)
    {
        int read = 0;
        int written = 0;
        while (read < source.Length && (read < atLeast || _characters != 0))
        {
            byte octet = source[read++];
            int value = Base64Alphabet.Value(octet);
            if (value >= 0)
                written += Add((uint)value, destination[written..]);
            else if (octet == '=')
                written += Finish(destination[written..]);
        }

        source = source[read..];
        return written;
    }

    private int Add(uint value, Span<byte> destination)
    {
        _bits = (_bits << 6) | value;
        if (++_characters < 4)
            return 0;
        destination[2] = (byte)_bits;
        destination[1] = (byte)(_bits >> 8);
        destination[0] = (byte)(_bits >> 16);
        this = default;
        return 3;
    }

    // Moving lines together is cheaper than restarting the vectorised decoder for each.
    private static int RemoveWhiteSpace(Span<byte> block)
    {
        int end = IndexOfWhiteSpace(block);
        if (end < 0)
            return block.Length;
        int kept = end;
        while (true)
        {
            while (end < block.Length && block[end] <= ' ')
                end++;
            Span<byte> rest = block[end..];
            if (rest.IsEmpty)
                return kept;
            int length = IndexOfWhiteSpace(rest);
            if (length < 0)
                length = rest.Length;
            rest[..length].CopyTo(block[kept..]);
            kept += length;
            end += length;
        }
    }

    // And controls, which are not part of the alphabet either.
    private static int IndexOfWhiteSpace(ReadOnlySpan<byte> text) => text.IndexOfAnyInRange((byte)0, (byte)' ');
}
