using System.Text;

namespace ImapAsync.Tests;

/// <summary>Something else, or nothing, is where a response should have its number.</summary>
public sealed class UnreadableNumberQuirks
{
    public static TheoryData<string> Numbers => ["x", "1,2", "1:2", "1.0", "-1", "#1", "\"1\"", "(1)", "NIL", "1-2", "1;"];

    [Theory]
    [MemberData(nameof(Numbers))]
    public Task A_message_is_not_lost(string number) => QuirkSession.RunInInboxAsync(async session =>
    {
        string answer = $"* {number} FETCH (UID 7 FLAGS (k1) BODY[1] {{4}}\r\ntext)\r\n";
        FetchedMessage message = await session.FetchOneAsync(
            FetchItems.Of(FetchItem.Uid, FetchItem.Flags, FetchItem.Body(BodySection.Part(1))), answer);
        Assert.Equal((7u, true), (message.Uid.Value, message.Flags.Contains("k1")));

        ImapResult<StoreResult<UidSet>> stored = await session.AskAsync(
            new UidStoreCommand(UidSet.Parse("7"), FlagOperation.Add, Flag.Seen),
            "UID STORE 7 +FLAGS (\\Seen)\r\n", $"* {number} FETCH (UID 7 FLAGS (\\Seen))\r\n{{tag}} OK done\r\n");
        Assert.Single(stored.Value.Changed);

        Task<FetchedChanges> changing = session.Inbox.FetchChangesAsync(UidSet.Parse("1:9"), FetchItems.Flags, new(3));
        await session.AnswerAsync(
            "UID FETCH 1:9 (FLAGS) (CHANGEDSINCE 3 VANISHED)\r\n",
            $"* {number} FETCH (UID 7 FLAGS (k1) MODSEQ (5))\r\n{{tag}} OK done\r\n");
        Assert.Single((await changing.InTime()).Changed);
    });

    [Theory]
    [MemberData(nameof(Numbers))]
    public Task Nor_is_one_that_was_asked_for_by_number(string number) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchCommand fetch = new(SequenceSet.Parse("1"), FetchItem.Flags);
        string answer = $"* {number} FETCH (FLAGS (k1))\r\n{{tag}} OK done\r\n";
        ImapResult<IReadOnlyList<FetchedMessage>> fetched =
            await session.AskAsync(fetch, "FETCH 1 (FLAGS)\r\n", answer);
        Assert.Equal(1, fetched.Malformed.Count + fetched.Value.Count);

