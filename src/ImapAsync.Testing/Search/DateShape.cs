using System.Buffers.Text;

namespace ImapAsync.Testing;

/// <summary>
/// Whether dates follow the grammar strictly (RFC 9051 §9): <see cref="ImapDate"/> also accepts what servers write
/// instead.
/// </summary>
internal static class DateShape
{
    /// <summary>Whether it is a date-text: the day in one or two digits, the year in four.</summary>
    public static bool IsDate(ReadOnlySpan<byte> text) => Fits(text, "9-AAA-9999"u8) || Fits(text, "99-AAA-9999"u8);

    /// <summary>Whether it is a date-time without its quotes: a one-digit day is preceded by a space.</summary>
    public static bool IsDateTime(ReadOnlySpan<byte> text)
    {
        bool isPadded = text is [(byte)' ', ..];
        return Fits(text, isPadded ? " 9-AAA-9999 99:99:99 +9999"u8 : "99-AAA-9999 99:99:99 +9999"u8);
    }

    /// <summary>Whether it is a date-time without the space before its day.</summary>
    public static bool IsUnpaddedDateTime(ReadOnlySpan<byte> text) => Fits(text, "9-AAA-9999 99:99:99 +9999"u8);

    /// <summary>Whether the zone at the end of a date-time is valid: no clock is more than 14 hours off UTC.</summary>
    public static bool HasZone(ReadOnlySpan<byte> dateTime) =>
        Utf8Parser.TryParse(dateTime[^4..], out int zone, out _) && zone <= 1400 && zone % 100 < 60;

    private static bool Fits(ReadOnlySpan<byte> text, ReadOnlySpan<byte> shape)
    {
        if (text.Length != shape.Length)
            return false;
        for (int i = 0; i < shape.Length; i++)
        {
            bool fits = shape[i] switch
            {
                (byte)'9' => char.IsAsciiDigit((char)text[i]),
                (byte)'A' => char.IsAsciiLetter((char)text[i]),
                (byte)'+' => text[i] is (byte)'+' or (byte)'-',
                _ => text[i] == shape[i],
            };
            if (!fits)
                return false;
        }

        return true;
    }
}
