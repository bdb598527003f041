namespace ImapAsync.Tests;

/// <summary>OK, NO, BAD and BYE, their codes and texts, and the greeting.</summary>
public sealed class StatusResponseQuirks
{
    [Theory]
    [InlineData("[COPYUID 38505 304,319:320 3956:3958]\r\n")] // Office 365
    [InlineData("* [COPYUID 38505 304,319:320 3956:3958]\r\n")] // home.pl
    [InlineData("* [COPYUID 38505 304,319:320 3956:3958] moved\r\n")]
    [Quirk(1)]
    public Task A_code_without_a_status_counts_as_OK(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        CopyResult result = await session.AskForAsync(
            new UidMoveCommand(UidSet.Parse("304,319:320"), "Archive"), "UID MOVE 304,319:320 Archive\r\n", line + "* 3 EXPUNGE\r\n");

        Assert.Equal(38505u, result.UidValidity?.Value);
        Assert.Equal(new Uid(3956), result.DestinationOf(new Uid(304)));
        Assert.Equal(new Uid(3958), result.DestinationOf(new Uid(320)));
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("{tag} OK [READ-ONLY]\r\n")]
    [InlineData("{tag} ok [read-only]\r\n")]
    [InlineData("{tag} Ok[READ-ONLY]\r\n")]
    [Quirk(8)]
    public Task A_code_needs_no_text_after_it(string tagged) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<SelectResult> result = await session.AskAsync(new ExamineCommand("INBOX"), "EXAMINE INBOX\r\n", "* ok [UIDNEXT 9]\r\n* OK [UIDVALIDITY 3]\r\n" + tagged);

        Assert.True(result.Value.IsReadOnly);
        Assert.Equal("READ-ONLY", result.Code?.Name.ToUpperInvariant());
        Assert.Equal("", result.Text);
        Assert.Equal((9u, 3u), (result.Value.UidNext?.Value, result.Value.UidValidity?.Value));
    });

    [Fact]
    [Quirk(5)]
    public async Task The_first_BYE_ends_the_connection()
    {
        await using QuirkSession session = await QuirkSession.StartAsync();
        Task<ImapResult<ImapNothing>> noop = session.Connection.SendAsync(new NoopCommand()).AsTask();
        await session.AnswerAsync("NOOP\r\n", "* BYE Autologout; idle for too long\r\n* BYE Autologout; idle for too long\r\n* BYE Again\r\n");

        ImapConnectionException lost = await noop.FailsAsync<ImapConnectionException>();
        Assert.Equal("Autologout; idle for too long", lost.ByeText);
        Assert.Equal(CommandOutcome.Unknown, lost.Outcome);
        Assert.Equal("Autologout; idle for too long", (await session.Connection.SendAsync(new NoopCommand()).AsTask().FailsAsync<ImapConnectionException>()).ByeText);
        Assert.Single(session.Warnings);
    }

    [Theory]
    [InlineData("* BYE see you\r\n{tag} BYE see you\r\n")]
    [InlineData("{tag} BYE see you\r\n")]
    [InlineData("* BYE see you\r\n* BYE see you\r\n* BYE see you\r\n{tag} OK done\r\n")]
    [Quirk(5)]
    public async Task A_tagged_BYE_answers_LOGOUT(string answer)
    {
        await using QuirkSession session = await QuirkSession.StartAsync();
        Assert.True((await session.AskAsync(new LogoutCommand(), "LOGOUT\r\n", answer)).IsOk);
        Assert.Equal(ImapConnectionState.Logout, session.Connection.State);
        Assert.Empty(session.Warnings);
    }

    [Theory]
    [InlineData("A1 OK\r\n", ImapStatus.Ok, null, "")]
    [InlineData("A1 OK \r\n", ImapStatus.Ok, null, "")]
    [InlineData("A1 NO [\r\n", ImapStatus.No, null, "[")]
    [InlineData("A1 NO [ALERT\r\n", ImapStatus.No, "[ALERT", "")] // known by its name
    [InlineData("A1 NO [X-A\r\n", ImapStatus.No, null, "[X-A")]
    [InlineData("A1 NO [] text\r\n", ImapStatus.No, null, "text")]
    [InlineData("A1 NO [ ] text\r\n", ImapStatus.No, null, "text")]
    [InlineData("A1 NO [X-A]text\r\n", ImapStatus.No, "[X-A]", "text")]
    [InlineData("A1 NO [X-A (1 (2)) \"]\" [b]] text ] x\r\n", ImapStatus.No, "[X-A (1 (2)) \"]\" [b]]", "text ] x")]
    [InlineData("A1 BAD [X-A] {5}\r\n", ImapStatus.Bad, "[X-A]", "{5}")] // not a literal
    [InlineData("A1 PREAUTH odd\r\n", ImapStatus.Ok, null, "odd")]
    public Task The_text_of_an_answer_may_be_anything(string line, ImapStatus status, string? code, string text) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<ImapNothing> result = await session.AskAsync(new NoopCommand(), "NOOP\r\n", line);
        Assert.Equal((status, code, text), (result.Status, result.Code?.ToString(), result.Text));
    });

    [Fact]
    public Task An_answer_that_is_neither_OK_NO_nor_BAD_fails_its_command_alone() => QuirkSession.RunAsync(async session =>
    {
        Task<ImapResult<ImapNothing>> noop = session.Connection.SendAsync(new NoopCommand()).AsTask();
        Task<ImapCapabilities> other = session.Connection.CapabilityAsync();
        await session.AnswerAsync("NOOP\r\n", "{tag} YES indeed\r\n");
        Assert.Contains("expected OK, NO or BAD behind the tag", (await noop.FailsAsync<ImapProtocolException>()).Message, StringComparison.Ordinal);
        await session.AnswerAsync("CAPABILITY\r\n", "* CAPABILITY IMAP4rev1\r\n{tag} OK done\r\n");
        Assert.True((await other.InTime()).Contains("IMAP4rev1"));
    });

    [Theory]
    [InlineData("*  OK   hello there\r\n")]
    [InlineData("* ok\r\n")]
    [InlineData("*OK hello\r\n")]
    [InlineData("\0* OK [X-NEW (a \"]\")] hello\r\n")]
    [InlineData("* OK {5}\r\n")]
    public Task A_greeting_may_look_odd(string greeting) => QuirkSession.RunAsync(
        static session =>
        {
            Assert.Equal(ImapConnectionState.NotAuthenticated, session.Connection.State);
            return Task.CompletedTask;
        }, greeting);
}
