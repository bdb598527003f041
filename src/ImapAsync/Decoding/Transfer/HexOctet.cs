namespace ImapAsync;

/// <summary>Two hexadecimal digits of either case.</summary>
internal static class HexOctet
{
    private const sbyte None = -1;

    private static readonly sbyte[] Values = Build();

    /// <summary>The octet, or a negative number if these are not two digits.</summary>
    public static int Parse(byte high, byte low) => (Values[high] << 4) | (int)Values[low];

    public static bool TryParse(ReadOnlySpan<byte> text, out byte octet)
    {
        int value = text.Length < 2 ? -1 : Parse(text[0], text[1]);
        octet = (byte)value;
        return value >= 0;
    }

    public static bool TryParse(ReadOnlySpan<char> text, out byte octet)
    {
        int value = text.Length < 2 || !char.IsAscii(text[0]) || !char.IsAscii(text[1])
            ? -1
            : Parse((byte)text[0], (byte)text[1]);
        octet = (byte)value;
        return value >= 0;
    }

    private static sbyte[] Build()
    {
        sbyte[] values = new sbyte[256];
        values.AsSpan().Fill(None);
        for (int i = 0; i < 16; i++)
        {
            values["0123456789ABCDEF"u8[i]] = (sbyte)i;
            values["0123456789abcdef"u8[i]] = (sbyte)i;
        }

        return values;
    }
}
