using System.Buffers;
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
    public void Text_that_anybody_may_have_written_announces_no_literal(string line) =>
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
        return [scanner.Scan(Sequence(pieces)).ToString()[..1] + scanner.End];
    }

    private static ReadOnlySequence<byte> Sequence(params string[] pieces)
    {
        Segment first = new(Encoding.Latin1.GetBytes(pieces[0]), null);
        Segment last = first;
        foreach (string piece in pieces[1..])
            last = new Segment(Encoding.Latin1.GetBytes(piece), last);
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] octets, Segment? previous)
        {
            Memory = octets;
            RunningIndex = previous is null ? 0 : previous.RunningIndex + previous.Memory.Length;
            if (previous is not null)
                previous.Next = this;
        }
    }
}
