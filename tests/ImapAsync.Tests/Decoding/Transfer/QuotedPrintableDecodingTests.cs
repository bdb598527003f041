using System.Text;

namespace ImapAsync.Tests;

public class QuotedPrintableDecodingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain text\r\n", "plain text\r\n")]
    [InlineData("caf=E9", "caf\u00E9")]
    [InlineData("caf=e9", "caf\u00E9")]
    [InlineData("caf=C3=A9 =3D =20", "caf\u00C3\u00A9 =  ")]
    [InlineData("=00=FF=0d=0A", "\0\u00FF\r\n")]
    [InlineData("raw \u00E9\u0080 octets", "raw \u00E9\u0080 octets")]
    public Task Escapes_become_octets(string input, string expected) => Check(input, expected);

    [Theory]
    [InlineData("one =\r\nline", "one line")]
    [InlineData("one =\nline", "one line")]
    [InlineData("one= \t \r\nline", "oneline")]
    [InlineData("one =\rline", "one line")]
    [InlineData("=\r\n=\r\n=\r\n", "")]
    [InlineData("soft at the end=", "soft at the end")]
    [InlineData("soft at the end=\r\n", "soft at the end")]
    [InlineData("soft at the end= \t", "soft at the end")]
    [InlineData("soft at the end=\r", "soft at the end")]
    public Task Soft_line_breaks_disappear(string input, string expected) => Check(input, expected);

    [Theory]
    [InlineData("a  \r\nb", "a\r\nb")]
    [InlineData("a \t \nb", "a\nb")]
    [InlineData("a  \t", "a")]
    [InlineData("a  =20\r\nb", "a   \r\nb")]
    [InlineData("a=20  \r\nb", "a \r\nb")]
    [InlineData("  \r\n\t\r\n", "\r\n\r\n")]
    [InlineData(" a b  c ", " a b  c")]
    [InlineData("a \rb \r", "a \rb \r")]
    public Task White_space_at_the_end_of_a_line_is_dropped(string input, string expected) => Check(input, expected);

    [Theory]
    [InlineData("a\r\nb\nc\r\n\r\n\n", "a\r\nb\nc\r\n\r\n\n")]
    [InlineData("a\rb\r\r\n", "a\rb\r\r\n")]
    public Task Line_ends_stay_as_they_are(string input, string expected) => Check(input, expected);

    [Theory]
    [InlineData("1 = 2", "1 = 2")]
    [InlineData("=XY", "=XY")]
    [InlineData("=4", "=4")]
    [InlineData("=4G=4", "=4G=4")]
    [InlineData("==3D=", "==")]
    [InlineData("a=b=c", "a=b=c")]
    [InlineData("== \r\n", "=")]
    [InlineData("=?utf-8?Q?caf=C3=A9?=\r\n", "=?utf-8?Q?caf\u00C3\u00A9?")]
    public Task An_equals_sign_that_begins_nothing_is_kept(string input, string expected) => Check(input, expected);

    [Theory]
    [InlineData(997, true)]
    [InlineData(998, true)]
    [InlineData(999, false)]
    [InlineData(3000, false)]
    [InlineData(40_000, false)]
    public async Task White_space_longer_than_any_line_is_content(int length, bool dropped)
    {
        string space = new(' ', length);
        string expected = dropped ? "a\r\nb" : $"a{space}\r\nb";
        byte[] input = Encoding.ASCII.GetBytes($"a{space}\r\nb");
        foreach (int chunk in (int[])[1, 3, 1000, int.MaxValue])
        {
            foreach (int readSize in (int[])[1, 64, 1500, 81_920])
            {
                byte[] decoded = await TransferDecoding.DecodeAsync(input, ContentTransferEncoding.QuotedPrintable, chunk, readSize);
                Assert.Equal(expected, Encoding.ASCII.GetString(decoded));
            }
        }
    }

    [Fact]
    public async Task White_space_after_an_equals_sign_is_held_back_for_one_line_at_most()
    {
        string input = "=" + new string(' ', 2000) + "x";
        byte[] decoded = await TransferDecoding.DecodeAsync(Encoding.ASCII.GetBytes(input), ContentTransferEncoding.QuotedPrintable, 10, 100);
        Assert.Equal(input, Encoding.ASCII.GetString(decoded));
    }

    [Fact]
    public async Task What_was_encoded_comes_back()
    {
        Random random = new(67);
        for (int size = 1; size < 60_000; size = (size * 3) + random.Next(3))
        {
            byte[] original = new byte[size];
            random.NextBytes(original);
            byte[] encoded = Encode(original, random);
            Assert.Equal(original, await TransferDecoding.DecodeAsync(encoded, ContentTransferEncoding.QuotedPrintable, int.MaxValue, 81_920));
            (int chunk, int readSize) = (1 + random.Next(3000), 1 + random.Next(3000));
            Assert.Equal(original, await TransferDecoding.DecodeAsync(encoded, ContentTransferEncoding.QuotedPrintable, chunk, readSize));
        }
    }

    [Fact]
    public async Task Input_in_pieces_gives_the_same_output()
    {
        Random random = new(2045);
        for (int round = 0; round < 300; round++)
        {
            byte[] input = new byte[random.Next(60)];
            for (int i = 0; i < input.Length; i++)
                input[i] = "= \t\r\nA4x"u8[random.Next(8)];
            await TransferDecoding.DecodeAsync(input, ContentTransferEncoding.QuotedPrintable);
        }
    }

    private static async Task Check(string input, string expected) =>
        Assert.Equal(expected, await TransferDecoding.DecodeAsync(input, ContentTransferEncoding.QuotedPrintable));

    private static byte[] Encode(byte[] octets, Random random)
    {
        StringBuilder text = new();
        int column = 0;
        foreach (byte octet in octets)
        {
            bool literal = octet is > 32 and < 127 and not (byte)'=';
            string encoded = literal ? ((char)octet).ToString() : random.Next(2) == 0 ? $"={octet:X2}" : $"={octet:x2}";
            if (column + encoded.Length > 75)
            {
                text.Append("=\r\n");
                column = 0;
            }

            text.Append(encoded);
            column += encoded.Length;
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
