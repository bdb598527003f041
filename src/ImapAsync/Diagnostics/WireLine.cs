using System.Globalization;
using System.Text;

namespace ImapAsync;

/// <summary>Formats octets of the wire as a line of the log.</summary>
internal static class WireLine
{
    /// <summary>More octets than this are only counted, not shown.</summary>
    public const int Longest = 1000;

    /// <summary>The placeholder for the octets of a literal.</summary>
    public static string Literal(long size) => string.Create(CultureInfo.InvariantCulture, $"<{size} octets>");

    /// <summary>Whether there is nothing but the end of a line.</summary>
    public static bool IsLineEnd(ReadOnlySpan<byte> octets) => octets is [] or [(byte)'\n'] or [(byte)'\r', (byte)'\n'];

    /// <summary>Whether the octets begin as an untagged or a tagged response does.</summary>
    public static bool IsResponse(ReadOnlySpan<byte> octets) =>
        octets is [(byte)'*', (byte)' ', ..] or [(byte)'A', >= (byte)'0' and <= (byte)'9', ..];

    /// <summary>Formats the octets without those of their literals and without the final line end.</summary>
    public static string Format(ReadOnlySpan<byte> octets)
    {
        StringBuilder text = new();
        int room = Longest;
        while (!octets.IsEmpty)
        {
            int end = octets.IndexOf((byte)'\n') + 1;
            ReadOnlySpan<byte> line = end == 0 ? octets : octets[..end];
            octets = octets[line.Length..];
            ReadOnlySpan<byte> shown = octets.IsEmpty || EndsWithLiteral(line) ? line.TrimEnd("\r\n"u8) : line;
            if (shown.Length > room)
                return Cut(text, shown, room, octets.Length);

            LogText.Append(text, shown);
            room -= shown.Length;
            octets = octets[SkipLiteral(line, octets, text)..];
        }

        return text.ToString();
    }

    private static bool EndsWithLiteral(ReadOnlySpan<byte> line) => LiteralHeader.TryParseAtEnd(line, out _);

    // Text that happens to end like the header of a literal has nothing after it.
    private static int SkipLiteral(ReadOnlySpan<byte> line, ReadOnlySpan<byte> rest, StringBuilder text)
    {
        if (rest.IsEmpty || !LiteralHeader.TryParseAtEnd(line, out LiteralHeader header))
            return 0;

        text.Append(Literal(header.Size));
        return (int)Math.Min(header.Size, rest.Length);
    }

    private static string Cut(StringBuilder text, ReadOnlySpan<byte> shown, int room, int rest)
    {
        LogText.Append(text, shown[..room]);
        return text.Append(CultureInfo.InvariantCulture, $"… ({shown.Length - room + rest} octets more)").ToString();
    }
}
