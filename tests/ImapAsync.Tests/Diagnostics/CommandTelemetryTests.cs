using System.Diagnostics;

namespace ImapAsync.Tests;

[Collection(TelemetryCollection.Name)]
public sealed class CommandTelemetryTests : IDisposable
{
    private readonly TelemetryCapture _telemetry = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _telemetry.Dispose();

    [Fact]
    public async Task A_command_is_a_child_span_of_its_callers()
    {
        await using ScriptedServer server = await StartAsync();
        using Activity caller = new Activity("caller").Start();
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        Assert.Same(caller, Activity.Current);
        await server.AnswerAsync("A1 NOOP\r\n", "{tag} OK [HIGHESTMODSEQ 3] done\r\n");
        await noop;

        Assert.Same(caller, Activity.Current);
        Activity span = Assert.Single(_telemetry.Spans);
        Assert.Equal("NOOP", span.OperationName);
        Assert.Equal(ActivityKind.Client, span.Kind);
        Assert.Equal(caller.SpanId, span.ParentSpanId);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal(
            "imap.operation.name=NOOP imap.response.code=HIGHESTMODSEQ imap.response.status_code=OK server.address=imap.example.org",
            TelemetryCapture.TextOf(span.TagObjects));
        Assert.Equal("imap.command.written", Assert.Single(span.Events).Name);
    }

    [Theory]
    [InlineData("NO [TRYCREATE] not there", "imap.operation.name=NOOP imap.response.code=TRYCREATE imap.response.status_code=NO error.type=NO", "NO")]
    [InlineData("BAD what?", "imap.operation.name=NOOP imap.response.status_code=BAD error.type=BAD", "BAD")]
    public async Task A_refusal_is_an_error(string answer, string tags, string error)
    {
        await using ScriptedServer server = await StartAsync();
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A1 NOOP\r\n", "{tag} " + answer + "\r\n");
        await noop;

        Activity span = Assert.Single(_telemetry.Spans);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal(answer, span.StatusDescription);
        Assert.Equal((tags + " server.address=imap.example.org").Split(' ').Order(StringComparer.Ordinal), TelemetryCapture.TextOf(span.TagObjects).Split(' '));
        Assert.Equal(
            $"0 error.type={error} imap.operation.name=NOOP imap.response.status_code={error} server.address=imap.example.org",
            Assert.Single(_telemetry.Durations));
    }

    [Fact]
    public async Task The_duration_is_what_the_caller_waits()
    {
        await using ScriptedServer server = await StartAsync();
        Task<ImapResult<ImapNothing>> login = server.Connection.SendAsync(new LoginCommand("alice", "secret")).AsTask();
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        _time.Advance(TimeSpan.FromSeconds(2));
        await server.AnswerAsync("A1 LOGIN alice \"secret\"\r\n", "{tag} OK\r\n");
        await login;
        await server.ExpectAsync("A2 NOOP\r\n");
        _time.Advance(TimeSpan.FromSeconds(1));
        await server.SendAsync("A2 OK\r\n");
        await noop;

        Assert.Equal(
            [
                "2 imap.operation.name=LOGIN imap.response.status_code=OK server.address=imap.example.org",
                "3 imap.operation.name=NOOP imap.response.status_code=OK server.address=imap.example.org",
            ],
            _telemetry.Durations);
    }

