namespace ImapAsync.Tests;

public class TransferEncodingTests
{
    [Theory]
    [InlineData(null, ContentTransferEncoding.SevenBit)]
    [InlineData("", ContentTransferEncoding.SevenBit)]
    [InlineData("7BIT", ContentTransferEncoding.SevenBit)]
    [InlineData("7-bit", ContentTransferEncoding.SevenBit)]
    [InlineData("8bit", ContentTransferEncoding.EightBit)]
    [InlineData("Binary", ContentTransferEncoding.Binary)]
    [InlineData("BASE64", ContentTransferEncoding.Base64)]
    [InlineData(" base64 (why not)", ContentTransferEncoding.Base64)]
    [InlineData("\"base64\"", ContentTransferEncoding.Base64)]
    [InlineData("Quoted-Printable", ContentTransferEncoding.QuotedPrintable)]
    [InlineData("quoted-printable; charset=utf-8", ContentTransferEncoding.QuotedPrintable)]
    [InlineData("x-uuencode", ContentTransferEncoding.UuEncode)]
    [InlineData("x-yenc", ContentTransferEncoding.Unknown)]
    [InlineData("a name that is far too long to be one of these", ContentTransferEncoding.Unknown)]
    public void Names_are_read_in_every_spelling(string? name, ContentTransferEncoding expected)
    {
        Assert.Equal(expected, TransferEncoding.Parse(name));
        Assert.Equal(expected, TransferEncoding.Parse(System.Text.Encoding.ASCII.GetBytes(name ?? "")));
    }

    [Theory]
    [InlineData(ContentTransferEncoding.SevenBit)]
    [InlineData(ContentTransferEncoding.EightBit)]
    [InlineData(ContentTransferEncoding.Binary)]
    [InlineData(ContentTransferEncoding.Unknown)]
    public void Without_an_encoding_the_source_is_the_result(ContentTransferEncoding encoding)
    {
        MemoryStream source = new();
        Assert.Same(source, TransferEncoding.Decode(source, encoding));
    }
}
