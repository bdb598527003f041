namespace ImapAsync.Tests;

/// <summary>Continuations, and answers to commands that are still being sent.</summary>
public sealed class ContinuationQuirks
{
    private const string Reserved = "* PREAUTH [CAPABILITY IMAP4rev1 IDLE] ready\r\n"; // every literal waits

    [Theory]
    [InlineData("+\r\n")]
    [InlineData("+go\r\n")]
    [InlineData(" + go\n")]
    [InlineData("+ go\r\n+ go\r\n")]
    [InlineData("* BAD not you\r\n* 5 EXISTS\r\n+ {3}\r\n")]
    [InlineData("* OK {5}\r\n\0+ \r\n")]
    public Task A_literal_is_sent_however_it_is_requested(string invitation) => QuirkSession.RunAsync(async session =>
    {
        Task<ImapResult<AppendResult>> appending = session.Connection.SendAsync(new AppendCommand("a", new AppendMessage("one"u8.ToArray()))).AsTask();
        await session.AnswerAsync("APPEND a {3}\r\n", invitation);
        await session.Server.ExpectAsync("one\r\n");
        await session.Server.SendAsync("A1 OK [APPENDUID 5 7] done\r\n");
        Assert.Equal(new Uid(7), (await appending.InTime()).Value.Uid);
        Assert.Empty(session.Warnings);
    }, Reserved);

    [Theory]
    [InlineData("{tag} OK done\r\n")] // was a success, and nothing of the message had been sent
    [InlineData("{tag} OK [APPENDUID 5 7] done\r\n+ go\r\n")]
    [InlineData("{tag} PREAUTH done\r\n")]
    public Task An_OK_instead_of_the_invitation_is_not_a_success(string answer) => QuirkSession.RunAsync(async session =>
    {
        Task<AppendResult> appending = session.Connection.AppendAsync("a", new byte[50]);
        await session.AnswerAsync("APPEND a {50}\r\n", answer);
        ImapProtocolException lie = await appending.FailsAsync<ImapProtocolException>();
        Assert.Contains("without asking for the rest of it", lie.Message, StringComparison.Ordinal);
        Assert.Equal("", await session.Server.ReceiveAllAsync());
    }, Reserved);

    [Fact]
    public Task Nor_is_it_a_login() => QuirkSession.RunAsync(async session =>
    {
        Task login = session.Connection.LoginAsync("user", "pass\nword");
        await session.AnswerAsync("LOGIN user {9}\r\n", "{tag} OK [CAPABILITY IMAP4rev1 X-IN] welcome\r\n");
        await login.FailsAsync<ImapProtocolException>();
        Assert.Equal(ImapConnectionState.NotAuthenticated, session.Connection.State);
    }, "* OK [CAPABILITY IMAP4rev1] ready\r\n");

    [Theory]
    [InlineData("{tag} NO [OVERQUOTA] full\r\n", ImapStatus.No)]
    [InlineData("{tag} BAD [X]\r\n* OK y\r\n+ go\r\n", ImapStatus.Bad)]
    [InlineData("* NO almost full\r\n{tag} no full\r\n", ImapStatus.No)]
    public Task A_refusal_instead_of_it_is_a_refusal(string answer, ImapStatus status) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<AppendResult> result = await session.AskAsync(new AppendCommand("a", new AppendMessage(new byte[50])), "APPEND a {50}\r\n", answer);
        Assert.Equal(status, result.Status);
        Assert.Equal("", await session.Server.ReceiveAllAsync());
    }, Reserved);

    [Theory]
    [InlineData("* 10 EXISTS\r\n")] // without a continuation
    [InlineData("+\r\n* 10 EXISTS\r\n")]
    [InlineData("+ idling\r\n+ idling\r\n* 10 exists\r\n")]
    [InlineData("* OK still here\r\n+ idling\r\n10 EXISTS\r\n*10 EXISTS\r\n")]
    [InlineData("A2 NO not now\r\n* 10 EXISTS\r\n")]
    [InlineData("A2 OK done\r\n* 10 EXISTS\r\n")]
    public async Task Updates_reach_a_listener_however_IDLE_is_answered(string answer)
    {
        await using QuirkSession session = await QuirkSession.StartAsync(Reserved);
        await session.SelectInboxAsync();
        await using TestListener listener = new(session.Inbox);
        await session.Server.ExpectAsync("A2 IDLE\r\n");
        await session.Server.SendAsync(answer);
        Assert.Equal(new MailboxEvent.Exists(10), await listener.NextAsync());
        Assert.Equal(10, session.Inbox.Exists);
    }

    [Fact]
    [Quirk(3)]
    public Task An_unexpected_continuation_is_ignored() => QuirkSession.RunAsync(async session =>
    {
        ImapCapabilities capabilities = await session.AskForAsync(
            new CapabilityCommand(), "CAPABILITY\r\n", "+ go ahead\r\n+\r\n* CAPABILITY IMAP4rev1 NAMESPACE\r\n+ \r\n");

        Assert.Equal<ImapCapabilities>(["IMAP4rev1", "NAMESPACE"], capabilities);
        Assert.Equal(3, session.Log.Count(line => line.Contains("an unsolicited continuation", StringComparison.Ordinal)));
        Assert.Equal("", await session.Server.ReceiveAllAsync());
    });

    [Theory]
    [InlineData("{tag} NO [OVERQUOTA] no room\r\n", "OVERQUOTA")]
    [InlineData("{tag} NO [TRYCREATE] no such mailbox\r\n", "TRYCREATE")]
    [Quirk(43)]
    public Task A_large_message_waits_until_the_server_is_ready(string refusal, string code) => QuirkSession.RunAsync(async session =>
    {
        // The server has LITERAL+, yet not one octet of the message is sent in vain.
        ImapResult<AppendResult> result = await session.AskAsync(
            new AppendCommand("INBOX", new AppendMessage(new byte[5_000_000])), "APPEND INBOX {5000000}\r\n", refusal);

        Assert.Equal(code, result.Code?.Name);
        Assert.Equal("", await session.Server.ReceiveAllAsync());
    });
}
