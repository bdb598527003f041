using System.Buffers;
using System.Buffers.Text;

namespace ImapAsync;

/// <summary>Decimal numbers as servers send them, including negative and quoted ones.</summary>
internal static class NumberToken
{
    private static readonly SearchValues<byte> OfFloatingPoint = SearchValues.Create("0123456789.eE+-"u8);

    /// <summary>
    /// Parses the number at the start of <paramref name="bytes"/>; on failure <paramref name="length"/> is 0.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out ulong value, out int length)
    {
        length = 0;
        bool quoted = bytes.Length > 0 && bytes[0] == '"';
        int i = quoted ? 1 : 0;
        bool negative = i < bytes.Length && bytes[i] == '-';
        if (negative)
            i++;
        int first = i;
        value = 0;
        for (; i < bytes.Length && Ascii.IsDigit(bytes[i]); i++)
        {
            uint digit = (uint)(bytes[i] - '0');
            if (value > (ulong.MaxValue - digit) / 10)
                return false;
            value = (value * 10) + digit;
        }

        if (i == first || (quoted && (i >= bytes.Length || bytes[i++] != '"')))
            return false;
        if (negative)
            value = 0;
        length = i;
        return true;
    }

    /// <summary>
    /// Reads a count that was written in floating point, <c>9.3736e+06</c> or <c>123.0</c>: the fraction is cut off.
    /// Only for counts: a rounded UID would be that of another message.
    /// </summary>
    public static bool TryParseRounded(ReadOnlySpan<byte> bytes, out long count)
    {
        count = 0;
        if (bytes is [(byte)'"', .. ReadOnlySpan<byte> quoted, (byte)'"'])
            bytes = quoted;
        if (bytes.IsEmpty || !Ascii.IsDigit(bytes[0]) || bytes.IndexOfAnyExcept(OfFloatingPoint) >= 0)
            return false;
        if (!Utf8Parser.TryParse(bytes, out double number, out int length) || length < bytes.Length
            || number is not (>= 0 and < long.MaxValue))
        {
            return false;
        }

        count = (long)number;
        return true;
    }
}
