using System.Text;

namespace ImapAsync.Tests;

/// <summary>THREAD, damaged, answered by another name, or in place of another.</summary>
public sealed class ThreadQuirks
{
    [Theory]
    [InlineData("THREAD (1 2)(x)(3 (4)(5))", "(1 2)(3 (4)(5))")]
    [InlineData("THREAD (1 2)7(3 (4)(5))", "(1 2)(3 (4)(5))")]
    [InlineData("THREAD (1 2)(99999999999)(3 (4 NIL)(5))", "(1 2)(3 (4)(5))")]
    [InlineData("THREAD (1 2))(3 (4)(5))", "(1 2)(3 (4)(5))")]
    [InlineData("THREAD (1 2)(3 (4)(5)", "(1 2)(3 (4)(5))")]
    public Task Threads_around_the_damage_are_read(string line, string threads) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<ThreadResult<Uid>> result = await session.AskAsync(
            new UidThreadCommand(ThreadAlgorithm.References, SearchQuery.Seen), "UID THREAD REFERENCES US-ASCII SEEN\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(threads, result.Value.ToString());
        session.Reports(Assert.Single(result.Malformed), line);
    });

    [Theory]
    [InlineData("SEARCH 7 3 5", "(7)(3)(5)")]
    [InlineData("SORT 7 3 5", "(7)(3)(5)")]
    [InlineData("SEARCH 7 3 (MODSEQ 5)", "(7)(3)")]
    [InlineData("SEARCH 7 x 3", "(7)(3)")]
    [InlineData("ESEARCH (TAG \"A2\") UID ALL 3:4,7", "(3)(4)(7)")]
    public Task Messages_without_threads_are_kept_and_reported(string line, string expected) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<ThreadResult<Uid>> result = await session.AskAsync(
            new UidThreadCommand(ThreadAlgorithm.References, SearchQuery.Seen), "UID THREAD REFERENCES US-ASCII SEEN\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(expected, result.Value.ToString());
        Assert.Equal(line, Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span));

        line = line.Replace("A2", "A3", StringComparison.Ordinal);
        Task<ThreadResult<Uid>> threading = session.Inbox.ThreadAsync(ThreadAlgorithm.References, SearchQuery.Seen);
        await session.AnswerAsync("UID THREAD REFERENCES US-ASCII SEEN\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Contains("THREAD", (await threading.FailsAsync<ImapProtocolException>()).Message, StringComparison.Ordinal);
        Assert.NotEmpty(session.Connection.TakeResponses(line.Split(' ')[0]));

        // Beside its own answer it does not count.
        foreach (string lines in new[] { $"* THREAD (1 2)\r\n* {line}\r\n", $"* {line}\r\n* THREAD (1 2)\r\n" })
        {
            ThreadResult<SequenceNumber> own = await session.AskForAsync(
                new ThreadCommand(ThreadAlgorithm.References, SearchQuery.Seen), "THREAD REFERENCES US-ASCII SEEN\r\n", lines);
            Assert.Equal("(1 2)", own.ToString());
        }

        foreach (string nothing in new[] { "", "* SEARCH\r\n", "* SORT\r\n", "* ESEARCH UID\r\n", "* ESEARCH (TAG \"A99\") UID ALL 3\r\n" })
            Assert.Empty(await session.AskForAsync(new UidThreadCommand(ThreadAlgorithm.References, SearchQuery.Seen), "UID THREAD REFERENCES US-ASCII SEEN\r\n", nothing));
    });

    [Fact]
    public Task Threads_do_not_answer_a_SEARCH_or_a_SORT() => QuirkSession.RunInInboxAsync(async session =>
    {
        const string Line = "THREAD (2)(3 6)";
        ImapResult<SearchResult> found = await session.AskAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", $"* {Line}\r\n{{tag}} OK\r\n");
        Assert.Equal(Line, Encoding.ASCII.GetString(Assert.Single(found.Malformed).Raw.Span));
        ImapResult<SortResult<SequenceNumber>> sorted = await session.AskAsync(
            new SortCommand([SortKey.Date], SearchQuery.Seen), "SORT (DATE) US-ASCII SEEN\r\n", $"* {Line}\r\n{{tag}} OK\r\n");
        Assert.Equal(Line, Encoding.ASCII.GetString(Assert.Single(sorted.Malformed).Raw.Span));
        SearchResult own = await session.AskForAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", $"* {Line}\r\n* SEARCH 5\r\n");
        Assert.Equal("5", own.Uids.ToString());
    });
}
