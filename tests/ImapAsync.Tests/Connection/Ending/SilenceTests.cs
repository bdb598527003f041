using System.Threading.Channels;

namespace ImapAsync.Tests;

/// <summary>A connection is abandoned if the server says nothing while a caller waits, but not if nothing is due.</summary>
public sealed class SilenceTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_server_that_does_not_answer_is_abandoned()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: ScriptedServerSteps.Options(_clock));
        Task noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.ExpectAsync("A1 NOOP\r\n");

        _clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(noop.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(31));

        ImapConnectionException lost = await noop.FailsAsync<ImapConnectionException>();
        Assert.Equal(CommandOutcome.Unknown, lost.Outcome);
        Assert.Contains("The server was silent for 1", lost.Message, StringComparison.Ordinal);
        Assert.Contains("SilenceTimeout", lost.Message, StringComparison.Ordinal);
        Assert.IsType<TimeoutException>(lost.InnerException);
    }

    [Fact]
    public async Task A_connection_that_nobody_waits_on_may_be_silent_for_ever()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: ScriptedServerSteps.Options(_clock));
        _clock.Advance(TimeSpan.FromDays(1));

        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.ExpectAsync("A1 NOOP\r\n");
        _clock.Advance(TimeSpan.FromSeconds(100));
        await server.SendAsync("A1 OK still here\r\n");
        Assert.Equal("still here", (await noop.InTime()).Text);
    }

    [Fact]
    public async Task An_answer_that_moves_keeps_the_connection_alive()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: ScriptedServerSteps.Options(_clock));
        Channel<string> taken = Channel.CreateUnbounded<string>();
        TestCommand command = new("SEARCH ALL") { Takes = taken.Writer.TryWrite };
        Task<ImapResult<IReadOnlyList<string>>> search = server.Connection.SendAsync(command).AsTask();
        await server.ExpectAsync("A1 SEARCH ALL\r\n");
        for (int i = 0; i < 5; i++)
        {
            await server.SendAsync($"* SEARCH {i}\r\n");
            Assert.Equal($"SEARCH {i}", await taken.Reader.ReadAsync().InTime());
            _clock.Advance(TimeSpan.FromSeconds(100));
        }

        await server.SendAsync("A1 OK done\r\n");
        Assert.Equal(5, (await search.InTime()).Value.Count);
    }

    [Fact]
    public async Task A_server_that_is_dead_while_idling_is_detected_by_the_next_command()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: ScriptedServerSteps.Options(_clock));
        SelectedMailbox mailbox = await server.SelectAsync();
        await using TestListener listener = await server.IdleAsync(mailbox, _clock);
        _clock.Advance(TimeSpan.FromMinutes(20));

        Task noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.ExpectAsync("DONE\r\nA3 NOOP\r\n");
        _clock.Advance(TimeSpan.FromSeconds(100));
        Assert.False(noop.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(1));

        await noop.FailsAsync<ImapConnectionException>();
        await listener.Pending.FailsAsync<ImapConnectionException>();
    }

    [Fact]
    public async Task A_server_that_is_dead_while_idling_is_detected_when_idling_restarts()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: ScriptedServerSteps.Options(_clock));
        SelectedMailbox mailbox = await server.SelectAsync();
        await using TestListener listener = await server.IdleAsync(mailbox, _clock);

        _clock.Advance(TimeSpan.FromMinutes(28));
        await server.ExpectAsync("DONE\r\n");
        Assert.False(listener.Pending.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(3));

        await listener.Pending.FailsAsync<ImapConnectionException>();
    }

    [Fact]
    public async Task A_server_that_never_lets_the_client_idle_is_abandoned()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: ScriptedServerSteps.Options(_clock));
        SelectedMailbox mailbox = await server.SelectAsync();
        await using TestListener listener = new(mailbox);
        await server.ExpectAsync("A2 IDLE\r\n");

        _clock.Advance(TimeSpan.FromMinutes(3));
        await listener.Pending.FailsAsync<ImapConnectionException>();
    }

    [Fact]
    public async Task Asking_again_and_again_does_not_keep_a_dead_server_alive()
    {
        ImapConnectionOptions options = ScriptedServerSteps.Options(_clock) with { PollInterval = TimeSpan.FromSeconds(60), SilenceTimeout = TimeSpan.FromSeconds(120) };
        await using ScriptedServer server = await ScriptedServer.StartAsync("* OK [CAPABILITY IMAP4rev1] no idle\r\n", options);
        SelectedMailbox mailbox = await server.SelectAsync();
        await using TestListener listener = new(mailbox);

        for (int i = 0; i < 6 && !listener.Pending.IsCompleted; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(60));
            await server.Connection.Core.WhenQuietAsync();
        }

        await listener.Pending.FailsAsync<ImapConnectionException>();
    }

    [Fact]
    public async Task A_slow_source_of_a_literal_is_not_the_servers_silence()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: ScriptedServerSteps.Options(_clock));
        System.IO.Pipelines.Pipe source = new();
        TestCommand append = new("APPEND INBOX") { Writing = encoder => encoder.Literal(ImapLiteral.From(source.Reader, 10)) };
        Task<ImapResult<IReadOnlyList<string>>> appended = server.Connection.SendAsync(append).AsTask();
        await server.ExpectAsync("A1 APPEND INBOX {10+}\r\n");

        _clock.Advance(TimeSpan.FromMinutes(5));
        await source.Writer.WriteAsync("0123456789"u8.ToArray());
        await server.ExpectAsync("0123456789\r\n");
        _clock.Advance(TimeSpan.FromSeconds(100));
        await server.SendAsync("A1 OK done\r\n");
        Assert.True((await appended.InTime()).IsOk);
    }
}
