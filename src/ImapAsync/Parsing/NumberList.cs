using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads the numbers of SEARCH and SORT, which may be millions in one line: eight digits in one step. What follows them, MODSEQ, is read at the end.
/// </summary>
internal static class NumberList
{
    /// <summary>Reads the number at or behind a position; false when none stands there.</summary>
    /// <param name="bytes">The arguments of the response.</param>
    /// <param name="position">Where to look; then behind the number, or at what is none.</param>
    /// <param name="number">The number.</param>
    /// <exception cref="ImapProtocolException">The number is too large, or something else is glued to it.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> bytes, ref int position, out uint number)
    {
        while (position < bytes.Length && bytes[position] == ' ')
            position++;

        if (position + sizeof(ulong) <= bytes.Length)
        {
            ulong octets = BinaryPrimitives.ReadUInt64LittleEndian(bytes[position..]);
            int digits = CountDigits(octets);
            if (digits is > 0 and < sizeof(ulong) && (octets >> (digits * 8) & 0xFF) == ' ')
            {
                number = Combine(octets << ((sizeof(ulong) - digits) * 8));
                position += digits + 1;
                return true;
            }
        }

        // A copy, so that the caller's position can stay in a register.
        int start = position;
        number = ReadSlowly(bytes, ref start);
        bool read = start > position;
        position = start;
        return read;
    }

    /// <summary>Reads what follows the numbers: <c>(MODSEQ n)</c>, if it is there; other lists are skipped.</summary>
    public static ModSequence? ReadModSeq(ReadOnlySpan<byte> bytes)
    {
        ModSequence? value = null;
        ImapTokenReader reader = new(bytes);
        while (!reader.End)
        {
            reader.ReadListStart();
            if (Ascii.EqualsIgnoreCase(reader.ReadAtom(), "MODSEQ"u8))
                value = ModSequence.FromServer(reader.ReadNumber());
            while (!reader.TryReadListEnd())
                reader.SkipValue();
        }

        return value;
    }

    // A digit is 0x3n with n below 10: any other octet leaves a high nibble that is not 3, here or after 6 is added.
    private static int CountDigits(ulong octets)
    {
        ulong others = ((octets & 0xF0F0F0F0F0F0F0F0) ^ 0x3030303030303030) | (((octets + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) ^ 0x3030303030303030);
        return System.Numerics.BitOperations.TrailingZeroCount(others) >> 3;
    }

    // The digits stand at the high end; zero octets before them count as the digit 0. Pairs, then fours, then all eight are joined.
    private static uint Combine(ulong octets)
    {
        octets &= 0x0F0F0F0F0F0F0F0F;
        octets = (octets * 10) + (octets >> 8);
        return (uint)((((octets & 0x000000FF000000FF) * 0x000F424000000064) + (((octets >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32);
    }

    private static uint ReadSlowly(ReadOnlySpan<byte> bytes, ref int position)
    {
        int start = position;
        ulong value = 0;
        for (; position < bytes.Length && Ascii.IsDigit(bytes[position]); position++)
        {
            value = (value * 10) + (uint)(bytes[position] - '0');
            if (value > uint.MaxValue)
                throw ProtocolErrors.Expected("a number below 2^32", bytes, start);
        }

        if (position > start && position < bytes.Length && bytes[position] is not ((byte)' ' or (byte)'(' or (byte)'\r' or (byte)'\n'))
            throw ProtocolErrors.Expected("a message number", bytes, start);
        return (uint)value;
    }
}
