using System.Text;

namespace ImapAsync.Tests;

public sealed class ListScannerTests
{
    [Theory]
    [InlineData("()", 2)]
    [InlineData("(a)b", 3)]
    [InlineData("((a)(b))(c)", 8)]
    [InlineData("(\")\")x", 5)]
    [InlineData("(\"\\\")\")x", 7)]
    [InlineData("(\"\\\\\")x", 6)]
    [InlineData("(a {3}\r\n))) b)x", 14)]
    [InlineData("(a ~{3}\r\n))) b)x", 15)]
    [InlineData("({3})x", 5)]
    [InlineData("(\"{3}\r\n\")x", 9)]
    [InlineData("(", -1)]
    [InlineData("((a)", -1)]
    [InlineData("(\"a)", -1)]
    [InlineData("(\"a\\\")", -1)]
    [InlineData("({9}\r\nabc)", -1)]
    [InlineData("({99999999999999999999}\r\nabc)", 29)]
    public void A_list_ends_at_its_own_parenthesis(string octets, int end) => Assert.Equal(end, ListScanner.End(Encoding.Latin1.GetBytes(octets), 0));

    [Fact]
    public void From_within_a_list_the_depth_is_passed_in() => Assert.Equal(5, ListScanner.End("b) c)"u8, 0, depth: 2));

    // The scanner looks at 64 octets at a time: everything must work at any offset.
    [Theory]
    [InlineData("\"a\"")]
    [InlineData("\"a\\\"(b\"")]
    [InlineData("\"\\\\\"")]
    [InlineData("(\"(\" ((x)))")]
    [InlineData("{5}\r\n(((((")]
    [InlineData("~{2}\r\n\")")]
    [InlineData("{x}")]
    public void Where_the_blocks_begin_does_not_matter(string value)
    {
        for (int before = 0; before < 140; before++)
        {
            string list = $"({new string('a', before)} {value} {value})";
            Assert.Equal(list.Length, ListScanner.End(Encoding.Latin1.GetBytes(list + ")))\"{("), 0));
            Assert.Equal(-1, ListScanner.End(Encoding.Latin1.GetBytes(list[..^1]), 0));
        }
    }

    [Fact]
    public void It_agrees_with_a_scanner_that_goes_octet_by_octet()
    {
        Random random = new(20260101);
        const string Alphabet = "(())\"\"\\{}5 ab\r\n~";
        byte[] octets = new byte[300];
        for (int run = 0; run < 20_000; run++)
        {
            int length = random.Next(1, octets.Length);
            octets[0] = (byte)'(';
            for (int i = 1; i < length; i++)
                octets[i] = (byte)(random.Next(3) == 0 ? 'x' : Alphabet[random.Next(Alphabet.Length)]);
            ReadOnlySpan<byte> list = octets.AsSpan(0, length);
            int expected = EndOctetByOctet(list);
            Assert.True(expected == ListScanner.End(list, 0), Encoding.Latin1.GetString(list));
        }
    }

    private static int EndOctetByOctet(ReadOnlySpan<byte> list)
    {
        int depth = 0;
        for (int i = 0; i < list.Length; i++)
        {
            switch (list[i])
            {
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    return i + 1;
                case (byte)'"':
                    i = EndOfQuoted(list, i);
                    break;
                case (byte)'{' when LiteralHeader.TryParse(list[i..], out LiteralHeader header):
                    i += header.Length + (int)header.Size - 1;
                    break;
                default:
                    break;
            }

            if (i < 0 || i >= list.Length)
                return -1;
        }

        return -1;
    }

    // A line end within a quoted string counts only if a backslash makes the scanner look closer: such a string is broken either way.
    private static int EndOfQuoted(ReadOnlySpan<byte> list, int start)
    {
        int i = start + 1;
        while (i < list.Length && list[i] is not ((byte)'"' or (byte)'\\'))
            i++;
        if (i >= list.Length || list[i] == '"')
            return i >= list.Length ? -1 : i;
        int length = QuotedToken.Length(list[i..], out _);
        return length < 0 ? -1 : i + length;
    }
}
