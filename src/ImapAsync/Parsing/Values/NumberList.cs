using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// Reads the numbers of SEARCH and SORT, of which there may be millions in one line: eight digits in one step. What
/// follows them, MODSEQ, is read at the end.
/// </summary>
internal static class NumberList
{
    /// <summary>
    /// Reads the number at or after a position; false if something else stands there, such as a number with something
    /// glued to it, or one that is too large.
    /// </summary>
    /// <param name="bytes">The arguments of the response.</param>
    /// <param name="position">Where to look; afterwards the position after the number, or of what is not one.</param>
    /// <param name="number">The number.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, ref int position, out uint number) =>
        TryRead(bytes, ref position, out number, out _, out _);

    /// <summary>
    /// Reads the number at or after a position, as <see cref="TryRead(ReadOnlySpan{byte}, ref int, out uint)"/> does,
    /// together with its consecutive successors up to the next ten: for consecutive messages, only one in ten has to be
    /// converted from its digits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadRun(ReadOnlySpan<byte> bytes, ref int position, out uint first, out uint last)
    {
        bool read = TryRead(bytes, ref position, out first, out ulong octets, out int digits);
        last = first;
        if (digits == 0)
            return read;

        int lastDigit = (digits - 1) * 8;
        int behind = (sizeof(ulong) - 1 - digits) * 8;
        for (int more = '9' - (int)(octets >> lastDigit & 0xFF);
            more > 0 && position + sizeof(ulong) <= bytes.Length;
            more--)
        {
            octets += 1UL << lastDigit;
            if ((BinaryPrimitives.ReadUInt64LittleEndian(bytes[position..]) ^ octets) << behind != 0)
                break;
            last++;
            position += digits + 1;
        }

        return read;
    }

    // Returns the octets and how many of them are digits; no digits if the fast path does not apply.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryRead(
        ReadOnlySpan<byte> bytes, ref int position, out uint number, out ulong octets, out int digits)
    {
        while (position < bytes.Length && bytes[position] == ' ')
            position++;

        if (position + sizeof(ulong) <= bytes.Length)
        {
            octets = BinaryPrimitives.ReadUInt64LittleEndian(bytes[position..]);
            digits = CountDigits(octets);
            if (digits is > 0 and < sizeof(ulong) && (octets >> (digits * 8) & 0xFF) == ' ')
            {
                number = Combine(octets << ((sizeof(ulong) - digits) * 8));
                position += digits + 1;
                return true;
            }
        }

        (octets, digits) = (0, 0);
        // A copy, so that the caller's position can stay in a register.
        int start = position;
        bool read = TryReadSlowly(bytes, ref start, out number);
        position = start;
        return read;
    }

    /// <summary>Reads what is not a number; missing if only a tab precedes one. False at the end.</summary>
    public static bool TryReadOther(ReadOnlySpan<byte> bytes, ref int position, out ResponseValue value)
    {
        value = default;
        if (position < bytes.Length && bytes[position] == '\t')
        {
            position++;
            return true;
        }

        if (position >= bytes.Length || bytes[position] is (byte)'\r' or (byte)'\n')
            return false;
        int end = ValueScanner.End(bytes, position);
        int start = position;
        position = end < 0 ? bytes.Length : end;
        value = new ResponseValue(bytes[start..position]);
        return true;
    }

    /// <summary>
    /// Reads the list that follows the numbers, <c>(MODSEQ n)</c>; any other list is noted as damage.
    /// </summary>
    public static ModSequence? ReadModSeq(ResponseValue list, ref Damage damage)
    {
        ListReader elements = list.Elements;
        if (!elements.Next().String.Is("MODSEQ"u8))
            return null;
        if (elements.Next().TryGetNumber(out long number))
            return ModSequence.FromServer((ulong)number);
        damage.Note("a mod-sequence", list.Octets);
        return null;
    }

    // A digit is 0x3n with n below 10: any other octet leaves a high nibble that is not 3, here or after 6 is added.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountDigits(ulong octets)
    {
        ulong others = ((octets & 0xF0F0F0F0F0F0F0F0) ^ 0x3030303030303030)
            | (((octets + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) ^ 0x3030303030303030);
        return System.Numerics.BitOperations.TrailingZeroCount(others) >> 3;
    }

    // The digits stand at the high end; zero octets before them count as the digit 0. Pairs, then fours, then all eight
    // are joined.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Combine(ulong octets)
    {
        octets &= 0x0F0F0F0F0F0F0F0F;
        octets = (octets * 10) + (octets >> 8);
        return (uint)((((octets & 0x000000FF000000FF) * 0x000F424000000064)
            + (((octets >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32);
    }

    private static bool TryReadSlowly(ReadOnlySpan<byte> bytes, ref int position, out uint number)
    {
        int end = position;
        while (end < bytes.Length && Ascii.IsDigit(bytes[end]))
            end++;
        bool isWhole = end >= bytes.Length
            || bytes[end] is (byte)' ' or (byte)'\t' or (byte)'(' or (byte)'\r' or (byte)'\n';
        if (!uint.TryParse(bytes[position..end], NumberStyles.None, CultureInfo.InvariantCulture, out number)
            || !isWhole)
        {
            return false;
        }

        position = end;
        return true;
    }
}
