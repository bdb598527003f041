namespace ImapAsync.Tests;

/// <summary>
/// VANISHED in odd forms means the same to the command that asked, to SELECT, to EXPUNGE and to the mailbox.
/// </summary>
public sealed class VanishedQuirks
{
    public static TheoryData<string, string, bool> Earlier => new()
    {
        { "VANISHED (EARLIER) 4:5", "4:5", false },
        { "VANISHED (EARLIER)", "", false },
        { "VANISHED (EARLIER) ", "", false },
        { "VANISHED (EARLIER) \"\"", "", false },
        { "VANISHED (EARLIER) NIL", "", false },
        { "VANISHED (EARLIER) ()", "", false },
        { "VANISHED EARLIER", "", false },
        { "VANISHED (\"EARLIER\") 4:5", "4:5", false },
        { "5 VANISHED (EARLIER) 4:5", "4:5", false },
        { "0 VANISHED (EARLIER) 4:5", "4:5", false },
        { "VANISHED (EARLIER 4:5)", "4:5", false },
        { "VANISHED (EARLIER 4) 5", "4:5", false },
        { "VANISHED (EARLIER) 4:5 (x)", "4:5", false },
        { "VANISHED (EARLIER) 4 x 5", "4:5", true },
        { "VANISHED (EARLIER) x 4:5", "4:5", true },
        { "VANISHED (EARLIER) 4,y 5", "4:5", true },
        { "VANISHED (EARLIER", "", true },
        { "VANISHED (EARLIER 4:5", "4:5", true },
        { "VANISHED (EARLIER) 4:*", "", true },
    };

    [Theory]
    [MemberData(nameof(Earlier))]
    public Task What_vanished_earlier_reaches_the_command_that_asked(string line, string uids, bool isMalformed) => QuirkSession.RunInInboxAsync(async session =>
    {
        const string Written = "UID FETCH 1:9 (FLAGS) (CHANGEDSINCE 3 VANISHED)\r\n";
        Task<FetchedChanges> asking = session.Inbox.FetchChangesAsync(UidSet.Parse("1:9"), FetchItems.Flags, new ModSequence(3));
        await session.AnswerAsync(Written, $"* {line}\r\n{{tag}} OK done\r\n");
        if (isMalformed)
            await asking.FailsAsync<ImapProtocolException>();
        else
            Assert.Equal(uids, (await asking.InTime()).Vanished.ToString());
        Assert.Equal(9, session.Inbox.Exists);
    });

    [Theory]
    [MemberData(nameof(Earlier))]
    public Task What_vanished_earlier_reaches_SELECT(string line, string uids, bool isMalformed) => QuirkSession.RunAsync(async session =>
    {
        SelectCommand select = new("INBOX") { QResync = new(new UidValidity(7), new ModSequence(90)) };
        ImapResult<SelectResult> selected = await session.AskAsync(select, "SELECT INBOX (QRESYNC (7 90))\r\n", $"* 9 EXISTS\r\n* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal((uids, isMalformed), (selected.Value.Vanished.ToString(), selected.Malformed.Count == 1));
    });

    [Theory]
    [InlineData("VANISHED 3:4", "3:4")]
    [InlineData("5 VANISHED 3:4", "3:4")]
    [InlineData("0 VANISHED 3:4", "3:4")]
    [InlineData("VANISHED 3 x 4", "3:4", true)]
    [InlineData("VANISHED 3,y 4", "3:4", true)]
    [InlineData("VANISHED ()", "", true)]
    [InlineData("5 VANISHED", "", true)]
    public Task What_vanishes_now_reaches_the_command_and_the_mailbox(string line, string uids, bool isMalformed = false) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<ExpungeResult> result = await session.AskAsync(new ExpungeCommand(), "EXPUNGE\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal((uids, isMalformed ? 1 : 0), (result.Value.Uids.ToString(), result.Malformed.Count));
        Assert.Equal(9 - result.Value.Uids.Count, session.Inbox.Exists);

        await session.AskAsync(new NoopCommand(), "NOOP\r\n", $"* {line.Replace("3", "5", StringComparison.Ordinal).Replace("4", "6", StringComparison.Ordinal)}\r\n{{tag}} OK done\r\n");
        Assert.Equal(9 - (2 * result.Value.Uids.Count), session.Inbox.Exists);
    });

    [Fact]
    public Task EXPUNGED_is_EXPUNGE() => QuirkSession.RunInInboxAsync(async session =>
    {
        ExpungeResult result = await session.AskForAsync(new ExpungeCommand(), "EXPUNGE\r\n", "* 1 EXPUNGED\r\n* 1 expunged\r\n");
        Assert.Equal([1u, 1u], result.Numbers.Select(static number => number.Value));
        await session.AskForAsync(new UidMoveCommand(UidSet.Parse("7"), "a"), "UID MOVE 7 a\r\n", "* 1 EXPUNGED\r\n");
        await session.AskForAsync(new NoopCommand(), "NOOP\r\n", "* 1 EXPUNGED\r\n* 0 EXPUNGED\r\n");
        Assert.Equal(9 - 4, session.Inbox.Exists);
    });

    [Theory]
    [InlineData("* VANISHED 3 4\r\n")] // the second was skipped
    [InlineData("* VANISHED (3:4)\r\n")] // was mistaken for EARLIER
    [InlineData("* VANISHED \"3:4\"\r\n")]
    [InlineData("* VANISHED {3}\r\n3,4\r\n")]
    [InlineData("* VANISHED (3 4)\r\n")]
    public Task What_vanished_is_found_in_any_form(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ExpungeResult result = await session.AskForAsync(new UidExpungeCommand(UidSet.Parse("1:9")), "UID EXPUNGE 1:9\r\n", line);
        Assert.Equal("3:4", result.Uids.ToString());
        Assert.Equal(7, session.Inbox.Exists);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("* VANISHED (EARLIER) 1,3:5\r\n")]
    [InlineData("* VANISHED EARLIER 1,3:5\r\n")] // was lost silently
    [InlineData("* VANISHED(earlier)\"1,3:5\"\r\n")]
    [InlineData("* VANISHED (EARLIER) 1 3:5\r\n")]
    [InlineData("* VANISHED (EARLIER) (1 3:5)\r\n")]
    public Task What_vanished_earlier_is_found_in_any_form(string line) => QuirkSession.RunAsync(async session =>
    {
        SelectCommand select = new("INBOX") { QResync = new(new UidValidity(7), new ModSequence(90)) };
        SelectResult selected = await session.AskForAsync(select, "SELECT INBOX (QRESYNC (7 90))\r\n", "* 9 EXISTS\r\n" + line);
        Assert.Equal(("1,3:5", 9L), (selected.Vanished.ToString(), selected.Exists));
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("* VANISHED 3:1,9\r\n", "1:3,9")]
    [InlineData("* vanished  1,2,3,9 \r\n", "1:3,9")]
    [InlineData("* VANISHED 1:3,9 (extra)\r\n", "1:3,9")]
    public Task UIDs_that_vanished_may_stand_in_any_order(string line, string uids) => QuirkSession.RunInInboxAsync(async session =>
    {
        ExpungeResult result = await session.AskForAsync(new UidExpungeCommand(UidSet.Parse("1:9")), "UID EXPUNGE 1:9\r\n", line);
        Assert.Equal(uids, result.Uids.ToString());
        Assert.Equal(9 - 4, session.Inbox.Exists);
    });
}
