namespace ImapAsync.Tests;

/// <summary>However a connection dies, each waiting command ends with one kind of exception, which reports its outcome.</summary>
public sealed class EveryDeathTests
{
    private const string Greeting = "* PREAUTH [CAPABILITY IMAP4rev1] hello\r\n";
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData("BYE", "The server closed the connection", "(BYE: \"Idle for too long\").")]
    [InlineData("end", "The server closed the connection", "")]
    [InlineData("reset", "The connection was lost", ": Connection reset by peer.")]
    [InlineData("silence", "The server was silent for 120 seconds", "")]
    [InlineData("framing", "The connection was closed", ": The server sent a response over the limit ImapLimits.MaxResponseOctets (100000 octets)")]
    [InlineData("dispose", "The connection was disposed of", "")]
    public async Task Every_caller_is_notified(string death, string start, string reason)
    {
        TestTransport transport = new();
        ImapConnectionOptions options = ScriptedServerSteps.Options(_clock) with { Limits = new ImapLimits { MaxResponseOctets = 100_000 } };
        await using ImapConnection connection = await UpgradeTests.ConnectAsync(transport, Greeting, options);
        SelectedMailbox mailbox = connection.BeginSelect(new SelectCommand("INBOX"));
        await transport.ReceiveAsync("A1 SELECT INBOX\r\n".Length);
        await transport.SendAsync("* 3 EXISTS\r\nA1 OK selected\r\n");
        await mailbox.WhenSelected.InTime();

        Task search = mailbox.SearchAsync(SearchQuery.All);
        Task expunge = mailbox.SendAsync(new ExpungeCommand()).AsTask();
        await using IAsyncEnumerator<FetchedMessage> messages = mailbox.StreamAsync(new UidFetchCommand(UidSet.All, FetchItem.Flags)).GetAsyncEnumerator();
        Task fetch = messages.MoveNextAsync().AsTask();
        Task queued = mailbox.SendAsync(new FetchCommand(SequenceSet.Parse("1"), FetchItem.Flags)).AsTask();
        await transport.ReceiveAsync("A2 UID SEARCH ALL\r\nA3 EXPUNGE\r\nA4 UID FETCH 1:* (FLAGS)\r\n".Length);

        await DieAsync(death, transport, connection);

        foreach ((Task command, string name, string outcome) in new[]
        {
            (search, "UID SEARCH was waiting", "unknown; UID SEARCH is safe to repeat."),
            (expunge, "EXPUNGE was waiting", "unknown."),
            (fetch, "UID FETCH (FLAGS) was waiting", "unknown; UID FETCH (FLAGS) is safe to repeat."),
            (queued, "before FETCH (FLAGS) was sent", "not sent."),
            (connection.NoopAsync(), "before NOOP was sent", "not sent."),
        })
        {
            ImapConnectionException lost = await command.FailsAsync<ImapConnectionException>();
            Assert.StartsWith(start, lost.Message, StringComparison.Ordinal);
            Assert.Contains(reason, lost.Message, StringComparison.Ordinal);
            Assert.Contains(name, lost.Message, StringComparison.Ordinal);
            Assert.EndsWith("Outcome: " + outcome, lost.Message, StringComparison.Ordinal);
            Assert.Equal(outcome.StartsWith("unknown", StringComparison.Ordinal) ? CommandOutcome.Unknown : CommandOutcome.NotSent, lost.Outcome);
        }

        Assert.Equal(ImapConnectionState.Logout, connection.State);
        Assert.False(mailbox.IsCurrent);
        Assert.True(transport.IsAborted);
    }

    [Theory]
    [InlineData(0, "A1 APPEND INBOX {5}\r\n", false)]
    [InlineData(1, "first {6}\r\n", false)]
    [InlineData(2, "second\r\n", true)]
    public async Task A_command_that_was_not_completely_sent_was_not_executed(int invitations, string lastSent, bool mayBeDone)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Greeting);
        TestCommand command = new("APPEND INBOX") { Writing = encoder => encoder.Literal(ImapLiteral.From("first")).Literal(ImapLiteral.From("second")) };
        Task append = server.Connection.SendAsync(command).AsTask();
        string received = await server.ReceiveUntilAsync("\r\n");
        for (int i = 0; i < invitations; i++)
        {
            await server.SendAsync("+ go on\r\n");
            received = await server.ReceiveUntilAsync("\r\n");
        }

        Assert.Equal(lastSent, received);
        await server.CloseAsync();
        ImapConnectionException lost = await append.FailsAsync<ImapConnectionException>();
        Assert.Equal(mayBeDone ? CommandOutcome.Unknown : CommandOutcome.NotSent, lost.Outcome);
        Assert.EndsWith(mayBeDone ? "Outcome: unknown." : "Outcome: not sent completely, so the server has not done it.", lost.Message, StringComparison.Ordinal);
    }

    private async Task DieAsync(string death, TestTransport transport, ImapConnection connection)
    {
        switch (death)
        {
            case "BYE":
                await transport.SendAsync("* BYE Idle for too long\r\n");
                break;
            case "end":
                transport.FailReads(null);
                break;
            case "reset":
                transport.FailReads(new IOException("Connection reset by peer."));
                break;
            case "silence":
                for (int i = 0; i < 5; i++)
                    _clock.Advance(TimeSpan.FromSeconds(30));
                break;
            case "framing":
                await transport.SendAsync("* X " + new string('x', 100_001));
                break;
            default:
                await connection.DisposeAsync();
                break;
        }
    }
}
