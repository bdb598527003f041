using System.Text;

namespace ImapAsync.Tests;

public class MailHeadersTests
{
    private const string Typical =
        "Received: from a.example by b.example;\r\n\tMon, 7 Feb 1994 21:52:25 -0800\r\n" +
        "Received: from c.example\r\n" +
        "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n from us\r\n" +
        "X-Empty:\r\n" +
        "to:   alice@example.org  \r\n" +
        "\r\n" +
        "Subject: not a header\r\n";

    [Fact]
    public void Fields_are_found_in_any_case()
    {
        MailHeaders headers = Parse(Typical);
        Assert.Equal("Gr\u00FC\u00DFe from us", headers.Get("SUBJECT"));
        Assert.Equal("alice@example.org", headers.Get("To"));
        Assert.Equal("Gr\u00FC\u00DFe from us", headers["subject"]);
        Assert.Null(headers["List-Id"]);
        Assert.Equal("", headers.Get("X-Empty"));
        Assert.Null(headers.Get("From"));
        Assert.Null(headers.Get("Sub"));
        Assert.Equal(["from a.example by b.example; Mon, 7 Feb 1994 21:52:25 -0800", "from c.example"], headers.GetAll("received"));
        Assert.Empty(headers.GetAll("From"));
    }

    // Found by the guided fuzzer: names should be ASCII, but not all programs comply.
    [Theory]
    [InlineData("X-Gr\u00FC\u00DFe: 1\r\nX-Gr\u00FC\u00DFe: 2\r\n", "X-Gr\u00FC\u00DFe")]
    [InlineData("X-Gr\u00FC\u00DFe: 1\r\nx-gr\u00FC\u00DFe: 2\r\n", "x-GR\u00FC\u00DFE")]
    [InlineData("\u00C3\u00BC: 1\r\n\u00C3\u00BC: 2\r\n", "\u00C3\u00BC")]
    [InlineData("\u0080: 1\r\n\u0080: 2\r\n", "\u0080")]
    public void A_name_that_is_not_in_ASCII_is_found_as_it_is_reported(string block, string name)
    {
        MailHeaders headers = Parse(block);
        Assert.Contains(name, headers.Select(static field => field.Name), StringComparer.OrdinalIgnoreCase);
        Assert.Equal("1", headers.Get(name));
        Assert.Equal(["1", "2"], headers.GetAll(name));
        Assert.True(headers.TryGetField(name, out _));
        Assert.Null(headers.Get("X-Gr?e"));
    }

    [Fact]
    public void Fields_come_in_their_order_with_their_raw_octets()
    {
        MailHeaders headers = Parse(Typical);
        Assert.Equal(["Received", "Received", "Subject", "X-Empty", "to"], headers.Select(field => field.Name));
        Assert.True(headers.TryGetField("subject", out MailHeaderField subject));
        Assert.Equal("=?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n from us", Encoding.ASCII.GetString(subject.RawValue.Span));
        Assert.Equal("Subject: Gr\u00FC\u00DFe from us", subject.ToString());
        Assert.Equal(Typical.Length, headers.Octets.Length);
    }

    [Theory]
    [InlineData("A: 1\nB: 2\n\nC: 3\n", "A=1|B=2")]
    [InlineData("A: 1\n b\nB: 2", "A=1 b|B=2")]
    [InlineData("A: 1\r\r\nB: 2\r\r\n\r\r\nC: 3", "A=1|B=2")]
    [InlineData("A : 1\r\nB\t:2\r\n", "A=1|B=2")]
    [InlineData("A:\r\n 1\r\n", "A=1")]
    [InlineData("A:\r\n\r\n", "A=")]
    [InlineData("A: 1\r\n \r\n 2\r\nB: 3\r\n", "A=1  2|B=3")]
    [InlineData("A: b: c\r\n", "A=b: c")]
    [InlineData("A: caf\u00E9\r\nB: caf\u00C3\u00A9\r\n", "A=caf\u00E9|B=caf\u00E9")]
    [InlineData("\r\nA: 1\r\n", "")]
    [InlineData("", "")]
    [InlineData("A", "")]
    [InlineData("A:", "A=")]
    public void Line_ends_and_folds_of_every_kind_are_read(string block, string expected) => Check(block, expected);

    [Theory]
    [InlineData("From bob@example.org Mon Feb  7 21:52:25 1994\r\nA: 1\r\n", "A=1")]
    [InlineData(">From bob@example.org Mon Feb  7 21:52:25 1994\nA: 1\n", "A=1")]
    [InlineData("A: 1\r\nboundary=lost its indentation\r\nB: 2\r\n", "A=1|B=2")]
    [InlineData("  an indented start\r\nA: 1\r\n", "A=1")]
    [InlineData("junk\r\n of several lines: yes\r\nA: 1\r\n", "A=1")]
    [InlineData(": no name\r\nA: 1\r\n", "A=1")]
    [InlineData("two words: no name\r\nA: 1\r\n", "A=1")]
    [InlineData("\0\u0001: no name\r\nA: 1\r\n", "A=1")]
    public void Lines_that_are_not_a_field_are_skipped(string block, string expected) => Check(block, expected);

    [Fact]
    public void Looking_through_fields_allocates_nothing()
    {
        MailHeaders headers = Parse(Typical);
        long octets = 0;
        long before = 0;
        for (int round = 0; round < 2; round++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            foreach (MailHeaderField field in headers)
                octets += field.RawValue.Length;
            headers.TryGetField("to", out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(octets > 0);
    }

    private static MailHeaders Parse(string block) => MailHeaders.Parse(Encoding.Latin1.GetBytes(block));

    private static void Check(string block, string expected) =>
        Assert.Equal(expected, string.Join('|', Parse(block).Select(field => $"{field.Name}={field.Value}")));
}
