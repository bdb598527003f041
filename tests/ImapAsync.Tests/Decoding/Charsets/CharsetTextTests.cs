using System.Text;

namespace ImapAsync.Tests;

public class CharsetTextTests
{
    [Theory]
    [InlineData("utf-8", "gr\u00FC\u00DFe\r\n \r\n> flowed \r\n", "67 72 C3 BC C3 9F 65 0D 0A 20 0D 0A 3E 20 66 6C 6F 77 65 64 20 0D 0A")]
    [InlineData("utf-8", "a\uFFFDb", "61 FF 62")]
    [InlineData("utf-8", "\u00FC", "EF BB BF C3 BC")]
    [InlineData("iso-8859-1", "\u00FC", "EF BB BF C3 BC")]
    [InlineData("utf-16", "h\u00E9", "FE FF 00 68 00 E9")]
    [InlineData("utf-16", "h\u00E9", "FF FE 68 00 E9 00")]
    [InlineData("iso-2022-jp", "\u65E5\u672C!", "1B 24 42 46 7C 4B 5C 1B 28 42 21")]
    [InlineData("euc-jp", "\u65E5\u672C", "C6 FC CB DC")]
    [InlineData("hz-gb-2312", "\u4E2D\u6587", "7E 7B 56 50 4E 44 7E 7D")]
    [InlineData("gb18030", "\u4E2D\uD83D\uDE00", "D6 D0 94 39 FC 36")]
    [InlineData("us-ascii", "caf\u00E9 \u00E9", "63 61 66 C3 A9 20 E9")]
    [InlineData(null, "caf\u00E9", "63 61 66 E9")]
    [InlineData("x-klingon", "caf\u00E9", "63 61 66 C3 A9")]
    [InlineData("utf-8", "", "")]
    public async Task Text_is_the_same_at_once_or_in_pieces(string? charset, string expected, string octets)
    {
        byte[] input = Convert.FromHexString(octets.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(expected, CharsetText.Decode(input, charset));
        Assert.Equal(expected, await CharsetText.ReadAllAsync(new MemoryStream(input), charset, TestContext.Current.CancellationToken));

        // A byte order mark is expected only in the first piece.
        bool marked = input is [0xEF, ..] or [0xFE, ..] or [0xFF, ..];
        int[] cuts = marked ? [3, 1] : [1];
        Assert.Equal(expected, await CharsetText.ReadAllAsync(new ChunkedStream(input, cuts), charset, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_reader_owns_the_octets()
    {
        ChunkedStream octets = new("text"u8.ToArray(), [2]);
        Assert.Equal("text", await CharsetText.ReadAllAsync(octets, "utf-8", TestContext.Current.CancellationToken));
        Assert.True(octets.IsDisposed);
    }

    [Fact]
    public async Task Encoded_text_is_decoded_through_both_layers()
    {
        byte[] part = Encoding.ASCII.GetBytes("=93=FA=96=\r\n=7B\r\n");
        Stream octets = TransferEncoding.Decode(new ChunkedStream(part, [3]), ContentTransferEncoding.QuotedPrintable);
        Assert.Equal("\u65E5\u672C\r\n", await CharsetText.ReadAllAsync(octets, "shift_jis", TestContext.Current.CancellationToken));
    }
}
