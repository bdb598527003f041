namespace ImapAsync;

/// <summary>Two hexadecimal digits of either case.</summary>
internal static class HexOctet
{
    public static bool TryParse(ReadOnlySpan<byte> text, out byte octet)
    {
        octet = 0;
        return text.Length >= 2 && TryParse((char)text[0], (char)text[1], out octet);
    }

    public static bool TryParse(ReadOnlySpan<char> text, out byte octet)
    {
        octet = 0;
        return text.Length >= 2 && TryParse(text[0], text[1], out octet);
    }

    private static bool TryParse(char high, char low, out byte octet)
    {
        bool valid = char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low);
        octet = valid ? (byte)((Digit(high) << 4) | Digit(low)) : (byte)0;
        return valid;
    }

    // '0' is 0x30; 'A' is 0x41 and 'a' is 0x61, and 9 more than their low bits.
    private static int Digit(char c) => (c & 0xF) + (c >= 'A' ? 9 : 0);
}
