using System.Text;

namespace ImapAsync.Tests;

/// <summary>The hits of SEARCH and ESEARCH, in odd forms and damaged, and what a search sends.</summary>
public sealed class SearchQuirks
{
    [Theory]
    [InlineData("* SEARCH 2 5 4\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\") UID ALL 2,4:5\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\") ALL 2,4:5\r\n")] // without UID
    [InlineData("* ESEARCH UID ALL 2,4:5\r\n")] // without the tag
    [Quirk(34)]
    public Task SEARCH_and_ESEARCH_answer_for_each_other(string response) => QuirkSession.RunInInboxAsync(async session =>
    {
        SearchResult plain = await session.AskForAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", response);
        Assert.Equal("2,4:5", plain.Uids.ToString());

        SearchResult extended = await session.AskForAsync(
            new UidSearchCommand(SearchQuery.Seen, SearchReturnOptions.All | SearchReturnOptions.Count), "UID SEARCH RETURN (ALL COUNT) SEEN\r\n", response.Replace("A2", "A3", StringComparison.Ordinal));
        Assert.Equal("2,4:5", extended.Uids.ToString());
        Assert.Empty(session.Warnings);
    });

    [Fact]
    [Quirk(34)]
    public Task A_search_never_asks_for_RETURN_of_nothing() => QuirkSession.RunInInboxAsync(async session =>
    {
        await session.AskForAsync(new UidSearchCommand(SearchQuery.All), "UID SEARCH ALL\r\n", "* SEARCH\r\n");
        await session.AskForAsync(new UidSearchCommand(SearchQuery.All, SearchReturnOptions.All), "UID SEARCH RETURN (ALL) ALL\r\n", "* ESEARCH (TAG \"A3\") UID\r\n");
    });

    [Fact]
    [Quirk(35)]
    public Task The_charset_is_named_only_when_it_is_needed() => QuirkSession.RunInInboxAsync(async session =>
    {
        await session.AskForAsync(new UidSearchCommand(SearchQuery.Subject("plain")), "UID SEARCH SUBJECT \"plain\"\r\n", "* SEARCH 1\r\n");

        ImapResult<SearchResult> refused = await session.AskAsync(
            new UidSearchCommand(SearchQuery.Subject("Grüße")),
            "UID SEARCH CHARSET UTF-8 SUBJECT {7+}\r\nGr\u00C3\u00BC\u00C3\u009Fe\r\n",
            "{tag} NO [BADCHARSET (US-ASCII)] no UTF-8 here\r\n");

        // Searching for something else instead would be wrong: the caller gets the error, and nothing more is sent.
        Assert.Equal("BADCHARSET", refused.Code?.Name);
        Assert.Equal("(US-ASCII)", Encoding.ASCII.GetString(refused.Code!.Arguments.Span));
        Assert.Contains("search with UTF-8 or ASCII only", Assert.Throws<ImapCommandException>(() => refused.Value).Message, StringComparison.Ordinal);
        Assert.Equal("", await session.Server.ReceiveAllAsync());
    });

