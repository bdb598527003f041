using System.Text;

namespace ImapAsync.Testing;

/// <summary>Splits the body of a multipart at its boundaries (RFC 2046 §5.1.1).</summary>
internal static class MultipartSplitter
{
    private enum Line
    {
        Content,
        Delimiter,
        Close,
    }

    /// <summary>
    /// The parts, without the preamble and the epilogue. The last part ends with the body if it is not closed.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="boundary">The boundary without its hyphens.</param>
    /// <param name="most">After this many parts, the rest belongs to the last one.</param>
    public static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, string boundary, int most)
    {
        List<ReadOnlyMemory<byte>> parts = new();
        byte[] delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        ReadOnlySpan<byte> octets = body.Span;
        int start = -1;
        int next;
        for (int position = 0; position < octets.Length && parts.Count + 1 < most; position = next)
        {
            next = NextLine(octets, position);
            Line line = Classify(octets[position..next], delimiter);
            if (line == Line.Content)
                continue;
            if (start >= 0)
                parts.Add(body[start..Math.Max(start, BeforeLineEnd(octets, position))]);
            start = line == Line.Close ? -1 : next;
            if (line == Line.Close)
                return parts;
        }

        if (start >= 0)
            parts.Add(body[start..]);
        return parts;
    }

    private static int NextLine(ReadOnlySpan<byte> octets, int position)
    {
        int length = octets[position..].IndexOf((byte)'\n');
        return length < 0 ? octets.Length : position + length + 1;
    }

    // Only padding may follow, so that "--a" is not taken for the boundary in "--ab".
    private static Line Classify(ReadOnlySpan<byte> line, ReadOnlySpan<byte> delimiter)
    {
        if (!line.StartsWith(delimiter))
            return Line.Content;
        ReadOnlySpan<byte> rest = line[delimiter.Length..].TrimEnd(" \t\r\n"u8);
        if (rest.IsEmpty)
            return Line.Delimiter;
        return rest.SequenceEqual("--"u8) ? Line.Close : Line.Content;
    }

    // The line end before a delimiter belongs to the delimiter.
    private static int BeforeLineEnd(ReadOnlySpan<byte> octets, int position)
    {
        if (position > 0 && octets[position - 1] == '\n')
            position--;
        if (position > 0 && octets[position - 1] == '\r')
            position--;
        return position;
    }
}
