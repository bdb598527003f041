using System.Text;

namespace ImapAsync.Tests;

public class Base64DecodingTests
{
    private const string Footer = "______________________________";

    [Theory]
    [InlineData("", "")]
    [InlineData("aGVsbG8=", "hello")]
    [InlineData("aGVsbG8=\r\n", "hello")]
    [InlineData("aGVs\r\nbG8=\r\n", "hello")]
    [InlineData("aGVs\nbG8=\n", "hello")]
    [InlineData("aG\r\nVsb\r\nG8=", "hello")]
    [InlineData("\r\n\r\n  aGVsbG8=  \r\n\r\n", "hello")]
    [InlineData("a G V s b G 8 =", "hello")]
    [InlineData("aGVs\tbG8=\0\0", "hello")]
    public async Task White_space_does_not_matter(string input, string expected) =>
        Assert.Equal(expected, await TransferDecoding.DecodeAsync(input, ContentTransferEncoding.Base64));

    [Theory]
    [InlineData("aGVsbG8", "hello")]
    [InlineData("aGVsbA", "hell")]
    [InlineData("aGVsbA=", "hell")]
    [InlineData("aGVsb", "hel")]
    [InlineData("aGVsbG8==", "hello")]
    [InlineData("aGVsbG8=====", "hello")]
    [InlineData("=", "")]
    [InlineData("====aGVs", "hel")]
    [InlineData("a===aGVs", "hel")]
    public async Task Padding_may_be_missing_or_too_much(string input, string expected) =>
        Assert.Equal(expected, await TransferDecoding.DecodeAsync(input, ContentTransferEncoding.Base64));

    [Theory]
    [InlineData("aGVsbG8=IHdvcmxk", "hello world")]
    [InlineData("aGVsbG8=\r\nIHdvcmxk\r\n", "hello world")]
    [InlineData("aGVsbA==IHdvcmxk", "hell world")]
    [InlineData("aA==ZQ==bA==bA==bw==", "hello")]
    public async Task Padded_blocks_may_follow_each_other(string input, string expected) =>
        Assert.Equal(expected, await TransferDecoding.DecodeAsync(input, ContentTransferEncoding.Base64));

    [Theory]
    [InlineData("aG!Vs-bG#8=", "hello")]
    [InlineData("\u00FFaGVs\u0080bG8=", "hello")]
    [InlineData("aGVsbG8=" + "\r\n" + Footer + "\r\n", "hello")]
    [InlineData("-_-_.,", "")]
    public async Task Octets_outside_of_the_alphabet_are_skipped(string input, string expected) =>
        Assert.Equal(expected, await TransferDecoding.DecodeAsync(input, ContentTransferEncoding.Base64));

    [Theory]
    [InlineData(76, "\r\n")]
    [InlineData(76, "\n")]
    [InlineData(60, "\r\n")]
    [InlineData(75, "\r\n")]
    [InlineData(1, "\n")]
    [InlineData(5, "\r\n \t")]
    [InlineData(998, "\r\n")]
    [InlineData(int.MaxValue, "")]
    public async Task What_was_encoded_comes_back_in_lines_of_any_length(int lineLength, string lineEnd)
    {
        Random random = new(76);
        for (int size = 0; size < 200_000; size = (size * 3) + 1 + random.Next(3))
        {
            byte[] original = new byte[size];
            random.NextBytes(original);
            byte[] encoded = Encode(original, lineLength, lineEnd);
            Assert.Equal(original, await TransferDecoding.DecodeAsync(encoded, ContentTransferEncoding.Base64, int.MaxValue, 81_920));
            (int chunk, int readSize) = (1 + random.Next(5000), 1 + random.Next(5000));
            Assert.Equal(original, await TransferDecoding.DecodeAsync(encoded, ContentTransferEncoding.Base64, chunk, readSize));
        }
    }

    [Fact]
    public async Task Junk_anywhere_in_a_large_body_costs_nothing_but_itself()
    {
        Random random = new(64);
        byte[] original = new byte[50_000];
        random.NextBytes(original);
        string encoded = Convert.ToBase64String(original);
        StringBuilder dirty = new();
        foreach (char c in encoded)
        {
            dirty.Append(c);
            while (random.Next(40) == 0)
                dirty.Append("\r\n \t!-_~\u00E9\0"[random.Next(10)]);
        }

        byte[] input = Encoding.Latin1.GetBytes(dirty.ToString());
        Assert.Equal(original, await TransferDecoding.DecodeAsync(input, ContentTransferEncoding.Base64, 1000, 777));
        Assert.Equal(original, await TransferDecoding.DecodeAsync(input, ContentTransferEncoding.Base64, int.MaxValue, 81_920));
    }

    internal static byte[] Encode(byte[] octets, int lineLength, string lineEnd)
    {
        string text = Convert.ToBase64String(octets);
        StringBuilder lines = new(text.Length * 2);
        for (int i = 0; i < text.Length; i += Math.Min(lineLength, text.Length - i))
        {
            lines.Append(text, i, Math.Min(lineLength, text.Length - i)).Append(lineEnd);
        }

        return Encoding.ASCII.GetBytes(lines.ToString());
    }
}
