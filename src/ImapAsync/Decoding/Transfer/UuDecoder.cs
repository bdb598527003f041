namespace ImapAsync;

/// <summary>uuencode, line by line between "begin" and "end" (POSIX uuencode); everything outside is skipped.</summary>
internal struct UuDecoder : ITransferDecoder
{
    private bool _begun;
    private bool _inLongLine;

    public void Decode(Span<byte> source, Span<byte> destination, bool final, out int consumed, out int written)
    {
        consumed = 0;
        written = 0;
        while (consumed < source.Length && destination.Length - written >= ITransferDecoder.LeastDestination)
        {
            ReadOnlySpan<byte> rest = source[consumed..];
            int end = rest.IndexOf((byte)'\n');
            if (end < 0 && !final && rest.Length < ITransferDecoder.MostHeldBack && !_inLongLine)
                return;
            ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
            if (!_inLongLine && line.Length < ITransferDecoder.MostHeldBack)
                written += DecodeLine(line.TrimEnd((byte)'\r'), destination[written..]);
            _inLongLine = end < 0;
            consumed += end < 0 ? rest.Length : end + 1;
        }
    }

    private int DecodeLine(ReadOnlySpan<byte> line, Span<byte> destination)
    {
        if (!_begun)
        {
            _begun = line.StartsWith("begin "u8);
            return 0;
        }

        if (line.IsEmpty)
            return 0;
        if (line.TrimEnd((byte)' ').SequenceEqual("end"u8))
        {
            _begun = false;
            return 0;
        }

        // A mailer may have removed trailing spaces: they are zeros.
        int length = Value(line[0]);
        line = line[1..];
        for (int i = 0; i < length; i++)
        {
            int quantum = i / 3 * 4;
            int position = i % 3;
            int high = At(line, quantum + position) << (2 + (2 * position));
            int low = At(line, quantum + position + 1) >> (4 - (2 * position));
            destination[i] = (byte)(high | low);
        }

        return length;
    }

    private static int At(ReadOnlySpan<byte> line, int index) => index < line.Length ? Value(line[index]) : 0;

    // Space and grave accent both mean zero.
    private static int Value(byte octet) => (octet - ' ') & 0x3F;
}
