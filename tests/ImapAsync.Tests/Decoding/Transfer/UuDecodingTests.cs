using System.Text;

namespace ImapAsync.Tests;

public class UuDecodingTests
{
    [Theory]
    [InlineData("begin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\n", "Cat")]
    [InlineData("begin 644 cat.txt\n#0V%T\n`\nend\n", "Cat")]
    [InlineData("some text\r\n\r\nbegin 644 cat.txt\r\n#0V%T\r\n \r\nend\r\nmore text\r\n", "Cat")]
    [InlineData("begin 644 a\n#0V%T\nend\nbegin 644 b\n#0V%T\nend", "CatCat")]
    [InlineData("begin 644 a\n#0V%T", "Cat")]
    [InlineData("begin 644 a\n!00\n\"04$\n", "AAA")]
    [InlineData("begin 644 a\n#\n", "\0\0\0")]
    [InlineData("no begin line\n#0V%T\n", "")]
    [InlineData("", "")]
    public async Task Lines_between_begin_and_end_are_decoded(string input, string expected) =>
        Assert.Equal(expected, await TransferDecoding.DecodeAsync(input, ContentTransferEncoding.UuEncode));

    [Fact]
    public async Task A_line_too_long_for_uuencode_is_skipped_in_bounded_memory()
    {
        byte[] input = [.. "begin 644 a\n"u8, .. new byte[200_000], .. "\n#0V%T\nend\n"u8];
        Assert.Equal("Cat"u8.ToArray(), await TransferDecoding.DecodeAsync(input, ContentTransferEncoding.UuEncode, 4000, 64));
        Assert.Equal("Cat"u8.ToArray(), await TransferDecoding.DecodeAsync(input, ContentTransferEncoding.UuEncode, int.MaxValue, 64));
    }

    [Fact]
    public async Task Full_lines_round_trip()
    {
        byte[] original = new byte[4500];
        new Random(45).NextBytes(original);
        StringBuilder text = new System.Text.StringBuilder("begin 600 x\r\n");
        for (int i = 0; i < original.Length; i += 45)
        {
            text.Append((char)(32 + 45));
            for (int j = i; j < i + 45; j += 3)
            {
                int bits = (original[j] << 16) | (original[j + 1] << 8) | original[j + 2];
                for (int shift = 18; shift >= 0; shift -= 6)
                    text.Append((char)(32 + ((bits >> shift) & 63)));
            }

            text.Append("\r\n");
        }

        byte[] input = System.Text.Encoding.ASCII.GetBytes(text.Append("`\r\nend\r\n").ToString());
        Assert.Equal(original, await TransferDecoding.DecodeAsync(input, ContentTransferEncoding.UuEncode));
    }
}
