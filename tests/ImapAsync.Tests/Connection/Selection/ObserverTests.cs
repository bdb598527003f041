namespace ImapAsync.Tests;

/// <summary>An observer of a mailbox sees all that is reported about it, in wire order, whichever command requested it.</summary>
public sealed class ObserverTests
{
    private readonly RecordingObserver _observer = new();

    [Fact]
    public async Task The_answer_to_SELECT_is_observed_from_its_first_line_on()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        QResyncParameters known = new(new UidValidity(7), new ModSequence(90));
        Task<SelectedMailbox> selecting = SelectAsync(server, new SelectCommand("INBOX") { QResync = known });
        await server.AnswerAsync(
            "A1 SELECT INBOX (QRESYNC (7 90))\r\n",
            "* 3 EXISTS\r\n* 1 RECENT\r\n* FLAGS (\\Seen)\r\n* OK [UIDVALIDITY 7] valid\r\n* OK [UIDNEXT 30] next\r\n"
            + "* OK [HIGHESTMODSEQ 99] highest\r\n* VANISHED (EARLIER) 4:6\r\n"
            + "* 2 FETCH (UID 17 FLAGS (\\Seen) MODSEQ (99))\r\n{tag} OK [READ-WRITE] selected\r\n");
        await selecting.InTime();

