namespace ImapAsync;

/// <summary>
/// One encoded word, <c>=?charset*language?encoding?text?=</c> (RFC 2047 §2, RFC 2231 §5), not yet decoded.
/// </summary>
internal readonly ref struct EncodedWord
{
    private const int LongestCharset = 80;

    private EncodedWord(ReadOnlySpan<byte> charset, bool isBase64, ReadOnlySpan<byte> text, int length)
    {
        int language = charset.IndexOf((byte)'*');
        Charset = language < 0 ? charset : charset[..language];
        IsBase64 = isBase64;
        Text = text;
        Length = length;
    }

    public ReadOnlySpan<byte> Charset { get; }

    public bool IsBase64 { get; }

    public ReadOnlySpan<byte> Text { get; }

    /// <summary>The length of the whole word in octets.</summary>
    public int Length { get; }

    /// <summary>
    /// Reads the word at the start of <paramref name="source"/>, which begins with <c>=?</c>. It never looks beyond the
    /// next <c>=?</c>, so many attempts cost no more than one.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> source, out EncodedWord word)
    {
        word = default;
        ReadOnlySpan<byte> rest = source[2..];
        int charset = rest[..Math.Min(rest.Length, LongestCharset)].IndexOf((byte)'?');
        if (charset <= 0 || rest[..charset].IndexOfAny(" \t\r\n"u8) >= 0)
            return false;
        if (rest[charset..] is not [_, var letter, (byte)'?', .. var text])
            return false;

        bool isBase64 = letter is (byte)'B' or (byte)'b';
        if (!isBase64 && letter is not ((byte)'Q' or (byte)'q'))
            return false;
        int end = isBase64 ? EndOfB(text) : EndOfQ(text);
        if (end < 0)
            return false;
        word = new EncodedWord(rest[..charset], isBase64, text[..end], source.Length - text.Length + end + 2);
        return true;
    }

    private static int EndOfB(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)'?');
        return end >= 0 && end + 1 < text.Length && text[end + 1] == '=' ? end : -1;
    }

    // Mailers leave question marks (and spaces) unencoded: only "?=" ends the text, and "=?" shows that it never ended.
    private static int EndOfQ(ReadOnlySpan<byte> text)
    {
        int end = 0;
        while (true)
        {
            int next = text[end..].IndexOf((byte)'?');
            if (next < 0)
                return -1;
            end += next;
            if (end + 1 < text.Length && text[end + 1] == '=')
                return end;
            if (end > 0 && text[end - 1] == '=')
                return -1;
            end++;
        }
    }
}
