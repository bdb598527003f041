using System.Text;

namespace ImapAsync.Tests;

public sealed class StreamedLiteralFinderTests
{
    private readonly BodySectionCache _sections = new();

    [Theory]
    [InlineData("12 FETCH (UID 3 BODY[] {5}\r\n", 16, "", null, false)]
    [InlineData("12 FETCH (BODY[]<1024> {5}\r\n", 10, "", 1024L, false)]
    [InlineData("12 FETCH (FLAGS (\\Seen) BODY[1.2] {5}\r\n", 24, "1.2", null, false)]
    [InlineData("12 FETCH (BODY[TEXT] {5}\r\n", 10, "TEXT", null, false)]
    [InlineData("12 FETCH (BODY[3.TEXT] {5}\r\n", 10, "3.TEXT", null, false)]
    [InlineData("12 fetch (rfc822 {5}\r\n", 10, "", null, false)]
    [InlineData("12 FETCH (RFC822.TEXT {5}\r\n", 10, "TEXT", null, false)]
    [InlineData("12 FETCH (BINARY[2] ~{5}\r\n", 10, "2", null, true)]
    [InlineData("12 FETCH (BINARY[2]<0> {5}\r\n", 10, "2", 0L, true)]
    [InlineData("12 FETCH (BODY[]{5}\r\n", 10, "", null, false)]
    [InlineData("12 FETCH (BODY[] {5}\n", 10, "", null, false)]
    [InlineData("12 FETCH (BODY[] {0}\r\n", 10, "", null, false)]
    [InlineData("12 FETCH (BODY[] {3221225472}\r\n", 10, "", null, false)]
    [InlineData("12 FETCH (BODY[HEADER.FIELDS (SUBJECT)] {3}\r\na)b BODY[1] {5}\r\n", 49, "1", null, false)]
    public void The_value_of_a_section_that_can_be_large_is_streamed(string head, int start, string section, long? origin, bool binary)
    {
        Assert.True(Find(StreamedLiteralFinder.Start, head, out StreamedLiteral literal));
        Assert.Equal(new StreamedLiteral(start, BodySection.Parse(section), origin, binary), literal);
    }

    [Theory]
    [InlineData("12 FETCH (BODY[HEADER] {5}\r\n")]
    [InlineData("12 FETCH (BODY[1.MIME] {5}\r\n")]
    [InlineData("12 FETCH (BODY[HEADER.FIELDS (SUBJECT)] {5}\r\n")]
    [InlineData("12 FETCH (BODY[HEADER.FIELDS.NOT (\"a]b\")] {5}\r\n")]
    [InlineData("12 FETCH (RFC822.HEADER {5}\r\n")]
    [InlineData("12 FETCH (PREVIEW {5}\r\n")]
    [InlineData("12 FETCH (ENVELOPE (\"date\" {5}\r\n")]
    [InlineData("12 FETCH (ENVELOPE (BODY[] {5}\r\n")]
    [InlineData("12 FETCH (X-BODY[] {5}\r\n")]
    [InlineData("12 FETCH (BODY[nonsense] {5}\r\n")]
    [InlineData("12 FETCH (BODY[] (x) {5}\r\n")]
    [InlineData("12 FETCH ({5}\r\n")]
    [InlineData("LIST (BODY[] {5}\r\n")]
    [InlineData("12 EXISTS (BODY[] {5}\r\n")]
    [InlineData("FETCH (BODY[] {5}\r\n")]
    [InlineData("URLFETCH \"imap://x\" {5}\r\n")]
    public void Every_other_literal_is_buffered(string head) => Assert.False(Find(StreamedLiteralFinder.Start, head, out _));

    [Theory]
    [InlineData(" FLAGS (\\Seen) BODY[2] {5}\r\n", 15)]
    [InlineData(" BODY[2] {5}\r\n", 1)]
    public void What_follows_a_streamed_literal_can_have_another(string piece, int start)
    {
        Assert.True(Find(StreamedLiteralFinder.Continue, piece, out StreamedLiteral literal));
        Assert.Equal(new StreamedLiteral(start, BodySection.Part(2), null, false), literal);
    }

    [Fact]
    public void Preceding_buffered_literals_are_skipped_once()
    {
        StreamedLiteralFinder finder = StreamedLiteralFinder.Start;
        string response = "7 FETCH (ENVELOPE (\"d\" {4}\r\n";
        Assert.False(finder.TryFind(Encoding.Latin1.GetBytes(response), _sections, out _));
        response += "B)[] NIL {6}\r\n";
        Assert.False(finder.TryFind(Encoding.Latin1.GetBytes(response), _sections, out _));
        response += "BODY[]) BODY[] {10}\r\n";
        Assert.True(finder.TryFind(Encoding.Latin1.GetBytes(response), _sections, out StreamedLiteral literal));
        Assert.Equal(response.LastIndexOf("BODY[]", StringComparison.Ordinal), literal.ItemStart);
    }

    [Fact]
    public void Many_small_literals_take_linear_time()
    {
        // A quadratic algorithm would take 10^10 steps.
        const int Literals = 100_000;
        byte[] response = Encoding.Latin1.GetBytes("7 FETCH (X (" + string.Concat(Enumerable.Repeat("BODY[] {0}\r\n", Literals)));
        StreamedLiteralFinder finder = StreamedLiteralFinder.Start;
        for (int i = 1; i <= Literals; i++)
            Assert.False(finder.TryFind(response.AsSpan(0, 12 + (i * 12)), _sections, out _));
    }

    private bool Find(StreamedLiteralFinder finder, string octets, out StreamedLiteral literal) => finder.TryFind(Encoding.Latin1.GetBytes(octets), _sections, out literal);
}
