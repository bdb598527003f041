namespace ImapAsync.Testing.Tests.Search;

public sealed class SearchRefusalTests
{
    [Theory]
    [InlineData("")]
    [InlineData("NONSENSE")]
    [InlineData("NOT")]
    [InlineData("OR SEEN")]
    [InlineData("()")]
    [InlineData("(SEEN")]
    [InlineData("SEEN)")]
    [InlineData("\"SEEN\"")]
    [InlineData("SUBJECT")]
    [InlineData("SUBJECT (x)")]
    [InlineData("SUBJECT a%b")]
    [InlineData("SUBJECT \"open")]
    [InlineData("SUBJECT {9}\r\nshort")]
    [InlineData("HEADER X")]
    [InlineData("KEYWORD")]
    [InlineData("KEYWORD \"x\"")]
    [InlineData("KEYWORD a\\b")]
    [InlineData("UID")]
    [InlineData("UID 0")]
    [InlineData("UID 1:")]
    [InlineData("UID x")]
    [InlineData("0")]
    [InlineData("1,,2")]
    [InlineData("ON")]
    [InlineData("ON yesterday")]
    [InlineData("ON 31-Feb-2026")]
    [InlineData("ON 0-Jan-2026")]
    [InlineData("ON \"1-Mar-2026 10:00:00 +0000\"")]
    [InlineData("LARGER")]
    [InlineData("LARGER -1")]
    [InlineData("LARGER x")]
    [InlineData("LARGER \"5\"")]
    [InlineData("OLDER 0")]
    [InlineData("MODSEQ")]
    [InlineData("MODSEQ \"/other\" all 5")]
    [InlineData("MODSEQ \"/flags/x\" most 5")]
    [InlineData("CHARSET")]
    [InlineData("CHARSET UTF-8")]
    [InlineData("SEEN CHARSET UTF-8")]
    [InlineData("CHARSET US-ASCII SUBJECT \"caf\u00E9\"")]
    [InlineData("SUBJECT \"caf\u00E9\"")]
    public void An_invalid_search_is_bad(string keys)
    {
        CommandRefusedException refusal = SearchCase.Refusal(keys);
        Assert.Equal((ImapStatus.Bad, null), (refusal.Status, refusal.Code));
        Assert.DoesNotContain("\n", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CHARSET X-NOPE ALL", false)]
    [InlineData("CHARSET \"x-unknown\" ALL", false)]
    [InlineData("X-NOPE ALL", true)]
    public void Unknown_charset(string keys, bool withCharset)
    {
        CommandRefusedException refusal = SearchCase.Refusal(keys, withCharset);
        Assert.Equal(ImapStatus.No, refusal.Status);
        Assert.StartsWith("BADCHARSET (US-ASCII UTF-8 ISO-8859-1 ", refusal.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void Charset_is_required_for_sort_and_thread()
    {
        Assert.True(SearchCase.Parse("UTF-8 SEEN", withCharset: true).Matches(TestMessage.Of(1, "\n") with { Flags = Flag.Seen }, SearchCase.Context));
        Assert.Equal(ImapStatus.Bad, SearchCase.Refusal("UTF-8", withCharset: true).Status);
        Assert.Equal(ImapStatus.No, SearchCase.Refusal("SEEN ALL", withCharset: true).Status);
    }

    [Theory]
    [InlineData("NOT ", "")]
    [InlineData("OR SEEN ", "")]
    [InlineData("(", ")")]
    public void Nesting_is_bounded(string open, string close)
    {
        string Nested(int depth) => string.Concat(Enumerable.Repeat(open, depth)) + "SEEN" + string.Concat(Enumerable.Repeat(close, depth));
        SearchCase.Parse(Nested(60));
        Assert.Equal(ImapStatus.Bad, SearchCase.Refusal(Nested(100_000)).Status);
    }
}
