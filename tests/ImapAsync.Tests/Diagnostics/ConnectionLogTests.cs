using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace ImapAsync.Tests;

public sealed class ConnectionLogTests
{
    private readonly LogCapture _log = new(LogLevel.Debug);

    private IReadOnlyList<string> Lines => _log.Of("ImapAsync.Connection");

    [Fact]
    public async Task Logs_the_connection_and_its_commands()
    {
        ManualTimeProvider time = new();
        await using ScriptedServer server = await StartAsync(time);
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.ExpectAsync("A1 NOOP\r\n");
        time.Advance(TimeSpan.FromMilliseconds(12.5));
        await server.SendAsync("A1 NO [LIMIT] slowly\r\n");
        await noop;

        Assert.Equal(
            ["Connected to imap.example.org: ready", "A1 NOOP is sent", "A1 NOOP was answered in 12.5 ms: NO [LIMIT] slowly"],
            Lines);
    }

    [Fact]
    public async Task Logs_who_authenticated_how()
    {
        await using ScriptedServer server = await StartAsync();
        Task authentication = server.Connection.AuthenticateAsync(SaslMechanism.Plain("alice", "secret"), TestContext.Current.CancellationToken);
        await server.AnswerAsync("A1 AUTHENTICATE PLAIN AGFsaWNlAHNlY3JldA==\r\n", "{tag} OK [CAPABILITY IMAP4rev1] hi\r\n");
        await authentication;

        Assert.Contains("Authenticated by AUTHENTICATE PLAIN", Lines);
    }

    [Fact]
    public async Task Warns_about_what_the_server_gets_wrong()
    {
        await using ScriptedServer server = await StartAsync();
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A1 NOOP\r\n", "* OK [ALERT] Disk \u001B[31mfull\r\n* VANISHED nonsense\r\nwhat?\r\n+ you?\r\nA9 OK\r\n{tag} OK done\r\n");
        await noop;

        string[] warnings = [.. _log.Entries.Where(static entry => entry.Level == LogLevel.Warning).Select(LogCapture.TextOf)];
        Assert.Equal(
            [
                "The server sent an alert for users: Disk .[31mfull",
                "A line that is not a response was skipped: \"what?\"",
                "The server answered the tag A9, which is not in progress; the answer is ignored",
            ],
            warnings);
        Assert.Contains("The server sent an unsolicited continuation; it is ignored", Lines);
    }

    [Fact]
    public async Task Warns_when_a_connection_is_lost()
    {
        await using ScriptedServer server = await StartAsync();
        await server.SendAsync("* BYE for maintenance\r\n");
        await server.Connection.Core.End.WhenOver();

        FakeLogRecord entry = Assert.Single(_log.Entries, static entry => entry.Level == LogLevel.Warning);
        Assert.Equal("The server closed the connection (BYE: \"for maintenance\").", LogCapture.TextOf(entry));
    }

    [Fact]
    public async Task Does_not_warn_when_a_connection_is_closed()
    {
        await using (ScriptedServer server = await StartAsync())
        {
            ValueTask closing = server.Connection.DisposeAsync();
            await server.AnswerAsync("A1 LOGOUT\r\n", "* BYE\r\n{tag} OK\r\n");
            await closing;
        }

        Assert.Equal("The connection was logged out", Lines[^1]);
        Assert.DoesNotContain(_log.Entries, static entry => entry.Level > LogLevel.Debug);
    }

    [Fact]
    public async Task Limits_what_the_server_says()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync($"* OK {new string('x', 100_000)}\r\n", new ImapConnectionOptions { LoggerFactory = _log });

        Assert.InRange(Lines[0].Length, 200, 300);
    }

    private Task<ScriptedServer> StartAsync(TimeProvider? time = null) =>
        ScriptedServer.StartAsync(options: new ImapConnectionOptions { AllowPlaintext = true, LoggerFactory = _log, TimeProvider = time ?? TimeProvider.System });
}
