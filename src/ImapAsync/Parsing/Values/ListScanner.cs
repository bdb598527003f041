using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ImapAsync;

/// <summary>
/// Finds the closing parenthesis of a list, 64 octets at a time: quotes and parentheses become bit masks, and depth is
/// counted in bits.
/// </summary>
internal static class ListScanner
{
    private const int BlockSize = 64;

    /// <summary>Returns the end of a list, including its parenthesis; -1 if it is never closed.</summary>
    /// <param name="octets">The octets.</param>
    /// <param name="start">Where to begin: at the opening parenthesis, or inside the list.</param>
    /// <param name="depth">How many lists are open there: 0 at the opening parenthesis.</param>
    public static int End(ReadOnlySpan<byte> octets, int start, int depth = 0) => End(octets, start, depth, out _);

    /// <summary>The same.</summary>
    /// <param name="octets">The octets.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="depth">How many lists are open there.</param>
    /// <param name="isGlued">
    /// Whether a string in the list is followed by anything but a space or a closing parenthesis, as happens with
    /// unescaped quotes.
    /// </param>
    public static int End(ReadOnlySpan<byte> octets, int start, int depth, out bool isGlued)
    {
        if (octets.Length < BlockSize)
            return EndInFew(octets, start, depth, out isGlued);

        isGlued = false;
        ulong openQuote = 0;
        ulong closed = 0;
        int at = start;
        while (at < octets.Length)
        {
            Block block = new(octets, at, openQuote);
            (ulong opens, ulong closes, int special) = (block.Opens, block.Closes, block.FirstSpecial);
            ulong glued = (closed | (block.ClosingQuotes << 1)) & ~(block.Spaces | closes);
            closed = block.ClosingQuotes >> (BlockSize - 1);
            if (special < BlockSize)
            {
                ulong before = (1UL << special) - 1;
                opens &= before;
                closes &= before;
                glued &= before | (1UL << special);
            }

            int end = Count(opens, closes, ref depth);
            if (end >= 0)
            {
                isGlued |= (glued & ((1UL << end) - 1)) != 0;
                return at + end + 1;
            }

            isGlued |= glued != 0;
            if (special == BlockSize)
            {
                openQuote = block.OpenQuote;
                at += BlockSize;
                continue;
            }

            int behind = SkipSpecial(octets, at + special);
            if (behind < 0)
                return -1;
            closed = behind > at + special + 1 ? 1UL : 0;
            at = behind;
            openQuote = 0;
        }

        return -1;
    }

    // The padding ends nothing, and whatever reaches into it is not closed.
    private static int EndInFew(ReadOnlySpan<byte> octets, int start, int depth, out bool isGlued)
    {
        Span<byte> filledUp = stackalloc byte[BlockSize];
        filledUp.Clear();
        octets.CopyTo(filledUp);
        return End(filledUp, start, depth, out isGlued);
    }

    // Returns the bit that closes the last list.
    private static int Count(ulong opens, ulong closes, ref int depth)
    {
        int closing = BitOperations.PopCount(closes);
        if (closing < depth)
        {
            depth += BitOperations.PopCount(opens) - closing;
            return -1;
        }

        for (ulong both = opens | closes; both != 0; both &= both - 1)
        {
            int bit = BitOperations.TrailingZeroCount(both);
            if ((opens >> bit & 1) != 0)
                depth++;
            else if (--depth == 0)
                return bit;
        }

        return -1;
    }

    // At a backslash in a quoted string: past that string. At a brace outside: past the literal, if it is one.
    private static int SkipSpecial(ReadOnlySpan<byte> octets, int at)
    {
        ReadOnlySpan<byte> rest = octets[at..];
        if (rest[0] == '\\')
        {
            int length = QuotedToken.Length(rest, out _);
            return length < 0 ? -1 : at + length + 1;
        }

        if (!LiteralHeader.TryParse(rest, out LiteralHeader header))
            return at + 1;
        return header.Size <= rest.Length - header.Length ? at + header.Length + (int)header.Size : -1;
    }

    /// <summary>The bit masks of 64 octets, or of those that are left.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct Block
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Block(ReadOnlySpan<byte> octets, int at, ulong openQuote)
        {
            // The last octets are read together with those before them, which are then shifted out.
            int before = Math.Max(BlockSize - (octets.Length - at), 0);
            ref byte first = ref MemoryMarshal.GetReference(octets.Slice(at - before, BlockSize));
            Vector256<byte> low = Vector256.LoadUnsafe(ref first);
            Vector256<byte> high = Vector256.LoadUnsafe(ref first, 32);
            ulong quotes = Mask(low, high, (byte)'"', before);
            ulong quoted = Parity(quotes) ^ openQuote;
            ClosingQuotes = quotes & ~quoted;
            Spaces = Mask(low, high, (byte)' ', before);
            Opens = Mask(low, high, (byte)'(', before) & ~quoted;
            Closes = Mask(low, high, (byte)')', before) & ~quoted;
            // After the first of these the masks are not reliable.
            FirstSpecial = BitOperations.TrailingZeroCount(
                (Mask(low, high, (byte)'\\', before) & quoted) | (Mask(low, high, (byte)'{', before) & ~quoted));
            OpenQuote = (ulong)((long)quoted >> 63);
        }

        public ulong Opens { get; }

        public ulong Closes { get; }

        public ulong ClosingQuotes { get; }

        public ulong Spaces { get; }

        public int FirstSpecial { get; }

        /// <summary>All ones if the next octet is inside a quoted string.</summary>
        public ulong OpenQuote { get; }

        private static ulong Mask(Vector256<byte> low, Vector256<byte> high, byte value, int before)
        {
            Vector256<byte> wanted = Vector256.Create(value);
            ulong inHigh = Vector256.Equals(high, wanted).ExtractMostSignificantBits();
            return (Vector256.Equals(low, wanted).ExtractMostSignificantBits() | (inHigh << 32)) >> before;
        }

        // Each bit becomes the parity of itself and all lower bits: ones from an opening quote up to its closing one.
        private static ulong Parity(ulong quotes)
        {
            quotes ^= quotes << 1;
            quotes ^= quotes << 2;
            quotes ^= quotes << 4;
            quotes ^= quotes << 8;
            quotes ^= quotes << 16;
            return quotes ^ (quotes << 32);
        }
    }
}
