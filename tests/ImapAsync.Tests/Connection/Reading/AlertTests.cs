using System.Collections.Concurrent;

namespace ImapAsync.Tests;

/// <summary>The text of an ALERT is for the user (RFC 9051 §7.1), whichever response has it.</summary>
public sealed class AlertTests
{
    private readonly ConcurrentQueue<string> _shown = new();

    private ImapConnectionOptions Options => ScriptedServerSteps.Options() with { AlertCallback = _shown.Enqueue };

    [Theory]
    [InlineData("A1 OK [ALERT] Disk full\r\n")]
    [InlineData("A1 NO [ALERT] Disk full\r\n")]
    [InlineData("A1 BAD [alert] Disk full\r\n")]
    [InlineData("* OK [ALERT] Disk full\r\nA1 OK done\r\n")]
    [InlineData("* NO [ALERT] Disk full\r\nA1 OK done\r\n")]
    [InlineData("* BAD [Alert] Disk full\r\nA1 NO done\r\n")]
    [InlineData("* BYE [ALERT] Disk full\r\n")]
    [InlineData("[ALERT] Disk full\r\nA1 OK done\r\n")]
    [InlineData("* OK [ALERT]Disk full\r\nA1 OK done\r\n")]
    public async Task Its_text_is_shown_and_kept(string answer)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: Options);
        Task noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A1 NOOP\r\n", answer);
        await Record.ExceptionAsync(() => noop.InTime());
        // A BYE ends the connection before anything else sees it.
        await server.Connection.DisposeAsync();

        Assert.Equal(["Disk full"], _shown);
        Assert.Equal("ALERT Disk full", Assert.Single(server.Connection.TakeResponses("ALERT")).Text, ignoreCase: true);
        Assert.Empty(server.Connection.TakeResponses("ALERT"));
    }

    [Theory]
    [InlineData("* OK [ALERT] Maintenance tonight\r\n")]
    [InlineData("* PREAUTH [ALERT] Maintenance tonight\r\n")]
    public async Task From_a_greeting_it_is_shown_before_the_connection_exists(string greeting)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(greeting, Options);

        Assert.Equal(["Maintenance tonight"], _shown);
        Assert.Equal("ALERT Maintenance tonight", Assert.Single(server.Connection.TakeResponses("ALERT")).Text);
    }

    [Theory]
    [InlineData("* BYE [ALERT] Call us\r\n")]
    [InlineData("* NO [ALERT] Call us\r\n")]
    [InlineData("* BYE [ALERT] Call us")]
    public async Task From_a_greeting_that_refuses_it_is_shown_too(string greeting)
    {
        await using ScriptedServer server = ScriptedServer.Bare();
        Task<ImapConnection> connecting = ImapConnection.ConnectAsync(server.ClientTransport(), Options);
        await server.SendAsync(greeting);
        await server.CloseAsync();

        ImapConnectionException refused = await connecting.FailsAsync<ImapConnectionException>();

        Assert.Contains("Call us", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["Call us"], _shown);
    }

    [Fact]
    public async Task In_a_response_that_a_command_takes_it_is_shown_too()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: Options);
        Task<ImapResult<SelectResult>> selecting = server.Connection.SendAsync(new SelectCommand("INBOX")).AsTask();
        await server.AnswerAsync("A1 SELECT INBOX\r\n", "* OK [ALERT] first\r\n* 3 EXISTS\r\n* NO [ALERT] second\r\n{tag} OK [ALERT] third\r\n");
        await selecting.InTime();

        Assert.Equal(["first", "second", "third"], _shown);
        Assert.Equal(["ALERT first", "ALERT second", "ALERT third"], server.Connection.TakeResponses("alert").Select(static alert => alert.Text));
    }

    [Fact]
    public async Task A_login_that_fails_shows_what_was_said_beside_it()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: Options);
        Task login = server.Connection.LoginAsync("alice", "secret");
        await server.AnswerAsync("A1 LOGIN alice \"secret\"\r\n", "* NO [ALERT] Log in by the web, not secret\r\n{tag} NO [AUTHENTICATIONFAILED] no\r\n");
        await login.FailsAsync<ImapCommandException>();

        Assert.StartsWith("Log in by the web, not ", Assert.Single(_shown), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Assert.Single(_shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_without_a_text_has_nothing_to_show()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* OK [ALERT]\r\n", Options);

        Assert.Empty(_shown);
        Assert.Equal("ALERT", Assert.Single(server.Connection.TakeResponses("ALERT")).Text);
    }

    [Fact]
    public async Task A_callback_that_throws_only_adds_a_line_to_the_log()
    {
        LogCapture log = new();
        ImapConnectionOptions options = Options with { AlertCallback = static _ => throw new InvalidOperationException("no window"), LoggerFactory = log };
        await using ScriptedServer server = await ScriptedServer.StartAsync("* OK [ALERT] hello\r\n", options);
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A1 NOOP\r\n", "{tag} OK [ALERT] again\r\n");

        Assert.True((await noop.InTime()).IsOk);
        Assert.Equal(2, log.Entries.Count(static entry => entry.Message.Contains("AlertCallback threw", StringComparison.Ordinal)));
    }

    // The response already belongs to its command when the callback sends another that would take it.
    [Fact]
    public async Task A_command_that_the_callback_sends_takes_nothing_that_came_before_it()
    {
        ImapConnection? connection = null;
        Task<ImapResult<ImapNothing>>? asked = null;
        ImapConnectionOptions options = Options with { AlertCallback = _ => asked ??= connection!.SendAsync(new NoopCommand { KeepUntagged = true }).AsTask() };
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: options);
        connection = server.Connection;
        await server.SendAsync("* OK [ALERT] one\r\n");
        await server.AnswerAsync("A1 NOOP\r\n", "* OK two\r\n{tag} OK done\r\n");

        Assert.Equal(["OK two"], (await asked!.InTime()).Untagged.Select(static response => response.Text));
    }

    [Theory]
    [InlineData("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n* OK [ALERT] call this number\r\n", "", "begin")]
    [InlineData("* OK [ALERT] call this number\r\n* CAPABILITY STARTTLS\r\n", "", "begin")]
    [InlineData("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n", "* BAD [ALERT] call this number\r\n", "begin")]
    [InlineData("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n", "", "[ALERT] call this number")]
    public async Task Before_TLS_that_is_demanded_nothing_is_shown_or_kept(string greeting, string before, string text)
    {
        await using HostileServer server = new(async peer =>
        {
            await peer.SendAsync(greeting);
            await peer.AnswerAsync("A1 STARTTLS", $"{before}A1 OK {text}\r\n");
            await peer.StartTlsAsync();
            await peer.AnswerAsync("A2 NOOP", "* OK [ALERT] under TLS\r\nA2 OK done\r\n");
        });
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.StartTls, HostileServer.Options with { AlertCallback = _shown.Enqueue });
        Assert.Empty(_shown);
        Assert.Empty(connection.TakeResponses("ALERT"));

        await connection.NoopAsync().InTime();
        Assert.Equal(["under TLS"], _shown);
    }
}
