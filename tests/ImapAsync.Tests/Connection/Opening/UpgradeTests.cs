namespace ImapAsync.Tests;

/// <summary>STARTTLS and COMPRESS over a transport that records what was written when.</summary>
public sealed class UpgradeTests
{
    private const string Greeting = "* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready\r\n";

    [Fact]
    public async Task What_was_reported_before_TLS_is_forgotten()
    {
        TestTransport transport = new();
        await using ImapConnection connection = await ConnectAsync(transport);
        Task starting = connection.SendAsync(new StartTlsCommand()).AsTask();
        Assert.Equal("A1 STARTTLS\r\n", await transport.ReceiveAsync(13));
        await transport.SendAsync("* PREAUTH come in\r\n* ENABLED UTF8=ACCEPT\r\n* X-LIE true\r\n* OK [X-LIE true] really\r\nA1 OK begin\r\n");
        await transport.UpgradeBegun.Task.InTime();
        transport.UpgradeAllowed.SetResult();
        await starting.InTime();

        Assert.Equal(ImapConnectionState.NotAuthenticated, connection.State);
        Assert.True(connection.Capabilities.IsEmpty);
        Assert.True(connection.Enabled.IsEmpty);
        Assert.False(connection.Core.Session.Utf8);
        Assert.Empty(connection.TakeResponses("X-LIE"));
    }

    [Fact]
    public async Task PREAUTH_counts_in_the_greeting_only()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A1 NOOP\r\n", "* PREAUTH come in\r\n{tag} OK done\r\n");
        await noop.InTime();
        Assert.Equal(ImapConnectionState.NotAuthenticated, server.Connection.State);
    }

    internal static async Task<ImapConnection> ConnectAsync(TestTransport transport, string greeting = Greeting, ImapConnectionOptions? options = null)
    {
        Task<ImapConnection> connecting = ImapConnection.ConnectAsync(transport, options ?? ScriptedServerSteps.Options());
        await transport.SendAsync(greeting);
        return await connecting.InTime();
    }
}
