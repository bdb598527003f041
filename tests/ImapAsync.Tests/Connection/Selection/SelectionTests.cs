using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

public sealed class SelectionTests
{
    private static readonly TestCommand FetchByNumber =
        new("FETCH 1 FLAGS", CommandTraits.UsesSequenceNumbers | CommandTraits.ForbidsExpunge | CommandTraits.NeedsSelection);

    [Fact]
    public async Task No_command_follows_a_SELECT_that_was_refused()
    {
        // The moment between the answer and its effects: the ALERT is logged then.
        ScriptedServer? server = null;
        SelectedMailbox? mailbox = null;
        Task? fetch = null;
        LogCapture log = new(text => fetch ??= text.Contains("no such", StringComparison.Ordinal) ? mailbox!.SendAsync(FetchByNumber).AsTask() : null);
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
        await server.Connection.Core.End.WhenOver().InTime();

        SelectedMailbox mailbox = server.Connection.BeginSelect(new SelectCommand("INBOX"));
        ImapConnectionException lost = await mailbox.WhenSelected.FailsAsync<ImapConnectionException>();
        Assert.Equal(CommandOutcome.NotSent, lost.Outcome);
    }

    [Fact]
    public async Task Secrets_are_not_sent_in_the_clear_through_a_mailbox_either()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: new ImapConnectionOptions());
        SelectedMailbox mailbox = await server.SelectAsync();

        Assert.Throws<InvalidOperationException>(() => { _ = mailbox.SendAsync(new LoginCommand("user", "secret")).AsTask(); });
        Assert.Equal("", await server.ReceiveAllAsync());
    }

    // RFC 9051 §6.3.2: a SELECT that fails leaves no mailbox selected. One that the server cannot read (BAD) may not count as a SELECT at all.
    [Fact]
    public async Task Nothing_is_sent_after_a_SELECT_while_the_previous_mailbox_may_still_be_selected()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        await server.SelectAsync();
        SelectedMailbox other = server.Connection.BeginSelect(new SelectCommand("Other"));
        Task expunge = other.SendAsync(new ExpungeCommand()).AsTask();
        Assert.Equal("A2 SELECT Other\r\n", await server.ReceiveAllAsync());

        await server.SendAsync("A2 BAD what\r\n");
        await other.WhenSelected.FailsAsync<ImapCommandException>();
        await expunge.FailsAsync<ImapSelectionException>();
        Assert.Equal("", await server.ReceiveAllAsync());

        // As far as the client knows, it may still be selected.
        SelectedMailbox third = server.Connection.BeginSelect(new SelectCommand("Third"));
        Task<ImapResult<ExpungeResult>> second = third.SendAsync(new ExpungeCommand()).AsTask();
        Assert.Equal("A4 SELECT Third\r\n", await server.ReceiveAllAsync());
        await server.SendAsync("A4 OK selected\r\n");
        await server.AnswerAsync("A5 EXPUNGE\r\n", "{tag} OK done\r\n");
        Assert.True((await second.InTime()).IsOk);
    }

    [Fact]
    public async Task A_SELECT_that_is_sent_like_any_other_command_selects_too()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* PREAUTH [CAPABILITY IMAP4rev1] hello\r\n");
        Task<ImapResult<SelectResult>> selected = server.Connection.SendAsync(new SelectCommand("INBOX")).AsTask();
        await server.AnswerAsync("A1 SELECT INBOX\r\n", "* 5 EXISTS\r\n{tag} OK selected\r\n");
        Assert.Equal(5, (await selected.InTime()).Value.Exists);
        Assert.Equal(ImapConnectionState.Selected, server.Connection.State);

        Task<ImapResult<SelectResult>> refused = server.Connection.SendAsync(new ExamineCommand("Other")).AsTask();
        await server.AnswerAsync("A2 EXAMINE Other\r\n", "{tag} NO no such mailbox\r\n");
        Assert.Equal(ImapStatus.No, (await refused.InTime()).Status);
        Assert.Equal(ImapConnectionState.Authenticated, server.Connection.State);
    }

    [Theory]
    [InlineData("typed")]
    [InlineData("raw")]
    public async Task Nothing_is_sent_after_a_SELECT_while_a_mailbox_that_nobody_holds_may_still_be_selected(string first)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* PREAUTH [CAPABILITY IMAP4rev1] hello\r\n");
        Task selecting = first == "raw" ? server.Connection.SendRawAsync("SELECT", ["INBOX"]) : server.Connection.SendAsync(new SelectCommand("INBOX")).AsTask();
        await server.AnswerAsync("A1 SELECT INBOX\r\n", "{tag} OK selected\r\n");
        await selecting.InTime();

        SelectedMailbox other = server.Connection.BeginSelect(new SelectCommand("Other"));
        Task expunge = other.SendAsync(new ExpungeCommand()).AsTask();
        Assert.Equal("A2 SELECT Other\r\n", await server.ReceiveAllAsync());
        await server.SendAsync("A2 BAD what\r\n");
        await expunge.FailsAsync<ImapSelectionException>();
        Assert.Equal("", await server.ReceiveAllAsync());
    }

    [Theory]
    [InlineData("NO no such mailbox")]
    [InlineData("OK closed")]
    public async Task Once_no_mailbox_is_selected_commands_are_sent_with_the_SELECT_again(string answer)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task ended = answer.StartsWith("OK", StringComparison.Ordinal)
            ? inbox.SendAsync(new UnselectCommand()).AsTask()
            : server.Connection.SelectAsync("Other");
        await server.ReceiveLineAsync();
        await server.SendAsync($"A2 {answer}\r\n");
        await ended.WaitAsync(TimeSpan.FromSeconds(20)).ContinueWith(static task => task.Exception, TaskScheduler.Default);

        SelectedMailbox third = server.Connection.BeginSelect(new SelectCommand("Third"));
        _ = third.SendAsync(new ExpungeCommand()).AsTask().ContinueWith(static task => task.Exception, TaskScheduler.Default);
        Assert.Equal("A3 SELECT Third\r\nA4 EXPUNGE\r\n", await server.ReceiveAllAsync());
    }
}
