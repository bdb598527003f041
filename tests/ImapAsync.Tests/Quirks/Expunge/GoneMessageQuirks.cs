namespace ImapAsync.Tests;

/// <summary>What a server reports as gone reaches the command that it is about, even if it is reported in an odd way.</summary>
public sealed class GoneMessageQuirks
{
    [Theory]
    [InlineData("VANISHED 3:4", "3:4", 0, 0)]
    [InlineData("VANISHED 3:x", "", 0, 1)]
    [InlineData("VANISHED 3,x 4", "3:4", 0, 1)]
    [InlineData("3 EXPUNGE", "", 1, 0)]
    [InlineData("0 EXPUNGE", "", 0, 1)]
    [InlineData("EXPUNGE 3", "", 0, 1)]
    public Task MOVE_reports_what_is_gone(string line, string uids, int numbers, int malformed) => QuirkSession.RunInInboxAsync(async session =>
    {
        foreach (ImapCommand<CopyResult> command in new ImapCommand<CopyResult>[] { new UidMoveCommand(UidSet.Parse("3:5"), "a"), new MoveCommand(SequenceSet.Parse("3:5"), "a") })
        {
            ImapResult<CopyResult> done = await session.AskAsync(command, $"{command.Name} 3:5 a\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
            Check(done.Value.Removed, done.Malformed.Count);
            ImapResult<CopyResult> refused = await session.AskAsync(command, $"{command.Name} 3:5 a\r\n", $"* {line}\r\n{{tag}} NO quota\r\n");
            Check(refused.PartialValue?.Removed ?? new ExpungeResult(), refused.Malformed.Count);
        }

        void Check(ExpungeResult removed, int unread) => Assert.Equal((uids, numbers, malformed), (removed.Uids.ToString(), removed.Numbers.Count, unread));
    });

    [Theory]
    [InlineData("EXPUNGE 3")]
    [InlineData("99999999999 EXPUNGE")]
    [InlineData("0 EXPUNGE")]
    [InlineData("x EXPUNGE")]
    [InlineData("EXPUNGED")]
    public Task EXPUNGE_reports_one_without_a_number(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<ExpungeResult> result = await session.AskAsync(new ExpungeCommand(), "EXPUNGE\r\n", $"* {line}\r\n* 2 EXPUNGE\r\n{{tag}} OK done\r\n");
        Assert.Equal((1, 1), (result.Value.Count, result.Malformed.Count));
    });