    [Fact]
    public async Task A_cancelled_command_ends_at_once()
    {
        await using ScriptedServer server = await StartAsync();
        using CancellationTokenSource cancel = new();
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand(), cancel.Token).AsTask();
        await server.ExpectAsync("A1 NOOP\r\n");
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => noop);

        Activity span = Assert.Single(_telemetry.Spans);
        Assert.Equal("System.OperationCanceledException", span.GetTagItem("error.type"));
        Assert.Null(span.GetTagItem("imap.response.status_code"));
        Assert.Equal(
            "0 error.type=System.OperationCanceledException imap.operation.name=NOOP server.address=imap.example.org",
            Assert.Single(_telemetry.Durations));
    }

    [Fact]
    public async Task A_lost_connection_ends_every_command()
    {
        await using ScriptedServer server = await StartAsync();
        Task<ImapResult<ImapNothing>> login = server.Connection.SendAsync(new LoginCommand("alice", "secret")).AsTask();
        Task<ImapResult<ImapNothing>> queued = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.CloseAsync();
        await Assert.ThrowsAsync<ImapConnectionException>(() => login);
        await Assert.ThrowsAsync<ImapConnectionException>(() => queued);

        Assert.Equal(["LOGIN", "NOOP"], _telemetry.Spans.Select(static span => span.OperationName));
        Assert.All(_telemetry.Spans, static span => Assert.Equal("ImapAsync.ImapConnectionException", span.GetTagItem("error.type")));
        Assert.Equal([1, 0], _telemetry.Spans.Select(static span => span.Events.Count()));
    }

    [Fact]
    public async Task A_stream_begins_with_its_loop_and_ends_with_the_answer_or_the_loop()
    {
        await using ScriptedServer server = await StartAsync();
        ImapItems<InboundLiteral> stream = server.Connection.StreamAsync(new LiteralsCommand());
        Assert.Equal("", await server.ReceiveAllAsync());
        await using (IAsyncEnumerator<InboundLiteral> left = stream.GetAsyncEnumerator())
        {
            ValueTask<bool> moved = left.MoveNextAsync();
            await server.AnswerAsync("A1 LITERALS\r\n", "* LIT {6}\r\nsec");
            Assert.True(await moved);
            Assert.Empty(_telemetry.Spans);
            left.Current.Abandon();
        }

        Activity span = Assert.Single(_telemetry.Spans);
        Assert.Equal("LITERALS", span.OperationName);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Null(span.GetTagItem("error.type"));
        await server.SendAsync("ret y\r\nA1 OK done\r\n");
        Assert.Single(_telemetry.Durations);
    }

    [Fact]
    public async Task Octets_are_counted_in_both_directions()
    {
        await using ScriptedServer server = await StartAsync();
        Task<ImapResult<ImapNothing>> sent = server.Connection.SendAsync(new LiteralSendingCommand()).AsTask();
        await server.AnswerAsync("A1 PUT {5+}\r\nhello {6}\r\n", "+ go on\r\n");
        await server.ExpectAsync("stream {1+}\r\nx\r\n");
        await server.SendAsync("A1 OK done\r\n");
        await sent;
        await using IAsyncEnumerator<InboundLiteral> literals = server.Connection.StreamAsync(new LiteralsCommand()).GetAsyncEnumerator();
        ValueTask<bool> moved = literals.MoveNextAsync();
        await server.AnswerAsync("A2 LITERALS\r\n", "* LIT {6}\r\nsecret y\r\n{tag} OK done\r\n");
        Assert.True(await moved);
        literals.Current.Abandon();
        Assert.False(await literals.MoveNextAsync());

        Assert.Equal("A1 PUT {5+}\r\nhello {6}\r\n".Length + "stream {1+}\r\nx\r\n".Length + "A2 LITERALS\r\n".Length, _telemetry.OctetsOf("transmit"));
        Assert.Equal(
            ScriptedServer.Greeting.Length + "+ go on\r\nA1 OK done\r\n".Length + "* LIT {6}\r\nsecret y\r\n".Length + "A2 OK done\r\n".Length,
            _telemetry.OctetsOf("receive"));
    }

    [Fact]
    public async Task Open_connections_are_counted()
    {
        await using (ScriptedServer server = await StartAsync())
        {
            Assert.Equal(["1 server.address=imap.example.org"], _telemetry.Connections);
            await server.CloseAsync();
            await server.Connection.Core.End.WhenOver();
        }

        Assert.Equal(
            ["1 server.address=imap.example.org", "-1 server.address=imap.example.org"],
            _telemetry.Connections);
    }

    [Fact]
    public async Task The_port_is_reported_where_there_is_one()
    {
        ScriptedServer server = ScriptedServer.Bare();
        Task<ImapConnection> connecting = ConnectionOpener.GreetAsync(
            server.ClientTransport(), new ImapConnectionOptions(), "imap.example.org", 1993, awaitsTls: false, TestContext.Current.CancellationToken);
        await server.SendAsync(ScriptedServer.Greeting);
        await using ImapConnection connection = await connecting;
        await server.CloseAsync();
        await connection.Core.End.WhenOver();

        Assert.Equal("1 server.address=imap.example.org server.port=1993", _telemetry.Connections[0]);
    }

    private Task<ScriptedServer> StartAsync() => ScriptedServer.StartAsync(
        options: new ImapConnectionOptions { AllowPlaintext = true, TimeProvider = _time, SynchronizeLiteralsOver = 5 });
}
