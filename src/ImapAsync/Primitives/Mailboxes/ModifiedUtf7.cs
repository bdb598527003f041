using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace ImapAsync;

/// <summary>
/// The ASCII encoding of mailbox names (RFC 3501 §5.1.3): printable ASCII stands for itself, <c>&amp;</c> is
/// <c>&amp;-</c>, everything else is UTF-16 in a base64 with a comma instead of the slash, between <c>&amp;</c> and
/// <c>-</c>.
/// </summary>
internal static class ModifiedUtf7
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";

    /// <summary>Octets with the same meaning in ASCII, in UTF-8 and here.</summary>
    public static SearchValues<byte> StandForThemselves { get; } =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1)
            .Select(static octet => (byte)octet)
            .Where(static octet => octet != '&')]);

    /// <summary>
    /// The maximum number of octets for a text with this many UTF-16 units: each isolated unit takes <c>&amp;AAA-</c>.
    /// </summary>
    public static int GetMaxByteCount(int charCount) => checked(charCount * 5);

    /// <exception cref="ArgumentException">
    /// There is an unpaired surrogate, which is not a character and has no encoding.
    /// </exception>
    public static void RequireWellFormed(string text, string parameterName)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsSurrogatePair(text, i))
            {
                throw new ArgumentException(
                    $"U+{(int)text[i]:X4} at index {i} is half a surrogate pair: use valid Unicode.", parameterName);
            }

            i++;
        }
    }

    /// <summary>Encodes a text in the only form that the RFC allows for it.</summary>
    /// <param name="text">Well-formed UTF-16.</param>
    /// <param name="destination">At least as long as <see cref="GetMaxByteCount"/> returns, or as the result.</param>
    /// <returns>The octets written.</returns>
    public static int Encode(ReadOnlySpan<char> text, Span<byte> destination)
    {
        int used = 0;
        while (!text.IsEmpty)
        {
            if (!IsPrintable(text[0]))
            {
                int length = text.IndexOfAnyInRange(' ', '~');
                ReadOnlySpan<char> shifted = length < 0 ? text : text[..length];
                used += EncodeShifted(shifted, destination[used..]);
                text = text[shifted.Length..];
                continue;
            }

            destination[used++] = (byte)text[0];
            if (text[0] == '&')
                destination[used++] = (byte)'-';
            text = text[1..];
        }

        return used;
    }

    /// <summary>
    /// Decodes; false if the octets are not modified UTF-7. It accepts more than <see cref="Encode"/> writes:
    /// superfluous shifts are read too.
    /// </summary>
    public static bool TryDecode(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out string? text)
    {
        text = null;
        Span<char> chars = octets.Length <= 256 ? stackalloc char[octets.Length] : new char[octets.Length];
        int used = 0;
        while (!octets.IsEmpty)
        {
            byte octet = octets[0];
            octets = octets[1..];
            if (octet >= 0x80)
                return false;
            if (octet != '&')
            {
                chars[used++] = (char)octet;
                continue;
            }

            int end = octets.IndexOf((byte)'-');
            if (end < 0)
                return false;
            if (end == 0)
                chars[used++] = '&';
            else if (!TryDecodeShifted(octets[..end], chars, ref used))
                return false;
            octets = octets[(end + 1)..];
        }

        text = new string(chars[..used]);
        return true;
    }

    private static bool IsPrintable(char c) => c is >= ' ' and <= '~';

    private static int EncodeShifted(ReadOnlySpan<char> text, Span<byte> destination)
    {
        (int used, uint bits, int pending) = (0, 0u, 0);
        destination[used++] = (byte)'&';
        for (int i = 0; i < text.Length; i++)
        {
            bits = bits << 16 | text[i];
            for (pending += 16; pending >= 6; pending -= 6)
                destination[used++] = (byte)Alphabet[(int)(bits >> (pending - 6) & 63)];
        }

        if (pending > 0)
            destination[used++] = (byte)Alphabet[(int)(bits << (6 - pending) & 63)];
        destination[used++] = (byte)'-';
        return used;
    }

    private static bool TryDecodeShifted(ReadOnlySpan<byte> base64, Span<char> chars, ref int used)
    {
        (uint bits, int pending, bool high) = (0u, 0, false);
        foreach (byte octet in base64)
        {
            int value = Alphabet.IndexOf((char)octet, StringComparison.Ordinal);
            if (value < 0)
                return false;
            bits = bits << 6 | (uint)value;
            pending += 6;
            if (pending < 16)
                continue;
            pending -= 16;
            char unit = (char)(bits >> pending);
            if (char.IsLowSurrogate(unit) != high)
                return false;
            high = char.IsHighSurrogate(unit);
            chars[used++] = unit;
        }

        // The rest pads the last unit: less than one base64 digit, and zero.
        return !high && pending < 6 && (bits & ((1u << pending) - 1)) == 0;
    }
}