    [Theory]
    [InlineData("OK Expunged")]
    [InlineData("OK EXPUNGE")]
    [InlineData("NO Expunged")]
    [InlineData("BAD EXPUNGE;")]
    public Task The_text_of_a_status_is_not_a_message_that_is_gone(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<ExpungeResult> result = await session.AskAsync(
            new ExpungeCommand(), "EXPUNGE\r\n", $"* {line}\r\n* 2 EXPUNGE\r\n{{tag}} OK done\r\n");
        Assert.Equal((1, 0), (result.Value.Count, result.Malformed.Count));
    });

    [Theory]
    [InlineData("VANISHED 4:5", "4:5")]
    [InlineData("VANISHED 8:12", "8:9")]
    [InlineData("VANISHED (EARLIER) 4\r\n* VANISHED 5", "4:5")]
    [InlineData("VANISHED 12", "")]
    public Task What_vanishes_while_changes_are_asked_for_is_gone(string lines, string uids) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<FetchedChanges> asking = session.Inbox.FetchChangesAsync(UidSet.Parse("1:9"), FetchItems.Flags, new ModSequence(3));
        await session.AnswerAsync("UID FETCH 1:9 (FLAGS) (CHANGEDSINCE 3 VANISHED)\r\n", $"* {lines}\r\n{{tag}} OK done\r\n");
        Assert.Equal(uids, (await asking.InTime()).Vanished.ToString());
    });

    [Theory]
    [InlineData("VANISHED 3:x")]
    [InlineData("x EXPUNGE")]
    [InlineData("0 EXPUNGE")]
    [InlineData("EXPUNGE 3")]
    [InlineData("2 EXPUNGE;")]
    public Task Listeners_are_notified_that_something_vanished(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        IAsyncEnumerator<MailboxEvent> news = session.Inbox.IdleAsync().GetAsyncEnumerator();
        ValueTask<bool> moving = news.MoveNextAsync();
        await session.AnswerAsync("IDLE\r\n", $"+ idling\r\n* {line}\r\n");
        Assert.True(await moving.InTime());
        Assert.Equal(new MailboxEvent.Vanished(UidSet.Empty, Earlier: false), news.Current);
        Assert.Equal(9, session.Inbox.Exists);

        ValueTask leaving = news.DisposeAsync();
        await session.Server.ExpectAsync("DONE\r\n");
        await session.Server.SendAsync("A2 OK done\r\n");
        await leaving;
    });

    [Theory]
    [InlineData("FETCH (UID 5 FLAGS (\\Seen))", 0)]
    [InlineData("99999999999 FETCH (UID 5 FLAGS (\\Seen))", 0)]
    [InlineData("1 FETCH (UID 5 FLAGS (\\Seen) UID 6)", 1)]
    [InlineData("1 FETCH (UID 5 FLAGS (\\Seen) UID 5)", 0)]
    public Task The_message_of_an_odd_number_or_UID(string line, int malformed) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = Assert.Single(await session.AskForAsync(new UidFetchCommand(new Uid(5), FetchItems.Flags), "UID FETCH 5 (FLAGS)\r\n", $"* {line}\r\n"));
        Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
        Assert.Equal((new Uid(5), malformed), (message.Uid, message.Malformed.Count));
    });

    // A command that does not ask for changes gets what it has removed, whatever the server calls it.
    [Theory]
    [InlineData("VANISHED (EARLIER) 5,7", "5,7", 0)]
    [InlineData("VANISHED EARLIER 5,7", "5,7", 0)]
    [InlineData("VANISHED (EARLIER) 5,x", "5", 1)]
    [InlineData("VANISHED (EARLIER", "", 1)]
    public Task What_vanished_earlier_was_removed(string line, string uids, int malformed) => QuirkSession.RunInInboxAsync(async session =>
    {
        await AskAsync(new ExpungeCommand(), "EXPUNGE\r\n", static removed => removed);
        await AskAsync(new UidExpungeCommand(UidSet.Parse("5:7")), "UID EXPUNGE 5:7\r\n", static removed => removed);
        await AskAsync(new UidMoveCommand(UidSet.Parse("5:7"), "a"), "UID MOVE 5:7 a\r\n", static moved => moved.Removed);
        await AskAsync(new MoveCommand(SequenceSet.Parse("1:3"), "a"), "MOVE 1:3 a\r\n", static moved => moved.Removed);

        async Task AskAsync<T>(ImapCommand<T> command, string written, Func<T, ExpungeResult> read)
        {
            ImapResult<T> done = await session.AskAsync(command, written, $"* {line}\r\n{{tag}} OK done\r\n");
            Assert.Equal((uids, malformed), (read(done.Value).Uids.ToString(), done.Malformed.Count));
            ImapResult<T> refused = await session.AskAsync(command, written, $"* {line}\r\n{{tag}} NO no\r\n");
            Assert.Equal((uids, malformed), (read(refused.PartialValue!).Uids.ToString(), refused.Malformed.Count));
            ImapResult<T> nothing = await session.AskAsync(command, written, "* VANISHED (EARLIER)\r\n{tag} NO no\r\n");
            Assert.Null(nothing.PartialValue);
        }
    });

    [Fact]
    public async Task What_vanished_earlier_goes_to_the_command_that_asks_for_changes()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<ExpungeResult> expunging = inbox.ExpungeAsync();
        await server.ExpectAsync("A2 EXPUNGE\r\n");
        Task<FetchedChanges> asking = inbox.FetchChangesAsync(UidSet.Parse("1:9"), FetchItems.Flags, new ModSequence(3));
        await server.ExpectAsync("A3 UID FETCH 1:9 (FLAGS) (CHANGEDSINCE 3 VANISHED)\r\n");
        await server.SendAsync("* VANISHED (EARLIER) 5\r\nA2 OK done\r\nA3 OK done\r\n");
        Assert.Equal(0, (await expunging.InTime()).Count);
        Assert.Equal("5", (await asking.InTime()).Vanished.ToString());
    }
}
