namespace ImapAsync.Tests;

/// <summary>
/// NO and BAD without a tag are warnings (RFC 9051 §7.1.2, §7.1.3): the command goes on, and its result has them.
/// </summary>
public sealed class WarningTests
{
    private const string Warning = "* NO message 7 could not be read\r\n";

    [Fact]
    public Task Of_a_command_that_changes_mail() => QuirkSession.RunInInboxAsync(async session =>
    {
        IsTold(await session.AskAsync(new UidCopyCommand(UidSet.Parse("7"), "a"), "UID COPY 7 a\r\n",
            Warning + "{tag} OK done\r\n"));
        IsTold(await session.AskAsync(new UidMoveCommand(UidSet.Parse("7"), "a"), "UID MOVE 7 a\r\n",
            Warning + "{tag} OK done\r\n"));
        IsTold(await session.AskAsync(new UidMoveCommand(UidSet.Parse("7"), "a"), "UID MOVE 7 a\r\n",
            Warning + "{tag} NO no\r\n"));
        IsTold(await session.AskAsync(new ExpungeCommand(), "EXPUNGE\r\n", Warning + "{tag} OK done\r\n"));
        IsTold(await session.AskAsync(new UidStoreCommand(UidSet.Parse("7"), FlagOperation.Add, Flag.Seen),
            "UID STORE 7 +FLAGS (\\Seen)\r\n", Warning + "{tag} OK done\r\n"));
        IsTold(await session.AskAsync(new AppendCommand("a", new AppendMessage("x"u8.ToArray())),
            "APPEND a {1+}\r\nx\r\n", Warning + "{tag} OK done\r\n"));
    });

    [Fact]
    public Task Of_a_FETCH() => QuirkSession.RunInInboxAsync(async session =>
    {
        UidFetchCommand fetch = new(UidSet.Parse("7:8"), FetchItems.Flags);
        const string Answer = Warning + "* 4 FETCH (UID 8 FLAGS ())\r\n{tag} OK done\r\n";
        IsTold(await session.AskAsync(fetch, "UID FETCH 7:8 (FLAGS)\r\n", Answer));
        IsTold(await StreamAsync(session, session.Inbox.StreamAsync(fetch), "UID FETCH 7:8 (FLAGS)\r\n", Answer));
        IsTold(await StreamAsync(session, session.Inbox.FetchAsync(UidSet.Parse("7:8"), FetchItems.Flags),
            "UID FETCH 7:8 (FLAGS)\r\n", Answer));
    });

    // Only the server knows whose it is.
    [Fact]
    public Task Of_several_commands_all_have_it() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<ImapResult<ImapNothing>> first = session.Inbox.SendAsync(new NoopCommand()).AsTask();
        Task<ImapResult<ImapNothing>> second = session.Inbox.SendAsync(new NoopCommand()).AsTask();
        await session.AnswerAsync("NOOP\r\n", "");
        await session.AnswerAsync("NOOP\r\n", Warning + "A2 OK done\r\nA3 OK done\r\n");
        IsTold(await first.InTime());
        IsTold(await second.InTime());
    });

    [Fact]
    public Task One_that_is_kept_is_listed_once() => QuirkSession.RunInInboxAsync(async session =>
    {
        IsTold(await session.AskAsync(new NoopCommand { KeepUntagged = true }, "NOOP\r\n",
            Warning + "{tag} OK done\r\n"));
        Assert.Single(session.Connection.TakeResponses("NO"));
    });

    [Theory]
    [InlineData("* OK still here\r\n")]
    [InlineData("* 10 EXISTS\r\n")]
    [InlineData("* NOTHING at all\r\n")]
    public Task Others_are_kept_only_on_request(string line) => QuirkSession.RunInInboxAsync(async session =>
        Assert.Empty((await session.AskAsync(new NoopCommand(), "NOOP\r\n", line + "{tag} OK done\r\n")).Untagged));

    private static void IsTold<T>(ImapResult<T> result)
    {
        UntypedResponse told = Assert.Single(result.Untagged);
        Assert.Equal("NO", told.Name);
        Assert.Contains("message 7 could not be read", told.Text, StringComparison.Ordinal);
    }

    private static async Task<ImapResult<long>> StreamAsync(QuirkSession session, ImapItems<FetchedMessage> stream,
        string written, string answer)
    {
        Task reading = ReadAsync();
        await session.AnswerAsync(written, answer);
        await reading.InTime();
        return await stream.Completion.InTime();

        async Task ReadAsync()
        {
            await foreach (FetchedMessage _ in stream)
            {
            }
        }
    }
}
