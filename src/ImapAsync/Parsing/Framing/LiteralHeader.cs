namespace ImapAsync;

/// <summary>
/// The <c>{n}</c>, <c>{n+}</c> or <c>~{n}</c> and line end that announce a literal (RFC 9051 §4.3, RFC 3516 §4.1).
/// </summary>
internal readonly struct LiteralHeader
{
    private LiteralHeader(long size, int length, bool isBinary)
    {
        Size = size;
        Length = length;
        IsBinary = isBinary;
    }

    /// <summary>The number of octets in the literal.</summary>
    public long Size { get; }

    /// <summary>The number of octets in the header, including its line end.</summary>
    public int Length { get; }

    /// <summary>Whether it is a literal8, which may contain NUL.</summary>
    public bool IsBinary { get; }

    /// <summary>
    /// Parses the header at the start of <paramref name="bytes"/>; a line end of LF alone is accepted.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out LiteralHeader header)
    {
        header = default;
        int i = 0;
        bool isBinary = bytes.Length > 0 && bytes[0] == '~';
        if (isBinary)
            i++;
        if (i >= bytes.Length || bytes[i++] != '{')
            return false;
        if (i >= bytes.Length || !Ascii.IsDigit(bytes[i])
            || !NumberToken.TryParse(bytes[i..], out ulong size, out int digits) || size > long.MaxValue)
        {
            return false;
        }

        i += digits;
        if (i < bytes.Length && bytes[i] is (byte)'+' or (byte)'-')
            i++;
        if (i >= bytes.Length || bytes[i++] != '}')
            return false;
        while (i < bytes.Length && MayStandBeforeLineFeed(bytes[i]))
            i++;
        if (i >= bytes.Length || bytes[i++] != '\n')
            return false;

        header = new LiteralHeader((long)size, i, isBinary);
        return true;
    }

    // If a header is missed, the literal is read as responses: spaces after it, or a second CR, must not hide it.
    private static bool MayStandBeforeLineFeed(byte octet) => octet is (byte)'\r' or (byte)' ' or (byte)'\t';

    /// <summary>Finds the header at the end of a line; <paramref name="line"/> includes its line end.</summary>
    public static bool TryParseAtEnd(ReadOnlySpan<byte> line, out LiteralHeader header)
    {
        header = default;
        int end = line.Length - 1;
        while (end > 0 && MayStandBeforeLineFeed(line[end - 1]))
            end--;
        if (end < 1 || line[end - 1] != '}')
            return false;

        int start = line[..end].LastIndexOf((byte)'{');
        if (start < 0)
            return false;
        if (start > 0 && line[start - 1] == '~')
            start--;
        return TryParse(line[start..], out header);
    }
}
