namespace ImapAsync;

/// <summary>Finds the fields of a header one after the other; lines that are no field are stepped over.</summary>
internal static class MailHeaderReader
{
    /// <summary>Reads the next field at or after <paramref name="position"/>; false at the empty line or the end of <paramref name="block"/>.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> block, ref int position, out MailHeaderField field)
    {
        ReadOnlySpan<byte> octets = block.Span;
        while (position < octets.Length)
        {
            int start = position;
            ReadOnlySpan<byte> line = octets[start..EndOfLine(octets, start, out position)].TrimEnd((byte)'\r');
            if (line.IsEmpty)
            {
                position = octets.Length;
                break;
            }

            int name = NameLength(line, out int colon);
            if (name == 0) continue;
            int end = start + line.Length;
            while (position < octets.Length && octets[position] is (byte)' ' or (byte)'\t') end = EndOfLine(octets, position, out position);
            ReadOnlyMemory<byte> value = block[(start + colon + 1)..end];
            field = new MailHeaderField(block.Slice(start, name), value.Trim(" \t\r\n"u8));
            return true;
        }

        field = default;
        return false;
    }

    private static int EndOfLine(ReadOnlySpan<byte> octets, int start, out int next)
    {
        int length = octets[start..].IndexOf((byte)'\n');
        int end = length < 0 ? octets.Length : start + length;
        next = length < 0 ? end : end + 1;
        return end;
    }

    // Neither the "From " line of an mbox nor a line that lost its indentation has a name before its colon: RFC 5322 §2.2.
    private static int NameLength(ReadOnlySpan<byte> line, out int colon)
    {
        colon = line.IndexOf((byte)':');
        if (colon <= 0) return 0;
        ReadOnlySpan<byte> name = line[..colon].TrimEnd(" \t"u8);
        return name.IndexOfAnyInRange((byte)0, (byte)' ') < 0 ? name.Length : 0;
    }
}
