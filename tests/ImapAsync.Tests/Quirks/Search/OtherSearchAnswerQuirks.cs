using System.Text;

namespace ImapAsync.Tests;

/// <summary>SEARCH and SORT that are answered in each other's form, with MODSEQ in parentheses, or with another command's tag.</summary>
public sealed class OtherSearchAnswerQuirks
{
    private static readonly SortKey[] ByDate = [SortKey.Date];

    [Theory]
    [InlineData("* ESEARCH (TAG \"A2\") UID ALL 3,7 (MODSEQ 28)\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\") UID (MODSEQ 28) ALL 3,7\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\") UID ALL 3,7 MODSEQ (28)\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\") UID ALL 3,7 MODSEQ 28\r\n")]
    [InlineData("* ESEARCH (TAG \"a2\") UID (ALL 3,7 MODSEQ 28)\r\n")]
    [InlineData("* SEARCH 3 7 (MODSEQ 28)\r\n")]
    [InlineData("* SORT 3 7 (MODSEQ 28)\r\n")]
    public Task Hits_and_the_mod_sequence_are_read(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        SearchResult found = await session.AskForAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", line);
        Assert.Equal(("3,7", 28ul), (found.Uids.ToString(), found.ModSequence!.Value.Value));
        SortResult<Uid> sorted = await session.AskForAsync(
            new UidSortCommand(ByDate, SearchQuery.Seen), "UID SORT (DATE) US-ASCII SEEN\r\n", line.Replace("A2", "A3", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(("3 7", 28ul), (string.Join(' ', sorted), sorted.ModSequence!.Value.Value));
        Assert.Empty(session.Warnings);
    });

    [Fact]
    public Task A_SORT_that_is_answered_as_a_SEARCH_keeps_its_order() => QuirkSession.RunInInboxAsync(async session =>
    {
        SortResult<Uid> sorted = await session.AskForAsync(new UidSortCommand(ByDate, SearchQuery.Seen), "UID SORT (DATE) US-ASCII SEEN\r\n", "* SEARCH 7 3\r\n* SEARCH 5\r\n");
        Assert.Equal([7u, 3u, 5u], sorted.Select(static uid => uid.Value));
        SortResult<SequenceNumber> numbers = await session.AskForAsync(new SortCommand(ByDate, SearchQuery.Seen), "SORT (DATE) US-ASCII SEEN\r\n", "* SEARCH 7 3\r\n");
        Assert.Equal([7u, 3u], numbers.Select(static number => number.Value));
        // Beside its own answer it does not count.
        sorted = await session.AskForAsync(new UidSortCommand(ByDate, SearchQuery.Seen), "UID SORT (DATE) US-ASCII SEEN\r\n", "* SEARCH 1\r\n* SORT 4 2\r\n* SEARCH 9\r\n");
        Assert.Equal([4u, 2u], sorted.Select(static uid => uid.Value));
        ImapResult<SortResult<Uid>> damaged = await session.AskAsync(
            new UidSortCommand(ByDate, SearchQuery.Seen), "UID SORT (DATE) US-ASCII SEEN\r\n", "* SEARCH 7 x 3\r\n{tag} OK\r\n");
        Assert.Equal("SEARCH 7 x 3", Encoding.ASCII.GetString(Assert.Single(damaged.Malformed).Raw.Span));
        Assert.Equal([7u, 3u], damaged.Value.Select(static uid => uid.Value));
    });

    [Fact]
    public Task The_SEARCH_of_another_command_is_its_own() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<SortResult<Uid>> sorting = session.Inbox.SortAsync(ByDate, SearchQuery.Seen);
        Task<SearchResult> searching = session.Inbox.SearchAsync(SearchQuery.All);
        await session.Server.ExpectAsync("A2 UID SORT (DATE) US-ASCII SEEN\r\nA3 UID SEARCH ALL\r\n");
        session.SkipTags(2);
        await session.Server.SendAsync("* SEARCH 1 2\r\n* SORT 2 1\r\nA2 OK\r\nA3 OK\r\n");
        Assert.Equal([2u, 1u], (await sorting.InTime()).Select(static uid => uid.Value));
        Assert.Equal("1:2", (await searching.InTime()).Uids.ToString());
    });

    [Theory]
    [InlineData("* ESEARCH (TAG \"A99\") UID ALL 3,7\r\n")]
    [InlineData("* ESEARCH (TAG \"A1\") UID COUNT 3\r\n")]
    public Task An_ESEARCH_with_the_tag_of_another_is_reported(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<SearchResult> result = await session.AskAsync(
            new UidSearchCommand(SearchQuery.Seen, SearchReturnOptions.All), "UID SEARCH RETURN (ALL) SEEN\r\n", line + "{tag} OK done\r\n");
        Assert.Equal(line[2..^2], Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span));

        Task<SortResult<Uid>> sorting = session.Inbox.SortAsync(ByDate, SearchQuery.Seen);
        await session.AnswerAsync("UID SORT (DATE) US-ASCII SEEN\r\n", line + "{tag} OK done\r\n");
        Assert.Contains("ESEARCH", (await sorting.FailsAsync<ImapProtocolException>()).Message, StringComparison.Ordinal);

        // Beside its own answer, and if nothing is found, it does not count.
        SearchResult own = await session.AskForAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", line + "* SEARCH 5\r\n");
        Assert.Equal("5", own.Uids.ToString());
        Assert.Empty((await session.AskForAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", "")).Uids);
    });

    [Fact]
    public Task The_log_has_the_servers_answer_to_a_SEARCH_that_could_not_have_succeeded() => QuirkSession.RunAsync(
        async session =>
        {
            await session.SelectInboxAsync();
            Task<SearchResult> searching = session.Inbox.SearchAsync(SearchQuery.Subject("\u00e9"));
            await session.AnswerAsync("UID SEARCH CHARSET UTF-8 SUBJECT {2}\r\n", "{tag} OK Search completed\r\n");
            await searching.FailsAsync<ImapProtocolException>();
            Assert.Contains(session.Log, static line => line.Contains("UID SEARCH", StringComparison.Ordinal) && line.EndsWith("OK Search completed", StringComparison.Ordinal));

            Task<ImapResult<ImapNothing>> noop = session.Connection.SendAsync(new NoopCommand()).AsTask();
            await session.AnswerAsync("NOOP\r\n", "{tag} MAYBE later\r\n");
            await noop.FailsAsync<ImapProtocolException>();
            Assert.Contains(session.Log, static line => line.EndsWith("MAYBE later", StringComparison.Ordinal));
        },
        "* PREAUTH [CAPABILITY IMAP4rev1] ready\r\n");
}
