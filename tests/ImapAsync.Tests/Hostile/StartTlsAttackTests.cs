namespace ImapAsync.Tests;

/// <summary>An attacker in the middle who injects responses, or prevents TLS. Each test also checks what the client has said in the clear.</summary>
public class StartTlsAttackTests
{
    private const string Greeting = "* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready\r\n";

    [Fact]
    public async Task What_is_learnt_before_TLS_is_requested_again_under_TLS()
    {
        await using HostileServer server = new(static async peer =>
        {
            await peer.SendAsync("* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN SASL-IR LITERAL+] ready\r\n");
            await peer.AnswerAsync("A1 STARTTLS", "A1 OK begin\r\n");
            await peer.StartTlsAsync();
            await peer.AnswerAsync("A2 CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nA2 OK done\r\n");
            await peer.AnswerAsync("A3 AUTHENTICATE PLAIN", "+ \r\n");
            await peer.AnswerAsync("AGFsaWNlAHNlY3JldA==", "A3 OK [CAPABILITY IMAP4rev1] hello\r\n");
        });
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.StartTls);
        Assert.True(connection.Capabilities.IsEmpty);

        await connection.AuthenticateAsync(SaslMechanism.Plain("alice", "secret")).InTime();

        Assert.NotNull(connection.Tls);
        Assert.Equal("A1 STARTTLS\r\n", server.SaidInTheClear);
    }

    [Theory]
    [InlineData("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n")]
    [InlineData("A2 OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] done\r\n")]
    [InlineData("* PREAUTH come in\r\n")]
    [InlineData("+ \r\n")]
    [InlineData("* BYE")]
    [InlineData("*")]
    [InlineData("\0")]
    [InlineData("\r\n")]
    public async Task Octets_in_the_packet_of_the_OK_end_the_connection(string injected)
    {
        await using HostileServer server = new(async peer =>
        {
            await peer.SendAsync(Greeting);
            await peer.AnswerAsync("A1 STARTTLS", "A1 OK begin\r\n" + injected);
        });

        ImapConnectionException refusal = await server.RefusesAsync(ImapSecurity.StartTls);

        Assert.Contains($"{injected.Length} bytes arrived in the clear after the server agreed to STARTTLS", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(CommandOutcome.Unknown, refusal.Outcome);
        Assert.Equal("A1 STARTTLS\r\n", server.SaidInTheClear);
    }

    [Fact]
    public async Task Octets_after_the_OK_are_not_TLS()
    {
        await using HostileServer server = new(static async peer =>
        {
            await peer.SendAsync(Greeting);
            await peer.AnswerAsync("A1 STARTTLS", "A1 OK begin\r\n");
            byte[] hello = new byte[1];
            await peer.Stream.ReadExactlyAsync(hello, TestContext.Current.CancellationToken);
            Assert.Equal(0x16, hello[0]); // a handshake record: the client has proceeded to TLS
            await peer.SendAsync("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n* PREAUTH come in\r\n");
        });

        ImapConnectionException refusal = await server.RefusesAsync(ImapSecurity.StartTls);

        Assert.Contains("TLS handshake with localhost", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("* CAPABILITY IMAP4rev1 AUTH=PLAIN LITERAL+\r\n", "CAPABILITY")]
    [InlineData("* ENABLED UTF8=ACCEPT CONDSTORE\r\n", "ENABLED")]
    [InlineData("* PREAUTH come in\r\n", "PREAUTH")]
    [InlineData("* OK [ALERT] call this number\r\n", "ALERT")]
    [InlineData("* NO [REFERRAL imap://evil.example/] moved\r\n", "REFERRAL")]
    [InlineData("* 4294967295 EXISTS\r\n* FLAGS (\\Evil)\r\n", "EXISTS")]
    [InlineData("* LIST () \"/\" evil\r\n", "LIST")]
    [InlineData("+ go on\r\nA2 OK [X-EVIL 1] done\r\nA3 OK done\r\n", "X-EVIL")]
    public async Task Nothing_said_before_the_OK_survives_TLS(string injected, string name)
    {
        await using HostileServer server = new(async peer =>
        {
            await peer.SendAsync("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n");
            await peer.AnswerAsync("A1 STARTTLS", injected + "A1 OK begin\r\n");
            await peer.StartTlsAsync();
            await peer.AnswerAsync("A2 NOOP", "A2 OK done\r\n");
        });
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.StartTls);

        Assert.Equal(ImapConnectionState.NotAuthenticated, connection.State);
        Assert.True(connection.Capabilities.IsEmpty);
        Assert.True(connection.Enabled.IsEmpty);
        Assert.Empty(connection.TakeResponses(name));
        await connection.NoopAsync().InTime();
        Assert.Equal("A1 STARTTLS\r\n", server.SaidInTheClear);
    }

    [Theory]
    [InlineData("[ALERT] call this number", "ALERT")]
    [InlineData("[REFERRAL imap://evil.example/] moved", "REFERRAL")]
    [InlineData("[CAPABILITY IMAP4rev1 AUTH=PLAIN] begin", "CAPABILITY")]
    public async Task Nothing_said_in_the_OK_survives_TLS(string text, string name)
    {
        TestTransport transport = new();
        LogCapture log = new();
        await using ImapConnection connection = await UpgradeTests.ConnectAsync(transport, Greeting, ScriptedServerSteps.Options() with { LoggerFactory = log });
        Task<ImapResult<ImapNothing>> starting = connection.SendAsync(new StartTlsCommand()).AsTask();
        Assert.Equal("A1 STARTTLS\r\n", await transport.ReceiveAsync(13));
        await transport.SendAsync($"A1 OK {text}\r\n");
        await transport.UpgradeBegun.Task.InTime();
        transport.UpgradeAllowed.SetResult();

        ImapResult<ImapNothing> result = await starting.InTime();

        Assert.True(result.IsOk);
        Assert.Null(result.Code);
        Assert.Empty(result.Text);
        Assert.Empty(connection.TakeResponses(name));
        Assert.True(connection.Capabilities.IsEmpty);
        Assert.DoesNotContain(log.Entries, static entry => entry.Message.Contains("call this number", StringComparison.Ordinal) && entry.Level >= Microsoft.Extensions.Logging.LogLevel.Warning);
    }

    [Theory]
    [InlineData("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n", "")]
    [InlineData("* OK ready\r\n", "A1 CAPABILITY\r\n")]
    [InlineData("* OK [CAPABILITY IMAP4rev1 XSTARTTLS STARTTLS2] ready\r\n", "")]
    public async Task A_stripped_STARTTLS_is_noticed(string greeting, string said)
    {
        await using HostileServer server = new(async peer =>
        {
            await peer.SendAsync(greeting);
            if (said.Length > 0)
                await peer.AnswerAsync("A1 CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nA1 OK done\r\n");
        });

        ImapConnectionException refusal = await server.RefusesAsync(ImapSecurity.StartTls);

        Assert.Contains("does not offer STARTTLS", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("port 993", refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith(said, server.SaidInTheClear, StringComparison.Ordinal);
        Assert.DoesNotContain("STARTTLS", server.SaidInTheClear, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PREAUTH_is_refused_when_TLS_was_required()
    {
        await using HostileServer server = new(static peer => peer.SendAsync("* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] come in\r\n"));

        ImapConnectionException refusal = await server.RefusesAsync(ImapSecurity.StartTls);

        Assert.Contains("PREAUTH", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("STARTTLS", server.SaidInTheClear, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A1 NO not now\r\n", "NO not now")]
    [InlineData("A1 BAD what?\r\n", "BAD what?")]
    [InlineData("A1 BYE go away\r\n", "NO go away")]
    [InlineData("* BYE go away\r\n", "go away")]
    public async Task A_refused_STARTTLS_does_not_open_a_connection(string answer, string reason)
    {
        await using HostileServer server = new(async peer =>
        {
            await peer.SendAsync(Greeting);
            await peer.AnswerAsync("A1 STARTTLS", answer);
        });

        ImapConnectionException refusal = await server.RefusesAsync(ImapSecurity.StartTls);

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LOGIN", server.SaidInTheClear, StringComparison.Ordinal);
    }

    // Whichever comes first, the client's command or the answer to it: no octet is sent in the clear.
    [Fact]
    public async Task An_OK_before_the_STARTTLS_was_sent_leads_to_TLS_or_to_the_end()
    {
        await using HostileServer server = new(static async peer =>
        {
            await peer.SendAsync(Greeting + "A1 OK begin\r\nA2 OK begin\r\n");
            await peer.ReadLineAsync();
        });
        ImapConnectionOptions options = HostileServer.Options with { Tls = TestCertificates.Trusting with { HandshakeTimeout = TimeSpan.FromSeconds(1) }, SilenceTimeout = TimeSpan.FromSeconds(1) };

        await server.RefusesAsync(ImapSecurity.StartTls, options);

        Assert.StartsWith("A1 STARTTLS\r\n", server.SaidInTheClear, StringComparison.Ordinal);
        Assert.DoesNotContain("A2 ", server.SaidInTheClear, StringComparison.Ordinal);
    }
}
