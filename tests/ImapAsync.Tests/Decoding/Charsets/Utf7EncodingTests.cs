using System.Text;

namespace ImapAsync.Tests;

public class Utf7EncodingTests
{
    // The first four are RFC 2152's own.
    [Theory]
    [InlineData("A+ImIDkQ.", "A\u2262\u0391.")]
    [InlineData("Hi Mom -+Jjo--!", "Hi Mom -\u263A-!")]
    [InlineData("+ZeVnLIqe-", "\u65E5\u672C\u8A9E")]
    [InlineData("Item 3 is +AKM-1.", "Item 3 is \u00A31.")]
    [InlineData("1 +- 1", "1 + 1")]
    [InlineData("+2D3eAA-", "\uD83D\uDE00")]
    [InlineData("+AOk", "\u00E9")]
    [InlineData("+AOk caf", "\u00E9 caf")]
    [InlineData("+", "+")]
    [InlineData("1 + 1", "1 + 1")]
    [InlineData("+A", "")]
    [InlineData("+AOkA-x", "\u00E9x")]
    [InlineData("plain", "plain")]
    [InlineData("raw \u00E9", "raw \u00E9")]
    public void Shifted_characters_are_decoded(string input, string expected)
    {
        Encoding utf7 = Charsets.Find("utf-7")!;
        byte[] octets = Encoding.Latin1.GetBytes(input);
        Assert.Equal(expected, utf7.GetString(octets));
        foreach (int cut in (int[])[1, 2, 3, 5])
        {
            using StreamReader reader = new(new ChunkedStream(octets, [cut]), utf7, detectEncodingFromByteOrderMarks: false);
            Assert.Equal(expected, reader.ReadToEnd());
        }
    }

    [Fact]
    public void It_is_not_written() => Assert.Throws<NotSupportedException>(() => Charsets.Find("utf-7")!.GetBytes("x"));
}
