using System.Text;

namespace ImapAsync.Tests;

/// <summary>Results in an ESEARCH that the library does not know can be read; what is sent twice is reported.</summary>
public sealed class EsearchResultQuirks
{
    [Theory]
    [InlineData("X-FOO 5", "5")] // was skipped
    [InlineData("X-FOO (a b (c))", "(a b (c))")]
    [InlineData("X-FOO \"a b\"", "a b")]
    [InlineData("X-FOO {3}\r\nabc", "abc")]
    [InlineData("X-FOO NIL", "NIL")]
    [InlineData("X-FOO 3:5,7", "3:5,7")]
    [InlineData("X-FOO (X 1)", "(X 1)")]
    public Task They_are_reachable(string item, string expected) => QuirkSession.RunInInboxAsync(async session =>
    {
        foreach (string items in new[] { $"{item} ALL 3,7 COUNT 2", $"ALL 3,7 {item} COUNT 2", $"ALL 3,7 COUNT 2 {item}" })
        {
            SearchResult found = await session.AskForAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", $"* ESEARCH UID {items}\r\n");
            Assert.Equal(("3,7", expected), (found.Uids.ToString(), found.Others["x-foo"].ToString()));
            SequenceSearchResult numbers = await session.AskForAsync(new SearchCommand(SearchQuery.Seen), "SEARCH SEEN\r\n", $"* ESEARCH {items}\r\n");
            Assert.Equal(("3,7", expected), (numbers.Numbers.ToString(), numbers.Others["X-FOO"].ToString()));
            SortResult<Uid> sorted = await session.AskForAsync(
                new UidSortCommand([SortKey.Date], SearchQuery.Seen), "UID SORT (DATE) US-ASCII SEEN\r\n", $"* ESEARCH UID {items}\r\n");
            Assert.Equal((2, expected), (sorted.Count, sorted.Others["X-FOO"].ToString()));
        }

        Assert.Empty(session.Warnings);
    });

    [Fact]
    public Task Those_of_several_responses_are() => QuirkSession.RunInInboxAsync(async session =>
    {
        SearchResult found = await session.AskForAsync(
            new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", "* ESEARCH UID ALL 3 X 1\r\n* ESEARCH UID ALL 7 Y 2\r\n");
        Assert.Equal(["X 1", "Y 2"], found.Others.Select(static pair => $"{pair.Key} {pair.Value}").Order());
        Assert.Empty((await session.AskForAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", "* SEARCH 3\r\n")).Others);
    });

    [Theory]
    [InlineData("ESEARCH UID ALL 3,7 X-FOO")]
    [InlineData("ESEARCH UID ALL 3,7 X-FOO (a")]
    [InlineData("ESEARCH UID ALL 3,7 ALL 9")] // the second was skipped
    public Task What_cannot_be_read_of_them_is_reported(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<SearchResult> found = await session.AskAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", $"* {line}\r\n{{tag}} OK\r\n");
        Assert.Equal("3,7", found.Value.Uids.ToString());
        Assert.Equal(line, Encoding.ASCII.GetString(Assert.Single(found.Malformed).Raw.Span));
    });
}
