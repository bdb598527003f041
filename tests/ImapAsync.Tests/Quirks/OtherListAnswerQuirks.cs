using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quirks without a number: LIST and LSUB that are answered in each other's name, and THREAD, SEARCH and SORT.</summary>
public sealed class OtherListAnswerQuirks
{
    [Theory]
    [InlineData("LIST", "LSUB")]
    [InlineData("LIST", "XLIST")]
    [InlineData("LSUB", "LIST")]
    [InlineData("LSUB", "XLIST")]
    [InlineData("RLIST", "LSUB")]
    [InlineData("RLSUB", "LIST")]
    public Task Mailboxes_under_another_name_are_taken(string asked, string told) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<IReadOnlyList<MailboxInfo>> result = await AskAsync(session, asked, $"* {told} (\\HasChildren) \"/\" a\r\n* {told} () \"/\" \"a/b\"\r\n");
        Assert.Equal(["a", "a/b"], result.Value.Select(static mailbox => mailbox.Name.Value));
        Assert.Empty(result.Malformed);

        // Beside an answer of its own they are none.
        string own = asked.TrimStart('R');
        result = await AskAsync(session, asked, $"* {told} () \"/\" x\r\n* {own} () \"/\" a\r\n* {told} () \"/\" y\r\n");
        Assert.Equal("a", Assert.Single(result.Value).Name.Value);
        Assert.Empty(result.Malformed);

        result = await AskAsync(session, asked, $"* {told} () \"/\" a\r\n* {told} (\\A \"/\" b\r\n");
        Assert.Equal("a", Assert.Single(result.Value).Name.Value);
        Assert.Equal($"{told} (\\A \"/\" b", Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span));
    });

    [Fact]
    public Task The_status_of_such_a_mailbox_is_on_it() => QuirkSession.RunAsync(async session =>
    {
        IReadOnlyList<MailboxInfo> listed = await session.AskForAsync(
            new ListCommand("", "*") { Status = StatusItems.Messages }, "LIST \"\" * RETURN (STATUS (MESSAGES))\r\n", "* LSUB () \"/\" a\r\n* STATUS a (MESSAGES 1)\r\n");
        Assert.Equal(1, Assert.Single(listed).Status?.Messages);
        listed = await session.AskForAsync(
            new ListCommand("", "*") { Status = StatusItems.Messages }, "LIST \"\" * RETURN (STATUS (MESSAGES))\r\n", "* LSUB () \"/\" a\r\n* STATUS a (MESSAGES 2)\r\n");
        Assert.Equal(2, Assert.Single(listed).Status?.Messages);
        // What comes before it as well is told by itself.
        ImapResult<IReadOnlyList<MailboxInfo>> early = await session.AskAsync(
            new ListCommand("", "*") { Status = StatusItems.Messages }, "LIST \"\" * RETURN (STATUS (MESSAGES))\r\n", "* STATUS a (MESSAGES 1)\r\n* LSUB () \"/\" a\r\n{tag} OK\r\n");
        Assert.Equal("a", Assert.Single(early.Value).Name.Value);
        Assert.Equal("STATUS a (MESSAGES 1)", Encoding.ASCII.GetString(Assert.Single(early.Malformed).Raw.Span));
    });

    [Fact]
    public Task What_cannot_match_is_told() => QuirkSession.RunAsync(async session =>
    {
        ImapResult<IReadOnlyList<MailboxInfo>> result = await session.AskAsync(new ListCommand("", "Work"), "LIST \"\" Work\r\n", "* LSUB () \"/\" Other\r\n{tag} OK\r\n");
        Assert.Empty(result.Value);
        Assert.Equal("LSUB () \"/\" Other", Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span));
    });

    [Fact]
    public Task Of_two_at_once_each_has_its_own() => QuirkSession.RunAsync(async session =>
    {
        Task<IReadOnlyList<MailboxInfo>> listing = session.Connection.ListAsync();
        Task<IReadOnlyList<MailboxInfo>> subscribed = session.Connection.LsubAsync();
        await session.Server.ExpectAsync("A1 LIST \"\" *\r\nA2 LSUB \"\" *\r\n");
        session.SkipTags(2);
        await session.Server.SendAsync("* LSUB () \"/\" s\r\n* LIST () \"/\" l\r\nA1 OK\r\nA2 OK\r\n");
        Assert.Equal("l", Assert.Single(await listing.InTime()).Name.Value);
        Assert.Equal("s", Assert.Single(await subscribed.InTime()).Name.Value);
    });

    [Fact]
    public Task Nothing_is_nothing() => QuirkSession.RunAsync(async session =>
    {
        Assert.Empty(await session.AskForAsync(new LsubCommand("", "*"), "LSUB \"\" *\r\n", ""));
        Assert.Empty(await session.AskForAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", ""));
    });

    [Theory]
    [InlineData("SEARCH 7 3 5", "(7)(3)(5)")]
    [InlineData("SORT 7 3 5", "(7)(3)(5)")]
    [InlineData("SEARCH 7 3 (MODSEQ 5)", "(7)(3)")]
    [InlineData("SEARCH 7 x 3", "(7)(3)")]
    [InlineData("ESEARCH (TAG \"A2\") UID ALL 3:4,7", "(3)(4)(7)")]
    public Task Messages_without_threads_are_told_and_reported(string line, string expected) => QuirkSession.RunInInboxAsync(async session =>
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

        // Beside an answer of its own it is none.
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
    public Task Threads_are_no_answer_to_a_SEARCH_or_a_SORT() => QuirkSession.RunInInboxAsync(async session =>
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

    [Fact]
    public Task What_another_could_have_been_told_by_is_not_lost() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<ImapResult<SortResult<Uid>>> sorting = session.Inbox.SendAsync(new UidSortCommand([SortKey.Date], SearchQuery.Seen)).AsTask();
        Task<ImapResult<ThreadResult<Uid>>> threading = session.Inbox.SendAsync(new UidThreadCommand(ThreadAlgorithm.References, SearchQuery.Seen)).AsTask();
        await session.Server.ExpectAsync("A2 UID SORT (DATE) US-ASCII SEEN\r\nA3 UID THREAD REFERENCES US-ASCII SEEN\r\n");
        session.SkipTags(2);
        // The SORT had kept it and dropped it.
        await session.Server.SendAsync("* SORT 2 1\r\n* SEARCH 1 2\r\nA2 OK\r\nA3 OK\r\n");
        Assert.Equal([2u, 1u], (await sorting.InTime()).Value.Select(static uid => uid.Value));
        Assert.Equal("SEARCH 1 2", Encoding.ASCII.GetString(Assert.Single((await threading.InTime()).Malformed).Raw.Span));
    });

    private static Task<ImapResult<IReadOnlyList<MailboxInfo>>> AskAsync(QuirkSession session, string command, string lines) => session.AskAsync(
        command switch
        {
            "LIST" => new ListCommand("", "*"),
            "LSUB" => new LsubCommand("", "*"),
            "RLIST" => new RlistCommand("", "*"),
            _ => (ImapCommand<IReadOnlyList<MailboxInfo>>)new RlsubCommand("", "*"),
        },
        $"{command} \"\" *\r\n",
        lines + "{tag} OK done\r\n");
}
