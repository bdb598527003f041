using Microsoft.Extensions.Logging;

namespace ImapAsync.Tests;

public sealed class WireLogTests
{
    private readonly LogCapture _log = new();

    private IReadOnlyList<string> Lines => _log.Of("ImapAsync.Wire");

    [Fact]
    public async Task Shows_what_both_sides_say()
    {
        await using ScriptedServer server = await StartAsync();
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A1 NOOP\r\n", "* 3 EXISTS\r\n{tag} OK done\r\n");
        await noop;

        Assert.Equal(["S: * OK [CAPABILITY IMAP4rev1 LITERAL+ SASL-IR IDLE] ready", "C: A1 NOOP", "S: * 3 EXISTS", "S: A1 OK done"], Lines);
        Assert.All(_log.Entries.Where(static entry => entry.Category == "ImapAsync.Wire"), static entry => Assert.Equal(LogLevel.Trace, entry.Level));
    }

    [Fact]
    public async Task Distinguishes_connections()
    {
        await using ScriptedServer one = await StartAsync();
        await using ScriptedServer two = await StartAsync();

        string[] numbers = [.. _log.Entries.Where(static entry => entry.Category == "ImapAsync.Wire").Select(static entry => entry.Message.Split(' ')[0])];
        Assert.Equal(2, numbers.Distinct().Count());
    }

    [Fact]
    public async Task Hides_the_arguments_of_LOGIN()
    {
        await using ScriptedServer server = await StartAsync();
        Task<ImapResult<ImapNothing>> login = server.Connection.SendAsync(new LoginCommand("alice", "pass word")).AsTask();
        await server.AnswerAsync("A1 LOGIN alice \"pass word\"\r\n", "{tag} OK [CAPABILITY IMAP4rev1] hi\r\n");
        await login;

        Assert.Equal(["C: A1 LOGIN <redacted>", "S: A1 OK [CAPABILITY IMAP4rev1] hi"], Lines.Skip(1));
    }

    [Fact]
    public async Task Hides_a_password_that_is_a_literal_and_its_length()
    {
        await using ScriptedServer server = await StartAsync("* OK [CAPABILITY IMAP4rev1] ready\r\n");
        Task<ImapResult<ImapNothing>> login = server.Connection.SendAsync(new LoginCommand("alice", "pa\r\nss")).AsTask();
        await server.AnswerAsync("A1 LOGIN alice {6}\r\n", "+ go on\r\n");
        await server.ExpectAsync("pa\r\nss\r\n");
        await server.SendAsync("A1 OK [CAPABILITY IMAP4rev1] hi\r\n");
        await login;

        Assert.Equal(["C: A1 LOGIN <redacted>", "S: + <redacted>", "C: <redacted>", "S: A1 OK [CAPABILITY IMAP4rev1] hi"], Lines.Skip(1));
    }

    [Fact]
    public async Task Hides_the_exchange_of_an_authentication_but_not_its_cancellation()
    {
        await using ScriptedServer server = await StartAsync();
        SaslMechanism mechanism = SaslMechanism.FromCallback("X", static (challenge, _) => new(challenge.Length == 0 ? "secret"u8.ToArray() : null));
        Task authentication = server.Connection.AuthenticateAsync(mechanism, TestContext.Current.CancellationToken);
        await server.AnswerAsync("A1 AUTHENTICATE X\r\n", "+ \r\n");
        await server.ExpectAsync("c2VjcmV0\r\n");
        await server.SendAsync("c2VjcmV0 what is this?\r\n+ c2VjcmV0\r\n");
        await server.ExpectAsync("*\r\n");
        await server.SendAsync("* OK [ALERT] here\r\nA1 BAD cancelled\r\n");
        await Assert.ThrowsAsync<ImapAuthenticationException>(() => authentication);

        Assert.Equal(
            ["C: A1 AUTHENTICATE X <redacted>", "S: + <redacted>", "C: <redacted>", "S: <redacted>", "S: + <redacted>", "C: *", "S: * OK [ALERT] here", "S: A1 BAD cancelled"],
            Lines.Skip(1));
    }

    [Fact]
    public async Task Counts_the_octets_of_literals_that_are_sent()
    {
        await using ScriptedServer server = await StartAsync();
        Task<ImapResult<ImapNothing>> sent = server.Connection.SendAsync(new LiteralSendingCommand()).AsTask();
        await server.AnswerAsync("A1 PUT {5+}\r\nhello {6}\r\n", "+ go on\r\n");
        await server.ExpectAsync("stream {1+}\r\nx\r\n");
        await server.SendAsync("A1 OK done\r\n");
        await sent;

        Assert.Equal(["C: A1 PUT {5+}<5 octets> {6}", "S: + go on", "C: <6 octets>", "C:  {1+}<1 octets>", "S: A1 OK done"], Lines.Skip(1));
    }

    [Fact]
    public async Task Counts_the_octets_of_literals_that_are_received()
    {
        await using ScriptedServer server = await StartAsync();
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A1 NOOP\r\n", "* X {6}\r\nsecret y\r\n{tag} OK done\r\n");
        await noop;

        Assert.Equal(["S: * X {6}<6 octets> y", "S: A1 OK done"], Lines.Skip(2));
    }

    [Fact]
    public async Task Counts_the_octets_of_literals_that_are_streamed()
    {
        await using ScriptedServer server = await StartAsync();
        await using IAsyncEnumerator<InboundLiteral> literals = server.Connection.StreamAsync(new LiteralsCommand()).GetAsyncEnumerator();
        ValueTask<bool> first = literals.MoveNextAsync();
        await server.AnswerAsync("A1 LITERALS\r\n", "* LIT {6}\r\nsec");
        Assert.True(await first);
        literals.Current.Abandon();
        await server.SendAsync("ret y\r\nA1 OK done\r\n");
        Assert.False(await literals.MoveNextAsync());

        Assert.Equal(["S: * LIT {6}<6 octets>", "S:  y", "S: A1 OK done"], Lines.Skip(2));
    }

    [Fact]
    public async Task Begins_when_it_is_switched_on()
    {
        LogCapture quiet = new(LogLevel.Debug);
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: new ImapConnectionOptions { LoggerFactory = quiet });

        Assert.Empty(quiet.Of("ImapAsync.Wire"));
        Assert.Null(server.Connection.Core.Context.Wire.IfEnabled);
    }

    private Task<ScriptedServer> StartAsync(string greeting = ScriptedServer.Greeting) =>
        ScriptedServer.StartAsync(greeting, new ImapConnectionOptions { AllowPlaintext = true, LoggerFactory = _log, SynchronizeLiteralsOver = 5 });
}