    [Theory]
    [InlineData("* SEARCH  2  4 5 \r\n")]
    [InlineData("* search 5 4 2 2\r\n")]
    [InlineData("* SEARCH 2 4:5\r\n")] // a set
    [InlineData("* SEARCH 2,4:5\r\n")]
    [InlineData("* SEARCH\t2\t4\t5\r\n")]
    [InlineData("* SEARCH 2\r\n* SEARCH 4 5\r\n")] // in pieces
    [InlineData("* SEARCH 0 2 4 5 ()\r\n")]
    [InlineData("* SEARCH 2 4 5 (MODSEQ 0)\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\") (X) UID ALL 4:5,2\r\n", true)]
    [InlineData("* ESEARCH (tag A2) uid all 5:4,2\r\n")]
    [InlineData("* ESEARCH (TAG {2}\r\nA2) UID X-NEW (1 2) ALL \"2,4:5\"\r\n")]
    public Task Hits_come_in_many_forms(string line, bool malformed = false) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<SearchResult> result = await session.AskAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", line + "{tag} OK done\r\n");
        Assert.Equal("2,4:5", result.Value.Uids.ToString());
        Assert.Equal(malformed ? 1 : 0, result.Malformed.Count);
    });

    [Theory]
    [InlineData("SEARCH 2 x 4 5")]
    [InlineData("SEARCH 2 4 99999999999 5")]
    [InlineData("SEARCH (MODSEQ x) 2 4 5")]
    [InlineData("SEARCH 2 NIL 4 5")]
    [InlineData("SEARCH 2 \"3\" 4 5")]
    [InlineData("ESEARCH (TAG \"A2\") UID MIN many ALL 2,4:5")]
    [InlineData("ESEARCH (TAG \"A2\") UID MIN ALL 2,4:5")] // a number is missing
    [InlineData("ESEARCH (TAG \"A2\") UID COUNT (3) MODSEQ () ALL 2,4:5 )")]
    public Task Hits_around_the_damage_are_found_and_an_incomplete_answer_is_reported(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<SearchResult> result = await session.AskAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal("2,4:5", result.Value.Uids.ToString());
        session.Reports(Assert.Single(result.Malformed), line);

        // A caller that asks only for the hits must not mistake some for all.
        Task<SearchResult> searching = session.Inbox.SearchAsync(SearchQuery.Seen);
        await session.AnswerAsync("UID SEARCH SEEN\r\n", $"* {line.Replace("A2", "A3", StringComparison.Ordinal)}\r\n{{tag}} OK done\r\n");
        Assert.Contains("is not complete", (await searching.FailsAsync<ImapProtocolException>()).Message, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("* SEARCH (2 4 5)\r\n")] // was mistaken for a MODSEQ, and no hits
    [InlineData("* SEARCH (2,4:5)\r\n")]
    [InlineData("* SEARCH 2 (4 5)\r\n")]
    [InlineData("* SEARCH (2 4 5) (MODSEQ 9)\r\n")]
    [InlineData("* ESEARCH (TAG NIL) UID ALL 2,4:5\r\n")] // was mistaken for another command's
    [InlineData("* ESEARCH (TAG) UID ALL 2,4:5\r\n")]
    [InlineData("* ESEARCH () UID ALL 2,4:5\r\n")]
    [InlineData("* ESEARCH NIL UID ALL 2,4:5\r\n")]
    [InlineData("* ESEARCH TAG \"A2\" UID ALL 2,4:5\r\n")]
    [InlineData("* ESEARCH(TAG \"A2\")UID ALL 2,4:5\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\" MAILBOX INBOX UIDVALIDITY 7) UID ALL {5}\r\n2,4:5\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\") ALL 2,4:5 UID\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\") UID ALL 2\r\n* ESEARCH (TAG \"A2\") UID ALL 4:5\r\n")]
    public Task Hits_are_found_in_parentheses_and_without_a_tag(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<SearchResult> result = await session.AskAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", line + "{tag} OK done\r\n");
        Assert.Equal("2,4:5", result.Value.Uids.ToString());
        Assert.Empty(result.Malformed);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("SEARCH 2 (4 x) 5", "2,4:5")]
    [InlineData("SEARCH (4 (5))", "4")]
    [InlineData("ESEARCH (TAG \"A2\") UID ALL 2 4 5", "2")] // the rest was skipped silently
    [InlineData("ESEARCH (TAG \"A2\") UID ALL ()", "")]
    [InlineData("ESEARCH (TAG \"A2\") UID ALL 4:*", "")]
    [InlineData("SEARCH 2 4 MODSEQ 5", "2,4:5")]
    public Task Hits_that_are_lost_are_reported(string line, string hits) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<SearchResult> result = await session.AskAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(hits, result.Value.Uids.ToString());
        session.Reports(Assert.Single(result.Malformed), line[..line.IndexOf(' ', StringComparison.Ordinal)], line);
    });

    [Theory]
    [InlineData("UID SEARCH 3 7")]
    [InlineData("uid search 3 7")]
    [InlineData("UID SORT 3 7")]
    [InlineData("UID ESEARCH (TAG \"A2\") UID ALL 3,7")]
    public Task UID_SEARCH_is_SEARCH(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        SearchResult found = await session.AskForAsync(new UidSearchCommand(SearchQuery.All), "UID SEARCH ALL\r\n", $"* {line}\r\n");
        Assert.Equal("3,7", found.Uids.ToString());
    });
}
