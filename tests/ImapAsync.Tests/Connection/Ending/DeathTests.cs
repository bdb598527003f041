namespace ImapAsync.Tests;

public sealed class DeathTests
{
    [Fact]
    public async Task A_literal_that_breaks_off_leaves_no_buffer_behind()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<AppendResult> append = server.Connection.AppendAsync("INBOX", new AppendMessage(ImapLiteral.From(new MemoryStream(new byte[10]), 1000)));
        await append.FailsAsync<ImapConnectionException>();
        await server.Connection.Core.WhenQuietAsync().InTime();

        Assert.True(server.Connection.Core.WriterHoldsNothing);
    }

    [Fact]
    public async Task A_command_that_is_being_encoded_when_the_connection_dies_fails()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        TestCommand command = new("NOOP") { Writing = _ => server.Connection.Core.End.Fail(new ConnectionFault("The server closed the connection", ConnectionFailure.Lost)) };
        ImapConnectionException lost = await server.Connection.SendAsync(command).AsTask().FailsAsync<ImapConnectionException>();
        Assert.Equal(CommandOutcome.NotSent, lost.Outcome);
        Assert.Equal("The server closed the connection before NOOP was sent. Outcome: not sent.", lost.Message);
        Assert.Equal("", await server.ReceiveAllAsync());
    }

    [Fact]
    public async Task A_logger_that_throws_does_not_prevent_any_notification()
    {
        LogCapture log = new(text =>
        {
            if (text.Contains("closed the connection", StringComparison.Ordinal))
                throw new InvalidOperationException("the log is full");
        });
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: ScriptedServerSteps.Options() with { LoggerFactory = log });
        Task noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.ExpectAsync("A1 NOOP\r\n");
        await server.CloseAsync();
        await noop.FailsAsync<ImapConnectionException>();
    }

    [Theory]
    [InlineData("A1\r\n")]
    [InlineData("A1 \r\n")]
    [InlineData("A1 WHAT\r\n")]
    [InlineData("A1  \r\n")]
    public async Task A_tagged_line_that_is_not_a_status_ends_only_its_command(string line)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task broken = server.Connection.SendAsync(new NoopCommand()).AsTask();
        Task<ImapResult<ImapNothing>> good = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.ExpectAsync("A1 NOOP\r\nA2 NOOP\r\n");
        await server.SendAsync(line + "A2 OK done\r\n");
        await broken.FailsAsync<ImapProtocolException>();
        Assert.True((await good.InTime()).IsOk);
    }

    // The source reads into a buffer of the transport: if returned too early, it would be in other use by the time the octets arrive.
    [Fact]
    public async Task A_literal_from_a_slow_source_keeps_its_buffer_and_nobody_waits_for_it()
    {
        TestTransport transport = new();
        ImapConnection connection = await UpgradeTests.ConnectAsync(transport, ScriptedServer.Greeting);
        System.IO.Pipelines.Pipe source = new();
        TestCommand command = new("APPEND INBOX") { Writing = encoder => encoder.Literal(ImapLiteral.From(source.Reader, 10)) };
        Task append = connection.SendAsync(command).AsTask();
        await transport.ReceiveAsync(23);

        await connection.DisposeAsync().AsTask().InTime();
        await append.FailsAsync<ImapConnectionException>();
        Assert.False(transport.Disposed.Task.IsCompleted);
        await source.Writer.WriteAsync("0123456789"u8.ToArray());
        await transport.Disposed.Task.InTime();
    }

    [Fact]
    public async Task A_LOGOUT_that_is_answered_by_BYE_and_the_end_is_done()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<ImapResult<ImapNothing>> logout = server.Connection.SendAsync(new LogoutCommand()).AsTask();
        await server.ExpectAsync("A1 LOGOUT\r\n");
        await server.SendAsync("* BYE see you\r\n");
        await server.CloseAsync();
        Assert.True((await logout.InTime()).IsOk);
    }

    [Theory]
    [InlineData("* NO too many connections\r\n")]
    [InlineData("* BAD not today\r\n")]
    public async Task A_greeting_that_refuses_does_not_open_a_connection(string greeting)
    {
        await using ScriptedServer server = ScriptedServer.Bare();
        Task<ImapConnection> connecting = ImapConnection.ConnectAsync(server.ClientTransport(), ScriptedServerSteps.Options());
        await server.SendAsync(greeting);
        ImapConnectionException refused = await connecting.FailsAsync<ImapConnectionException>();
        Assert.Contains(greeting[2..].TrimEnd(), refused.Message, StringComparison.Ordinal);
    }
}
