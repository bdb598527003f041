namespace ImapAsync.Tests;

/// <summary>The silence timeout is exact, whenever the wait began, and whatever the server owes.</summary>
public sealed class SilenceTimeTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly ManualTimeProvider _clock = new();

    private ImapConnectionOptions Options => ScriptedServerSteps.Options(_clock) with { SilenceTimeout = Limit };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(999)]
    [InlineData(1001)]
    [InlineData(3999)]
    [InlineData(4001)]
    [InlineData(123_457)]
    public async Task It_counts_from_when_the_wait_began(int idleMilliseconds)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: Options);
        _clock.Advance(TimeSpan.FromMilliseconds(idleMilliseconds));
        Task noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.ExpectAsync("A1 NOOP\r\n");
        await EndsAfterTheLimitAsync(server, noop);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2500)]
    [InlineData(3999)]
    public async Task It_counts_from_the_servers_last_octet(int milliseconds)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: Options);
        for (int i = 1; i < 5; i++)
        {
            Task answered = server.Connection.SendAsync(new NoopCommand()).AsTask();
            await server.ExpectAsync($"A{i} NOOP\r\n");
            _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
            await server.SendAsync($"A{i} OK done\r\n");
            await answered.InTime();
            _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        }

        Task noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.ExpectAsync("A5 NOOP\r\n");
        await EndsAfterTheLimitAsync(server, noop);
    }

    [Fact]
    public async Task Commands_that_follow_do_not_extend_it()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: Options);
        Task first = server.Connection.SendAsync(new NoopCommand()).AsTask();
        for (int i = 0; i < 3; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            _ = server.Connection.SendAsync(new NoopCommand()).AsTask();
            await server.Connection.Core.WhenQuietAsync();
        }

        _clock.Advance(TimeSpan.FromSeconds(1) - Moment);
        Assert.False(first.IsCompleted);
        _clock.Advance(Moment);
        await first.FailsAsync<ImapConnectionException>();
    }

    [Theory]
    [InlineData("APPEND")]
    [InlineData("two commands")]
    [InlineData("FETCH")]
    [InlineData("stream")]
    [InlineData("IDLE")]
    [InlineData("DONE")]
    [InlineData("command after IDLE")]
    [InlineData("restarted IDLE")]
    public async Task It_is_the_same_for_whatever_is_owed(string what)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* PREAUTH [CAPABILITY IMAP4rev1 IDLE SASL-IR] ready\r\n", Options with { IdleRestart = TimeSpan.FromSeconds(10) });
        _clock.Advance(TimeSpan.FromMilliseconds(777));
        SelectedMailbox inbox = await server.SelectAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(777));
        await EndsAfterTheLimitAsync(server, await OweAsync(server, inbox, what));
    }

    [Fact]
    public async Task Nobody_is_woken_for_a_connection_that_waits_for_nothing()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: Options);
        Task noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A1 NOOP\r\n", "{tag} OK done\r\n");
        await noop.InTime();
        _clock.Advance(Limit);

        Assert.Equal(0, _clock.ArmedTimers);
    }

    private async Task<Task> OweAsync(ScriptedServer server, SelectedMailbox inbox, string what)
    {
        Task task;
        switch (what)
        {
            case "APPEND":
                task = server.Connection.AppendAsync("INBOX", new byte[10]);
                await server.ExpectAsync("A2 APPEND INBOX {10}\r\n");
                return task;
            case "two commands":
                _ = server.Connection.SendAsync(new NoopCommand()).AsTask();
                task = server.Connection.SendAsync(new NoopCommand()).AsTask();
                await server.ExpectAsync("A2 NOOP\r\nA3 NOOP\r\n");
                return task;
            case "FETCH":
                task = inbox.SendAsync(new UidFetchCommand(new Uid(1), FetchItem.Flags)).AsTask();
                await server.ExpectAsync("A2 UID FETCH 1 (FLAGS)\r\n");
                return task;
            case "stream":
                task = inbox.StreamAsync(new UidFetchCommand(UidSet.All, FetchItem.Body())).CountAsync().AsTask();
                await server.ExpectAsync("A2 UID FETCH 1:* (UID BODY.PEEK[])\r\n");
                return task;
        }

        TestListener listener = new(inbox);
        await server.ExpectAsync("A2 IDLE\r\n");
        if (what == "IDLE")
            return listener.Pending;
        int timers = _clock.ArmedTimers;
        await server.SendAsync("+ idling\r\n");
        await _clock.WhenTimersArmedAsync(timers + 1).InTime();
        switch (what)
        {
            case "DONE":
                _clock.Advance(TimeSpan.FromSeconds(10));
                await server.ExpectAsync("DONE\r\n");
                return listener.Pending;
            case "restarted IDLE":
                _clock.Advance(TimeSpan.FromSeconds(10));
                await server.ExpectAsync("DONE\r\n");
                await server.SendAsync("A2 OK done\r\n");
                await server.ExpectAsync("A3 IDLE\r\n");
                return listener.Pending;
            default:
                _clock.Advance(TimeSpan.FromSeconds(9));
                task = server.Connection.SendAsync(new NoopCommand()).AsTask();
                await server.ExpectAsync("DONE\r\nA3 NOOP\r\n");
                return task;
        }
    }

    // Within a twentieth after the time.
    private async Task EndsAfterTheLimitAsync(ScriptedServer server, Task waiting)
    {
        await server.Connection.Core.WhenQuietAsync();
        _clock.Advance(Limit - Moment);
        Assert.False(waiting.IsCompleted);
        Assert.Null(server.Connection.Core.End.Fault);
        _clock.Advance(Moment);
        Assert.NotNull(server.Connection.Core.End.Fault);
        await waiting.FailsAsync<ImapConnectionException>();
    }
}
