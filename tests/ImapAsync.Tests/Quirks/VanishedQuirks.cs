namespace ImapAsync.Tests;

/// <summary>Quirks without a number: VANISHED in odd forms means the same to the command that asked, to SELECT, to EXPUNGE and to the mailbox.</summary>
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
    public Task What_vanished_earlier_reaches_whoever_asked(string line, string uids, bool isMalformed) => QuirkSession.RunInInboxAsync(async session =>
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
    [InlineData("MODIFIED 7 x 9")]
    [InlineData("MODIFIED 7,y 9")]
    public Task Messages_that_were_left_alone_are_not_lost_behind_something_else(string code) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<StoreResult> storing = session.Inbox.StoreAsync(UidSet.Parse("7:9"), FlagOperation.Add, Flag.Seen, new ModSequence(12));
        await session.AnswerAsync("UID STORE 7:9 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n", $"{{tag}} OK [{code}] some had changed\r\n");
        await storing.FailsAsync<ImapProtocolException>();
    });

    [Fact]
    public Task EXAMINE_is_read_only_whatever_the_server_calls_it() => QuirkSession.RunAsync(async session =>
    {
        Assert.True((await ExamineAsync("", "[READ-WRITE]")).IsReadOnly);
        Assert.True((await ExamineAsync("* OK [READ-WRITE] x\r\n", "[READ-ONLY]")).IsReadOnly);
        Assert.True((await ExamineAsync("", "")).IsReadOnly);
        ImapResult<SelectResult> selected = await session.AskAsync(new SelectCommand("a"), "SELECT a\r\n", "* OK [READ-ONLY] x\r\n{tag} OK [READ-WRITE] done\r\n");
        Assert.False(selected.Value.IsReadOnly);

        async Task<SelectResult> ExamineAsync(string untagged, string code) =>
            (await session.AskAsync(new ExamineCommand("a"), "EXAMINE a\r\n", $"{untagged}{{tag}} OK {code} done\r\n")).Value;
    });
}
