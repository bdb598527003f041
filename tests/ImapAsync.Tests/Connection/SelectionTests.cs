using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

public sealed class SelectionTests
{
    private static readonly TestCommand FetchByNumber =
        new("FETCH 1 FLAGS", CommandTraits.UsesSequenceNumbers | CommandTraits.ForbidsExpunge | CommandTraits.NeedsSelection);

    [Fact]
    public async Task No_command_follows_a_SELECT_that_was_refused()
    {
        // The moment between the answer and what follows from it: the log hears of an ALERT then.
        ScriptedServer? server = null;
        SelectedMailbox? mailbox = null;
        Task? fetch = null;
        CallbackLoggerFactory log = new(text => fetch ??= text.Contains("no such", StringComparison.Ordinal) ? mailbox!.SendAsync(FetchByNumber).AsTask() : null);
        await using (server = await ScriptedServer.StartAsync(options: ScriptedServerSteps.Options() with { LoggerFactory = log }))
        {
            mailbox = server.Connection.BeginSelect(new SelectCommand("Other"));
            await server.AnswerAsync("A1 SELECT Other\r\n", "{tag} NO [ALERT] no such mailbox\r\n");
            await mailbox.WhenSelected.FailsAsync<ImapCommandException>();

            await fetch!.FailsAsync<ImapSelectionException>();
            Assert.Equal("", await server.ReceiveAllAsync());
        }
    }

    [Fact]
    public async Task The_state_is_authenticated_after_CLOSE_and_after_a_SELECT_that_was_refused()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* PREAUTH [CAPABILITY IMAP4rev1] hello\r\n");
        Assert.Equal(ImapConnectionState.Authenticated, server.Connection.State);
        SelectedMailbox mailbox = await server.SelectAsync();
        Assert.Equal(ImapConnectionState.Selected, server.Connection.State);

        Task close = mailbox.SendAsync(new TestCommand("CLOSE", CommandTraits.EndsSelection | CommandTraits.NeedsSelection)).AsTask();
        await server.AnswerAsync("A2 CLOSE\r\n", "{tag} OK closed\r\n");
        await close.InTime();
        Assert.Equal(ImapConnectionState.Authenticated, server.Connection.State);
        Assert.False(mailbox.IsCurrent);

        await server.SelectAsync(tag: "A3");
        Assert.Equal(ImapConnectionState.Selected, server.Connection.State);
        Task other = server.Connection.SelectAsync(new SelectCommand("Other"));
        await server.AnswerAsync("A4 SELECT Other\r\n", "{tag} NO no such mailbox\r\n");
        await other.FailsAsync<ImapCommandException>();
        Assert.Equal(ImapConnectionState.Authenticated, server.Connection.State);
    }

    [Fact]
    public async Task A_SELECT_whose_caller_has_gone_still_selects()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* PREAUTH [CAPABILITY IMAP4rev1] hello\r\n");
        using CancellationTokenSource cancel = new();
        Task selecting = server.Connection.SelectAsync(new SelectCommand("INBOX"), cancel.Token);
        await server.ExpectAsync("A1 SELECT INBOX\r\n");
        await cancel.CancelAsync();
        await selecting.FailsAsync<OperationCanceledException>();

        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.SendAsync("* 5 EXISTS\r\nA1 OK selected\r\n");
        await server.AnswerAsync("A2 NOOP\r\n", "{tag} OK done\r\n");
        Assert.True((await noop.InTime()).IsOk);
        Assert.Equal(ImapConnectionState.Selected, server.Connection.State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_SELECT_that_is_never_answered_is_not_awaited_for_ever(bool isQueued)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task? first = isQueued ? server.Connection.SendAsync(new NoopCommand()).AsTask() : null;
        SelectedMailbox mailbox = server.Connection.BeginSelect(new SelectCommand("INBOX"));
        await server.ExpectAsync(isQueued ? "A1 NOOP\r\n" : "A1 SELECT INBOX\r\n");
        await server.CloseAsync();

        ImapConnectionException lost = await mailbox.WhenSelected.FailsAsync<ImapConnectionException>();
        Assert.Equal(isQueued ? CommandOutcome.NotSent : CommandOutcome.Unknown, lost.Outcome);
        if (first is not null)
            await first.FailsAsync<ImapConnectionException>();
    }

    [Fact]
    public async Task A_SELECT_on_a_lost_connection_fails_at_once()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        await server.CloseAsync();
        await server.Connection.Core.Ended.InTime();

        SelectedMailbox mailbox = server.Connection.BeginSelect(new SelectCommand("INBOX"));
        ImapConnectionException lost = await mailbox.WhenSelected.FailsAsync<ImapConnectionException>();
        Assert.Equal(CommandOutcome.NotSent, lost.Outcome);
    }

    [Fact]
    public async Task Secrets_do_not_leave_in_the_clear_by_way_of_a_mailbox_either()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: new ImapConnectionOptions());
        SelectedMailbox mailbox = await server.SelectAsync();

        Assert.Throws<InvalidOperationException>(() => { _ = mailbox.SendAsync(new LoginCommand("user", "secret")).AsTask(); });
        Assert.Equal("", await server.ReceiveAllAsync());
    }
}
