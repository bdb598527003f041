using System.Diagnostics;
using System.Text;

namespace ImapAsync.Tests;

public sealed class FetchRepairTests
{
    // Damaged input may come from any sender: no form of it costs more than a few readings.
    [Theory]
    [InlineData("ENVELOPE (", "\"a\"b ", ")")]
    [InlineData("ENVELOPE (\"", "a\" \"b ", "\")")]
    [InlineData("ENVELOPE (", "((\"a\" b\" NIL \"c\" \"d\")) ", ")")]
    [InlineData("ENVELOPE (NIL \"s\" (", "(\"A \"x\" b\" NIL \"a\" \"x\")", ") NIL NIL NIL NIL NIL NIL NIL)")]
    [InlineData("ENVELOPE (\"a\"b", "(", "")]
    [InlineData("ENVELOPE (\"a\"b", ")", "")]
    [InlineData("BODYSTRUCTURE (", "(\"a\" \"b\" (\"n\" \"v\"v) NIL ", "")]
    [InlineData("BODYSTRUCTURE (\"TEXT\" \"PLAIN\" (\"n\"", " \"v \"w\" x\"", ") NIL NIL NIL 5)")]
    [InlineData("BODYSTRUCTURE (\"TEXT\" \"PLAIN\" (", "\"n\" \"v\" w\" x\" ", "NIL NIL 5)")]
    [InlineData("", "x \"a\"b ", "")]
    [InlineData("", "X-A \"a\"b ", "")]
    [InlineData("", "x (\"a\"b c\") ", "")]
    [InlineData("", "ENVELOPE (NIL \"a 5\" b\" NIL NIL NIL NIL NIL NIL NIL NIL) ", "")]
    [InlineData("", "ENVELOPE (NIL \"a 5\" b\" ", "")]
    [InlineData("", "FLAGS (a(b) ", "")]
    [InlineData("", "FLAGS (a\"b ", "")]
    [InlineData("FLAGS (a(", ")", "x")]
    [InlineData("", "PREVIEW {1}\r\nxyz ", "")]
    [InlineData("PREVIEW \"", "\\\" ) ", "\"x")]
    [InlineData("PREVIEW \"a\"", " ) ", "b \"")]
    public void The_work_is_limited(string start, string repeated, string end)
    {
        const int Length = 1 << 20;
        byte[] response = Encoding.ASCII.GetBytes("1 FETCH (UID 7 " + start + string.Concat(Enumerable.Repeat(repeated, Length / repeated.Length)) + end + ")");
        long before = GC.GetAllocatedBytesForCurrentThread();
        Stopwatch watch = Stopwatch.StartNew();
        Assert.Equal(7u, FetchAnswers.Read(response).Uid.Value);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, response.Length * 2_000L);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("a\tb")]
    [InlineData("a\"b")]
    [InlineData("a")]
    public void What_is_whole_is_not_repaired(string subject)
    {
        string escaped = subject.Replace("\"", "\\\"", StringComparison.Ordinal);
        foreach (string separator in (string[])[" ", "\t", "  "])
        {
            string fields = string.Join(separator, "NIL", $"\"{escaped}\"", "((NIL NIL \"a\" \"x\"))", "NIL", "NIL", "NIL", "NIL", "NIL", "NIL", "\"<id@x>\"");
            FetchedMessage message = FetchAnswers.Read($"1 FETCH (UID 7 ENVELOPE ({fields}){separator}FLAGS (\\Seen))");
            Assert.Equal((subject, "<id@x>"), (message.Envelope.Subject, message.Envelope.MessageId));
            Assert.Empty(message.Malformed);
        }
    }

    // The scanner looks at 64 octets at a time: a missing space is noticed at any offset.
    [Theory]
    [InlineData("\"a\"", false)]
    [InlineData("\"a\"b", true)]
    [InlineData("\"\"\"", true)]
    [InlineData("\"a\"\"b\"", true)]
    [InlineData("\"a\\\"\"", false)]
    [InlineData("\"a\\\"\"b", true)]
    [InlineData("{3}\r\na\"b", false)]
    [InlineData("{3}\r\na\"bc", true)]
    [InlineData("(\"a\")b", false)]
    [InlineData("(\"a\"b)", true)]
    [InlineData("\"a\"{3}\r\nabc", true)]
    public void A_missing_space_is_noticed_anywhere(string value, bool expected)
    {
        for (int before = 0; before < 140; before++)
        {
            byte[] list = Encoding.ASCII.GetBytes($"({new string('a', before)} {value} c) \"x\"y");
            _ = ListScanner.End(list, 0, depth: 0, out bool isGlued);
            Assert.True(expected == isGlued, $"{before}");
        }
    }
}
