namespace ImapAsync;

/// <summary>
/// Quoted-printable as found in mail (RFC 2045 §6.7): white space at the end of a line is dropped, lower-case
/// hexadecimal is accepted, an "=" that begins nothing is kept, and line ends stay as they are, CR LF or LF.
/// </summary>
internal struct QuotedPrintableDecoder : ITransferDecoder
{
    // White space longer than a line may be (RFC 5322 §2.1.1) is content, so that what is held back is bounded.
    private const int LongestLine = 998;

    private bool _afterWhiteSpace;

    public void Decode(Span<byte> source, Span<byte> destination, bool final, out int consumed, out int written)
    {
        consumed = 0;
        written = 0;
        while (consumed < source.Length && written < destination.Length)
        {
            ReadOnlySpan<byte> rest = source[consumed..];
            Span<byte> room = destination[written..];
            if (rest is [(byte)'=', var high, var low, ..] && HexOctet.Parse(high, low) is >= 0 and var octet)
            {
                room[0] = (byte)octet;
                _afterWhiteSpace = false;
                consumed += 3;
                written++;
                continue;
            }

            int read = rest[0] == '='
                ? DecodeOtherEscape(rest, room, final, out int wrote)
                : DecodeLiteral(rest, room, final, out wrote);
            if (read == 0)
                return;
            consumed += read;
            written += wrote;
        }
    }

    // An "=" that is not, or not yet, followed by two digits.
    private int DecodeOtherEscape(ReadOnlySpan<byte> rest, Span<byte> destination, bool final, out int written)
    {
        written = 0;
        if (rest.Length < 3 && !final && (rest.Length == 1 || char.IsAsciiHexDigit((char)rest[1])))
            return 0;
        _afterWhiteSpace = false;
        int softBreak = SoftBreakLength(rest, final);
        if (softBreak >= 0)
            return softBreak;
        destination[0] = (byte)'=';
        written = 1;
        return 1;
    }

    // "=" *WSP line-end, or the end of all; 0 if more input is needed, negative if it is not one.
    private static int SoftBreakLength(ReadOnlySpan<byte> rest, bool final)
    {
        int end = 1 + WhiteSpaceLength(rest[1..]);
        if (end - 1 > LongestLine)
            return -1;
        if (end == rest.Length)
            return final ? end : 0;
        if (rest[end] == '\n')
            return end + 1;
        if (rest[end] != '\r')
            return -1;
        if (end + 1 == rest.Length)
            return final ? end + 1 : 0;
        return rest[end + 1] == '\n' ? end + 2 : end + 1;
    }

    private int DecodeLiteral(ReadOnlySpan<byte> rest, Span<byte> destination, bool final, out int written)
    {
        int special = rest.IndexOfAny((byte)'=', (byte)'\n');
        if (special >= 0 && special < destination.Length
            && TryCopyLine(rest[..(special + 1)], destination, out written))
        {
            return written;
        }

        ReadOnlySpan<byte> line = special < 0 ? rest : rest[..special];
        bool endsHere = special >= 0 ? rest[special] == '\n' : final;
        int text = special >= 0 && !endsHere ? line.Length : TextLength(line, endsByNothing: special < 0 && final);

        written = Math.Min(text, destination.Length);
        line[..written].CopyTo(destination);
        if (written > 0)
            _afterWhiteSpace = IsWhiteSpace(line[written - 1]);
        if (written < text || !endsHere)
            return written;
        if (special < 0)
            return rest.Length;

        int lineEnd = line is [.., (byte)'\r'] ? special - 1 : special;
        ReadOnlySpan<byte> newLine = rest[lineEnd..(special + 1)];
        if (destination.Length - written < newLine.Length)
            return lineEnd;
        newLine.CopyTo(destination[written..]);
        written += newLine.Length;
        _afterWhiteSpace = false;
        return special + 1;
    }

    // Most lines contain nothing to remove.
    private bool TryCopyLine(ReadOnlySpan<byte> line, Span<byte> destination, out int length)
    {
        int end = line.Length - 1;
        bool isLine = line[end] == '\n';
        length = isLine ? line.Length : end;
        if (isLine && end > 0 && line[end - 1] == '\r')
            end--;
        if (isLine && end > 0 && IsWhiteSpace(line[end - 1]))
            return false;
        line[..length].CopyTo(destination);
        _afterWhiteSpace = false;
        return true;
    }

    // Without the white space that ends the line, or may turn out to.
    private readonly int TextLength(ReadOnlySpan<byte> line, bool endsByNothing)
    {
        if (!endsByNothing && line is [.., (byte)'\r'])
            line = line[..^1];
        int length = line.TrimEnd(" \t"u8).Length;
        if (line.Length - length > LongestLine)
            return line.Length;
        return _afterWhiteSpace ? Math.Max(length, WhiteSpaceLength(line)) : length;
    }

    private static bool IsWhiteSpace(byte octet) => octet is (byte)' ' or (byte)'\t';

    private static int WhiteSpaceLength(ReadOnlySpan<byte> text)
    {
        int length = text.IndexOfAnyExcept((byte)' ', (byte)'\t');
        return length < 0 ? text.Length : length;
    }
}
