namespace ImapAsync;

/// <summary>The value of each octet in base64 (RFC 4648 §4).</summary>
internal static class Base64Alphabet
{
    public const int None = -1;

    private static readonly sbyte[] Values = Build();

    public static int Value(byte octet) => Values[octet];

    private static sbyte[] Build()
    {
        sbyte[] values = new sbyte[256];
        values.AsSpan().Fill(None);
        ReadOnlySpan<byte> alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8;
        for (int i = 0; i < alphabet.Length; i++)
            values[alphabet[i]] = (sbyte)i;
        return values;
    }
}
