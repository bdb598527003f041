using NSubstitute;

namespace ImapAsync.Tests;

public sealed class IdleTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_command_is_sent_with_the_DONE_and_idling_resumes()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        await using TestListener listener = await server.IdleAsync(mailbox);

        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.ExpectAsync("DONE\r\nA3 NOOP\r\n");
        await server.SendAsync("A2 OK idled\r\nA3 OK done\r\n");
        Assert.True((await noop.InTime()).IsOk);
        await server.ExpectAsync("A4 IDLE\r\n");
        await server.SendAsync("+ idling\r\n* 4 EXISTS\r\n");
        Assert.Equal(new MailboxEvent.Exists(4), await listener.NextAsync());
    }

    [Fact]
    public async Task Updates_are_kept_from_the_call_on()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        IAsyncEnumerable<MailboxEvent> news = mailbox.IdleAsync();
        Task noop = server.Connection.NoopAsync();
        await server.AnswerAsync("A2 NOOP\r\n", "* 4 EXISTS\r\n* 2 FETCH (UID 17 FLAGS (\\Seen))\r\n{tag} OK\r\n");
        await noop.InTime();

        await using IAsyncEnumerator<MailboxEvent> events = news.GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync().InTime());
        Assert.Equal(new MailboxEvent.Exists(4), events.Current);
        Assert.True(await events.MoveNextAsync().InTime());
        Assert.IsType<MailboxEvent.Fetched>(events.Current);

        // Again: from then on.
        await using IAsyncEnumerator<MailboxEvent> again = news.GetAsyncEnumerator();
        ValueTask<bool> waiting = again.MoveNextAsync();
        await server.ExpectAsync("A3 IDLE\r\n");
        await server.SendAsync("+ idling\r\n* 5 EXISTS\r\n");
        Assert.True(await waiting.InTime());
        Assert.Equal(new MailboxEvent.Exists(5), again.Current);
    }

    [Fact]
    public async Task Updates_that_are_unread_when_the_connection_ends_are_yielded_before_its_end()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        IAsyncEnumerable<MailboxEvent> news = mailbox.IdleAsync();
        await server.SendAsync("* 4 EXISTS\r\n* BYE gone\r\n");
        await server.Connection.Core.End.WhenOver().InTime();

        await using IAsyncEnumerator<MailboxEvent> events = news.GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync().InTime());
        Assert.Equal(new MailboxEvent.Exists(4), events.Current);
        await Assert.ThrowsAsync<ImapConnectionException>(() => events.MoveNextAsync().AsTask());
    }

    // RFC 2177 §3: servers log out clients that idle for 30 minutes.
    [Theory]
    [InlineData(null, 28)]
    [InlineData(9, 9)]
    public async Task Idling_is_restarted_in_time(int? minutes, int expected)
    {
        ImapConnectionOptions options = ScriptedServerSteps.Options(_clock);
        if (minutes is { } shorter)
            options = options with { IdleRestart = TimeSpan.FromMinutes(shorter) };
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: options);
        SelectedMailbox mailbox = await server.SelectAsync();
        await using TestListener listener = await server.IdleAsync(mailbox, _clock);
        for (int tag = 2; tag < 5; tag++)
        {
            _clock.Advance(TimeSpan.FromMinutes(expected) - TimeSpan.FromSeconds(1));
            Assert.Equal("", await server.ReceiveAllAsync());
            _clock.Advance(TimeSpan.FromSeconds(1));
            await server.ExpectAsync("DONE\r\n");
            await server.SendAsync($"* {tag + 10} EXISTS\r\nA{tag} OK idled\r\n");
            await server.ExpectAsync($"A{tag + 1} IDLE\r\n");
            int timers = _clock.ArmedTimers;
            await server.SendAsync("+ idling\r\n");
            await _clock.WhenTimersArmedAsync(timers + 1).InTime();
            Assert.Equal(new MailboxEvent.Exists(tag + 10), await listener.NextAsync());
        }
    }

    [Fact]
    public async Task A_change_of_flags_is_reported_with_what_changed()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        await using TestListener listener = await server.IdleAsync(mailbox);
        await server.SendAsync("* 2 FETCH (UID 17 FLAGS (\\Seen $Junk))\r\n");
        FetchedMessage message = Assert.IsType<MailboxEvent.Fetched>(await listener.NextAsync()).Message;
        Assert.Equal(new SequenceNumber(2), message.SequenceNumber);
        Assert.Equal(new Uid(17), message.Uid);
        Assert.Equal<FlagSet>([Flag.Seen, Flag.Junk], message.Flags);
    }

    // What was reported before there was a listener is not kept.
    [Fact]
    public async Task An_expunge_has_the_UID_that_was_reported_since_listening_began()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Task before = mailbox.SendAsync(new FetchCommand(SequenceSet.Parse("1"), FetchItem.Uid)).AsTask();
        await server.AnswerAsync("A2 FETCH 1 (UID)\r\n", "* 1 FETCH (UID 16)\r\n{tag} OK done\r\n");
        await before.InTime();
        await using IAsyncEnumerator<MailboxEvent> events = mailbox.IdleAsync().GetAsyncEnumerator();
        Task fetching = mailbox.SendAsync(new FetchCommand(SequenceSet.Parse("2"), FetchItem.Uid)).AsTask();
        await server.AnswerAsync("A3 FETCH 2 (UID)\r\n", "* 2 FETCH (UID 17)\r\n{tag} OK done\r\n");
        await fetching.InTime();
        await server.SendAsync("* 3 FETCH (FLAGS (\\Seen) UID 18)\r\n* 1 EXPUNGE\r\n* 1 EXPUNGE\r\n* 1 EXPUNGE\r\n");

        Assert.True(await events.MoveNextAsync().InTime());
        Assert.IsType<MailboxEvent.Fetched>(events.Current);
        foreach (Uid? uid in (Uid?[])[null, new Uid(17), new Uid(18)])
        {
            Assert.True(await events.MoveNextAsync().InTime());
            Assert.Equal(new MailboxEvent.Expunged(new SequenceNumber(1)) { Uid = uid }, events.Current);
        }
    }

    // It is no longer known which number a message has.
    [Theory]
    [InlineData("x EXPUNGE")]
    [InlineData("VANISHED 9")]
    public async Task An_expunge_has_no_UID_after_one_without_a_number(string line)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        await using IAsyncEnumerator<MailboxEvent> events = mailbox.IdleAsync().GetAsyncEnumerator();
        await server.SendAsync($"* 2 FETCH (UID 17)\r\n* {line}\r\n* 2 EXPUNGE\r\n");
        for (int i = 0; i < 3; i++)
            Assert.True(await events.MoveNextAsync().InTime());
        Assert.Equal(new MailboxEvent.Expunged(new SequenceNumber(2)), events.Current);
    }

    [Fact]
    public async Task An_extra_continuation_does_not_end_idling()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        await using TestListener listener = await server.IdleAsync(mailbox);
        await server.SendAsync("+ still idling\r\n* 4 EXISTS\r\n");
        Assert.Equal(new MailboxEvent.Exists(4), await listener.NextAsync());
        await server.SendAsync("+ and still\r\n* 5 EXISTS\r\n");
        Assert.Equal(new MailboxEvent.Exists(5), await listener.NextAsync());

        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.ExpectAsync("DONE\r\nA3 NOOP\r\n");
        await server.SendAsync("A2 OK idled\r\nA3 OK done\r\n");
        Assert.True((await noop.InTime()).IsOk);
    }

    // Mistaken for the consent to a literal, it would cause octets to be sent that the server may still refuse, and then read as commands.
    [Fact]
    public async Task A_continuation_that_crosses_the_DONE_does_not_belong_to_the_next_command()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n");
        SelectedMailbox mailbox = await server.SelectAsync();
        await using TestListener listener = await server.IdleAsync(mailbox);
        Task<AppendResult> append = server.Connection.AppendAsync("INBOX", "hello"u8.ToArray());
        await server.ExpectAsync("DONE\r\nA3 APPEND INBOX {5}\r\n");
        await server.SendAsync("+ still idling\r\n* 4 EXISTS\r\n");
        Assert.Equal(new MailboxEvent.Exists(4), await listener.NextAsync());
        Assert.Equal("", await server.ReceiveAllAsync());

        await server.SendAsync("A2 OK idled\r\n+ go on\r\n");
        await server.ExpectAsync("hello\r\n");
        await server.SendAsync("A3 OK done\r\n");
        await append.InTime();
    }

    [Fact]
    public async Task An_IDLE_that_is_answered_at_once_is_restarted()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        await using TestListener listener = new(mailbox);
        await server.ExpectAsync("A2 IDLE\r\n");
        await server.SendAsync("+ idling\r\nA2 OK that was it\r\n");
        await server.ExpectAsync("A3 IDLE\r\n");
        await server.SendAsync("+ idling\r\n* 4 EXISTS\r\n");
        Assert.Equal(new MailboxEvent.Exists(4), await listener.NextAsync());
    }

    // The moment between the answer and its effects: the polling timer is set then.
    [Theory]
    [InlineData("OK that was it", 3)]
    [InlineData("NO not you", 1)]
    [InlineData("BAD what?", 1)]
    public async Task No_DONE_follows_an_IDLE_that_has_been_answered(string answer, int times)
    {
        ScriptedServer? server = null;
        TaskCompletionSource<PendingCommand?> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ITimer timer = Substitute.For<ITimer>();
        ImapConnectionOptions options = ScriptedServerSteps.Options(Substitute.For<TimeProvider>());
        options.TimeProvider.TimestampFrequency.Returns(TimeSpan.TicksPerSecond);
        options.TimeProvider.CreateTimer(default!, default, default, default).ReturnsForAnyArgs(timer);
        timer.When(timer => timer.Change(options.PollInterval, Timeout.InfiniteTimeSpan))
            .Do(_ => ended.TrySetResult(server!.Connection.Core.Idle.TakeToEnd()));
        await using (server = await ScriptedServer.StartAsync(options: options))
        {
            SelectedMailbox mailbox = await server.SelectAsync();
            await using TestListener listener = new(mailbox);
            for (int tag = 2; tag < 2 + times; tag++)
            {
                await server.ExpectAsync($"A{tag} IDLE\r\n");
                await server.SendAsync($"+ idling\r\nA{tag} {answer}\r\n");
            }

            Assert.Null(await ended.Task.InTime());
        }
    }

    [Fact]
    public async Task A_server_that_ends_each_IDLE_at_once_is_polled_instead()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: ScriptedServerSteps.Options(_clock));
        SelectedMailbox mailbox = await server.SelectAsync();
        await using TestListener listener = new(mailbox);
        for (int tag = 2; tag < 5; tag++)
        {
            await server.ExpectAsync($"A{tag} IDLE\r\n");
            await server.SendAsync($"+ idling\r\nA{tag} OK that was it\r\n");
        }

        await server.SendAsync("* 4 EXISTS\r\n");
        Assert.Equal(new MailboxEvent.Exists(4), await listener.NextAsync());
        Assert.Equal("", await server.ReceiveAllAsync());
        _clock.Advance(TimeSpan.FromMinutes(1));
        await server.ExpectAsync("A5 NOOP\r\n");
        await server.SendAsync("* 5 EXISTS\r\nA5 OK done\r\n");
        Assert.Equal(new MailboxEvent.Exists(5), await listener.NextAsync());
    }

    [Fact]
    public async Task A_listener_is_notified_when_another_mailbox_is_selected()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        await using TestListener listener = await server.IdleAsync(mailbox);

        Task<SelectedMailbox> selecting = server.Connection.SelectAsync(new SelectCommand("Other"));
        await server.ExpectAsync("DONE\r\n");
        await server.SendAsync("A2 OK idled\r\n");
        await server.AnswerAsync("A3 SELECT Other\r\n", "* 7 EXISTS\r\n{tag} OK selected\r\n");
        await selecting.InTime();

        ImapSelectionException ended = await listener.Pending.FailsAsync<ImapSelectionException>();
        Assert.Equal("INBOX", ended.Mailbox.Value);
    }

    [Fact]
    public async Task Listening_on_a_lost_connection_reports_that_it_is_lost()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        await server.CloseAsync();
        await server.Connection.Core.End.WhenOver().InTime();

        await using TestListener listener = new(mailbox);
        await listener.Pending.FailsAsync<ImapConnectionException>();
    }

    [Fact]
    public async Task A_command_that_comes_just_when_idling_begins_is_not_overlooked()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        await using TestListener listener = new(mailbox);
        Task answering = AnswerAllAsync(server, commands: 2000);
        for (int i = 0; i < 2000; i++)
            Assert.True((await server.Connection.SendAsync(new NoopCommand()).InTime()).IsOk);
        await answering.InTime();
    }

    // Answers everything, until that many NOOPs have arrived.
    private static async Task AnswerAllAsync(ScriptedServer server, int commands)
    {
        string idling = "";
        while (commands > 0)
        {
            string line = await server.ReceiveLineAsync();
            string tag = line[..Math.Max(0, line.IndexOf(' ', StringComparison.Ordinal))];
            if (line == "DONE")
            {
                await server.SendAsync($"{idling} OK idled\r\n");
            }
            else if (line.EndsWith("IDLE", StringComparison.Ordinal))
            {
                idling = tag;
                await server.SendAsync("+ idling\r\n");
            }
            else
            {
                commands--;
                await server.SendAsync($"{tag} OK done\r\n");
            }
        }
    }
}