        answer = $"* {number} FETCH (UID 5 FLAGS (k1))\r\n{{tag}} OK done\r\n";
        fetched = await session.AskAsync(fetch, "FETCH 1 (FLAGS)\r\n", answer);
        Assert.Equal(1, fetched.Malformed.Count + fetched.Value.Count);
    });

    [Theory]
    [MemberData(nameof(Numbers))]
    [InlineData("")]
    public Task An_EXPUNGE_is_reported(string number) => QuirkSession.RunInInboxAsync(async session =>
    {
        foreach (string name in new[] { "EXPUNGE", "expunged" })
        {
            string line = $"* {number} {name}\r\n";
            ImapResult<ExpungeResult> done =
                await session.AskAsync(new ExpungeCommand(), "EXPUNGE\r\n", line + "{tag} OK done\r\n");
            Assert.Equal((0, 1), (done.Value.Count, done.Malformed.Count));
            Task<ExpungeResult> refused = session.Inbox.ExpungeAsync();
            await session.AnswerAsync("EXPUNGE\r\n", line + "{tag} NO no\r\n");
            Assert.Equal(CommandOutcome.Partial, (await refused.FailsAsync<ImapCommandException>()).Outcome);
        }

        Assert.Equal(9, session.Inbox.Exists);
    });

    [Theory]
    [InlineData("2 EXPUNGE;")]
    [InlineData("2 EXPUNGE,")]
    [InlineData("2 EXPUNGED.")]
    [InlineData("2 EXPUNGE:")]
    public Task So_is_one_with_something_at_its_end(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<ExpungeResult> done = await session.AskAsync(
            new ExpungeCommand(), "EXPUNGE\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal((0, 1), (done.Value.Count, done.Malformed.Count));
        ImapResult<CopyResult> moved = await session.AskAsync(
            new UidMoveCommand(UidSet.Parse("5"), "a"), "UID MOVE 5 a\r\n", $"* {line}\r\n{{tag}} NO no\r\n");
        Assert.NotNull(moved.PartialValue);
    });

    [Theory]
    [InlineData("1,2")]
    [InlineData("x")]
    [InlineData("-1")]
    public Task What_needs_no_number_is_found_after_it(string number) => QuirkSession.RunInInboxAsync(async session =>
    {
        SearchResult found = await session.AskForAsync(
            new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", $"* {number} SEARCH 3 7\r\n");
        Assert.Equal("3,7", found.Uids.ToString());
        SortResult<Uid> sorted = await session.AskForAsync(
            new UidSortCommand([SortKey.Date], SearchQuery.Seen), "UID SORT (DATE) US-ASCII SEEN\r\n",
            $"* {number} SORT 3 7\r\n");
        Assert.Equal([3u, 7u], sorted.Select(static uid => uid.Value));
        MailboxStatus status = await session.AskForAsync(
            new StatusCommand("a", StatusItems.Messages), "STATUS a (MESSAGES)\r\n",
            $"* {number} STATUS a (MESSAGES 3)\r\n");
        Assert.Equal(3, status.Messages);
        ImapResult<ExpungeResult> gone = await session.AskAsync(
            new ExpungeCommand(), "EXPUNGE\r\n", $"* {number} VANISHED 5:6\r\n{{tag}} OK done\r\n");
        Assert.Equal("5:6", gone.Value.Uids.ToString());
    });

    [Theory]
    [InlineData("x EXISTS")]
    [InlineData("1.0 EXISTS")]
    [InlineData("9 EXISTS\r\n* 1,2 RECENT")]
    public Task SELECT_reports_an_invalid_count(string line) => QuirkSession.RunAsync(async session =>
    {
        Task<SelectedMailbox> selecting = session.Connection.SelectAsync("a");
        await session.AnswerAsync("SELECT a\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Single((await selecting.InTime()).Selection.Malformed);
    });

    // What is unknown keeps its name.
    [Theory]
    [InlineData("X-NEWS FETCH done", "X-NEWS")]
    [InlineData("XLIST EXPUNGE", "XLIST")]
    [InlineData("X-FOO SEARCH was there", "X-FOO")]
    public Task Another_name_is_left_alone(string line, string name) => QuirkSession.RunAsync(async session =>
    {
        await session.AskAsync(new NoopCommand(), "NOOP\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Single(session.Connection.TakeResponses(name));
    });

    [Theory]
    [InlineData("* FETCH 3 (FLAGS (\\Seen))\r\n")]
    [InlineData("* FETCH (FLAGS (\\Seen))\r\n")]
    [InlineData("* -1 FETCH (FLAGS (\\Seen))\r\n")]
    [InlineData("* \"3\" FETCH (FLAGS (\\Seen))\r\n")]
    [InlineData("* 99999999999 FETCH (FLAGS (\\Seen))\r\n")]
    public Task An_answer_without_its_number_is_reported(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchCommand fetch = new(SequenceSet.Parse("3"), FetchItems.Flags);
        ImapResult<IReadOnlyList<FetchedMessage>> result =
            await session.AskAsync(fetch, "FETCH 3 (FLAGS)\r\n", line + "{tag} OK done\r\n");
        Assert.Equal(line[2..^2], Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span));

        // Once all that were requested have come, it is an update.
        result = await session.AskAsync(
            fetch, "FETCH 3 (FLAGS)\r\n", "* 3 FETCH (FLAGS (\\Seen))\r\n" + line + "{tag} OK done\r\n");
        Assert.Equal((1, 0), (result.Value.Count, result.Malformed.Count));
    });
}