        Assert.Equal(
            [
                "Exists 3", "Recent 1", "Flags (\\Seen)", "UidValidity 7", "UidNext 30", "HighestModSequence 99",
                "VanishedEarlier 4:6 answer", "Fetched 2 UID 17 (\\Seen) MODSEQ 99 answer", "Opened",
            ],
            _observer.Facts);
    }

    [Fact]
    public async Task What_commands_take_is_observed()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await ObserveAsync(server);
        Task<StoreResult<UidSet>> storing = inbox.StoreAsync(new Uid(17), FlagOperation.Add, Flag.Seen);
        await server.AnswerAsync(
            "A2 UID STORE 17 +FLAGS (\\Seen)\r\n",
            "* 2 FETCH (UID 17 FLAGS (\\Seen))\r\n* 3 FETCH (FLAGS ($News))\r\n{tag} OK done\r\n");
        await storing.InTime();
        Task expunging = inbox.SendAsync(new ExpungeCommand()).AsTask();
        await server.AnswerAsync(
            "A3 EXPUNGE\r\n",
            "* 1 EXPUNGE\r\n* OK [HIGHESTMODSEQ 12] so far\r\n* 9 EXISTS\r\n{tag} OK [HIGHESTMODSEQ 14] done\r\n");
        await expunging.InTime();

        Assert.Equal(
            [
                "Fetched 2 UID 17 (\\Seen) answer", "Fetched 3 ($News)", "Expunged 1 answer", "HighestModSequence 12",
                "Exists 9", "HighestModSequence 14",
            ],
            _observer.Facts);
    }

    [Theory]
    [InlineData("* 2 FETCH (UID 17 FLAGS (\\Seen) BODY[] {3}\r\nabc)\r\n")]
    [InlineData("* 2 FETCH (UID 17 BODY[] {3}\r\nabc FLAGS (\\Seen))\r\n")]
    [InlineData("* 2 FETCH (BODY[] {3}\r\nabc FLAGS (\\Seen) UID 17)\r\n")]
    [InlineData("* 2 FETCH (UID 17 BODY[] {3}\r\nabc FLAGS (\\Seen) BODY[1] {1}\r\nx)\r\n")]
    [InlineData("* 2 FETCH (BODY[] {3}\r\nabc UID 17 BODY[1] {1}\r\nx FLAGS (\\Seen))\r\n")]
    public async Task What_stands_beside_a_body_is_observed(string answer)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await ObserveAsync(server);
        foreach (bool isStreamed in (bool[])[true, false])
        {
            FetchCommand command = new(SequenceSet.Parse("2"), FetchItem.BodyMarkingSeen());
            Task fetching = isStreamed ? ReadAsync(inbox.StreamAsync(command)) : inbox.SendAsync(command).AsTask();
            string line = await server.ReceiveLineAsync();
            await server.SendAsync($"{answer}{line[..2]} OK done\r\n");
            await fetching.InTime();
        }

        Assert.Equal(["Fetched 2 UID 17 (\\Seen) answer", "Fetched 2 UID 17 (\\Seen) answer"], _observer.Facts);
    }

    [Theory]
    [InlineData("NO no such mailbox", "ImapCommandException")]
    [InlineData("BAD what", "ImapCommandException")]
    public async Task A_SELECT_that_is_refused_is_the_end(string answer, string end)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<SelectedMailbox> selecting = SelectAsync(server, new SelectCommand("INBOX"));
        await server.AnswerAsync("A1 SELECT INBOX\r\n", $"{{tag}} {answer}\r\n");
        await selecting.FailsAsync<ImapCommandException>();
        Assert.Equal([$"ended: {end}"], _observer.Facts);
    }

    [Fact]
    public async Task A_SELECT_that_is_not_sent_is_the_end()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectCommand command = new("INBOX");
        MailboxSelection selection = new(command);
        selection.Observers.Add(_observer);
        CancellationToken cancelled = new(canceled: true);
        await server.Connection.SelectAsync(command, selection, cancelled).FailsAsync<OperationCanceledException>();
        Assert.Equal(["ended: OperationCanceledException"], _observer.Facts);
    }

    [Fact]
    public async Task Leaving_the_mailbox_is_the_end()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await ObserveAsync(server);
        Task closing = inbox.UnselectAsync();
        await server.AnswerAsync("A2 UNSELECT\r\n", "* 9 EXISTS\r\n{tag} OK [HIGHESTMODSEQ 14] left\r\n");
        await closing.InTime();
        Assert.Equal(["ended: ImapSelectionException"], _observer.Facts);
    }

    [Fact]
    public async Task A_lost_connection_is_the_end()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        await ObserveAsync(server);
        await server.SendAsync("* 4 EXISTS\r\n* BYE gone\r\n");
        await server.CloseAsync();
        await server.Connection.Core.End.WhenOver().InTime();
        Assert.Equal(["Exists 4", "ended: ImapConnectionException"], _observer.Facts);
    }

    [Fact]
    public async Task Observing_does_not_idle()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        await ObserveAsync(server);
        Task noop = server.Connection.NoopAsync();
        await server.AnswerAsync("A2 NOOP\r\n", "{tag} OK done\r\n");
        await noop.InTime();
        Assert.Equal("", await server.ReceiveAllAsync());
    }

    // What a mailbox has to do with TLS: after a PREAUTH greeting one may already be selected.
    [Fact]
    public async Task STARTTLS_leaves_the_mailbox()
    {
        TestTransport transport = new();
        await using ImapConnection connection = await UpgradeTests.ConnectAsync(
            transport, "* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] hello\r\n");
        Task<SelectedMailbox> selecting = connection.SelectAsync("INBOX");
        Assert.Equal("A1 SELECT INBOX\r\n", await transport.ReceiveAsync(17));
        await transport.SendAsync("* 3 EXISTS\r\nA1 OK selected\r\n");
        SelectedMailbox inbox = await selecting.InTime();
        Task starting = connection.SendAsync(new StartTlsCommand()).AsTask();
        Assert.Equal("A2 STARTTLS\r\n", await transport.ReceiveAsync(13));
        await transport.SendAsync("A2 OK begin\r\n");
        await transport.UpgradeBegun.Task.InTime();
        transport.UpgradeAllowed.SetResult();
        await starting.InTime();

        Assert.False(inbox.IsCurrent);
        Assert.Equal(ImapConnectionState.NotAuthenticated, connection.State);
    }

    private static async Task ReadAsync(ImapItems<FetchedMessage> messages)
    {
        await foreach (FetchedMessage message in messages)
        {
            foreach (MessageBody body in message.Sections)
                await body.ReadAllAsync();
        }
    }

    private async Task<SelectedMailbox> ObserveAsync(ScriptedServer server)
    {
        SelectedMailbox inbox = await server.SelectAsync();
        server.Connection.Core.Session.Selections.Current!.Observers.Add(_observer);
        return inbox;
    }

    private Task<SelectedMailbox> SelectAsync(ScriptedServer server, SelectCommand command)
    {
        MailboxSelection selection = new(command);
        selection.Observers.Add(_observer);
        return server.Connection.SelectAsync(command, selection, CancellationToken.None);
    }
}
