namespace ImapAsync;

/// <summary>Names of content transfer encodings, and the streams that decode them.</summary>
internal static class TransferEncoding
{
    private const int LongestName = 20;

    /// <summary>Parses the name in BODYSTRUCTURE.</summary>
    public static ContentTransferEncoding Parse(ReadOnlySpan<byte> name) => name.Length switch
    {
        4 when Ascii.EqualsIgnoreCase(name, "7bit"u8) => ContentTransferEncoding.SevenBit,
        4 when Ascii.EqualsIgnoreCase(name, "8bit"u8) => ContentTransferEncoding.EightBit,
        6 when Ascii.EqualsIgnoreCase(name, "base64"u8) => ContentTransferEncoding.Base64,
        16 when Ascii.EqualsIgnoreCase(name, "quoted-printable"u8) => ContentTransferEncoding.QuotedPrintable,
        _ => Parse(WireText.Decode(name)),
    };

    /// <summary>Parses the name in a Content-Transfer-Encoding header; null and the empty name mean 7bit.</summary>
    public static ContentTransferEncoding Parse(ReadOnlySpan<char> name)
    {
        int comment = name.IndexOfAny('(', ';');
        if (comment >= 0)
            name = name[..comment];
        name = name.Trim(" \t\r\n\"'");
        Span<char> lower = stackalloc char[LongestName];
        if (name.Length > lower.Length)
            return ContentTransferEncoding.Unknown;
        int length = name.ToLowerInvariant(lower);
        return lower[..length] switch
        {
            "" or "7bit" or "7-bit" or "7bits" or "nil" => ContentTransferEncoding.SevenBit,
            "8bit" or "8-bit" or "8bits" => ContentTransferEncoding.EightBit,
            "binary" => ContentTransferEncoding.Binary,
            "quoted-printable" or "quoted printable" or "quotedprintable" or "x-quoted-printable" =>
                ContentTransferEncoding.QuotedPrintable,
            "base64" or "base-64" or "x-base64" => ContentTransferEncoding.Base64,
            "x-uuencode" or "uuencode" or "x-uue" or "uue" => ContentTransferEncoding.UuEncode,
            _ => ContentTransferEncoding.Unknown,
        };
    }

    /// <summary>
    /// The decoded octets of <paramref name="source"/>, decoded while they are read; malformed input never fails. The
    /// stream owns <paramref name="source"/>, or is <paramref name="source"/> itself if there is nothing to decode.
    /// </summary>
    public static Stream Decode(Stream source, ContentTransferEncoding encoding) => encoding switch
    {
        ContentTransferEncoding.Base64 => new TransferDecodingStream<Base64Decoder>(source),
        ContentTransferEncoding.QuotedPrintable => new TransferDecodingStream<QuotedPrintableDecoder>(source),
        ContentTransferEncoding.UuEncode => new TransferDecodingStream<UuDecoder>(source),
        _ => source,
    };
}
