using System.Text;

namespace ImapAsync.Tests;

public sealed class ResponseScannerTests
{
    [Theory]
    [InlineData("* OK it ends in {5}\r\n")]
    [InlineData("*  OK it ends in {5}\r\n")]
    [InlineData("* [ALERT] it ends in {5}\r\n")]
    [InlineData("[ALERT] it ends in {5}\r\n")]
    [InlineData("*   PREAUTH it ends in {5}\r\n")]
    [InlineData("* BYE it ends in ~{5}\r\n")]
    [InlineData("A1 OK it ends in {5}\r\n")]
    [InlineData("+ it ends in {5}\r\n")]
    [InlineData("+ {5}\r\n")]
    public void Free_text_announces_no_literal(string line) =>
        Assert.Equal([$"C{line.Length}"], Scan(line));

    [Theory]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0* 1 FETCH (BODY[] {5}\r\n")]
    [InlineData("*    LIST () \"/\" {5}\r\n")]
    [InlineData("* 1 FETCH (BODY[] {000000000000000000005}\r\n")]
    public void Data_announces_a_literal_however_it_begins(string line)
    {
        Assert.Equal([$"L{line.Length}"], Scan(line));
        for (int split = 1; split < line.Length; split++)
            Assert.Equal([$"L{line.Length}"], Scan(line[..split], line[split..]));
    }

    private static List<string> Scan(params string[] pieces)
    {
        ResponseScanner scanner = new(new ImapLimits());
        return [scanner.Scan(Segments.Of([.. pieces.Select(static piece => (ReadOnlyMemory<byte>)Encoding.Latin1.GetBytes(piece))])).ToString()[..1] + scanner.End];
    }
}
