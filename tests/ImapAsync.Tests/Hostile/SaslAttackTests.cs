using System.Text;

namespace ImapAsync.Tests;

/// <summary>Servers that try to get a password they should not get, or to be mistaken for another server. SCRAM's messages one by one are in <see cref="ScramAttackTests"/>.</summary>
public class SaslAttackTests
{
    private const string Greeting = "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=SCRAM-SHA-256] ready\r\n";

    [Theory]
    [InlineData("r={0}x,s=QSXCR+Q6sek8bf92,i=1", "asked for 1 iterations; fewer than 4096")]
    [InlineData("r={0}x,s=QSXCR+Q6sek8bf92,i=2147483648", "asked for 2147483648 iterations; more than 10000000")]
    [InlineData("r=x{0},s=QSXCR+Q6sek8bf92,i=4096", "nonce does not extend")]
    [InlineData("r={0},s=QSXCR+Q6sek8bf92,i=4096", "nonce does not extend")]
    [InlineData("r={0}x,s=,i=4096", "no salt")]
    public async Task A_challenge_that_cannot_be_trusted_is_answered_by_cancelling(string challenge, string reason)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Greeting);
        Task login = server.Connection.AuthenticateAsync(SaslMechanism.ScramSha256("user", "pencil"));
        string nonce = await ReceiveNonceAsync(server);
        await server.SendAsync($"+ {Base64(string.Format(System.Globalization.CultureInfo.InvariantCulture, challenge, nonce))}\r\n");
        await server.ExpectAsync("*\r\n");
        await server.SendAsync("A1 BAD cancelled\r\n");

        ImapAuthenticationException failure = await login.FailsAsync<ImapAuthenticationException>();

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        await IsGoodAsync(server, "A2");
    }

    // Whatever the server says next: one that cannot prove that it knows the password gets nothing more.
    [Theory]
    [InlineData("A1 OK welcome\r\n")]
    [InlineData("A1 OK [CAPABILITY IMAP4rev1] welcome\r\n")]
    public async Task A_wrong_signature_is_not_a_login_although_the_server_says_OK(string answer)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Greeting);
        Task login = server.Connection.AuthenticateAsync(SaslMechanism.ScramSha256("user", "pencil"));
        string nonce = await ReceiveNonceAsync(server);
        await server.SendAsync($"+ {Base64($"r={nonce}x,s=QSXCR+Q6sek8bf92,i=4096")}\r\n");
        string final = await server.ReceiveUntilAsync("\r\n");
        Assert.StartsWith("c=biws,", Encoding.UTF8.GetString(Convert.FromBase64String(final.TrimEnd())), StringComparison.Ordinal);
        await server.SendAsync($"+ {Base64("v=" + Base64("this is not the signature, sorry"))}\r\n");
        await server.ExpectAsync("*\r\n");
        await server.SendAsync(answer);

        ImapAuthenticationException failure = await login.FailsAsync<ImapAuthenticationException>();

        Assert.Contains("signature is wrong", failure.Message, StringComparison.Ordinal);
        Assert.NotEqual(ImapConnectionState.Authenticated, server.Connection.State);
        ImapConnectionException lost = await server.Connection.NoopAsync().FailsAsync<ImapConnectionException>();
        Assert.Equal(CommandOutcome.NotSent, lost.Outcome);
    }

    // An attacker in the middle removed -PLUS from the list. The client says that it would have bound the channel (y), and a server that can do so then refuses.
    [Fact]
    public async Task A_channel_binding_that_was_stripped_is_reported_to_the_server()
    {
        await using HostileServer server = new(async peer =>
        {
            await peer.StartTlsAsync();
            await peer.SendAsync(Greeting);
            string command = await peer.ReadLineAsync();
            string first = Encoding.UTF8.GetString(Convert.FromBase64String(command.Split(' ')[^1]));
            Assert.StartsWith("y,,n=user,r=", first, StringComparison.Ordinal);
            await peer.SendAsync($"+ {Base64("e=server-does-support-channel-binding")}\r\n");
            await peer.AnswerAsync("", "A1 NO no\r\n");
        });
        // TLS 1.2 has tls-unique, which servers with -PLUS know.
        TlsOptions tls = TestCertificates.Trusting with { Protocols = System.Security.Authentication.SslProtocols.Tls12 };
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, HostileServer.Options with { Tls = tls });

        ImapAuthenticationException failure = await connection.AuthenticateAsync(SaslMechanism.ScramSha256("user", "pencil")).FailsAsync<ImapAuthenticationException>();

        Assert.Equal("server-does-support-channel-binding", failure.ServerError!.Code);
    }

    [Theory]
    [InlineData("!!!")]
    [InlineData("AGF")]
    [InlineData("AGFs====")]
    [InlineData("*")]
    [InlineData("{10}")]
    public async Task A_challenge_that_is_not_base64_is_answered_by_cancelling(string challenge)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Greeting);
        Task login = server.Connection.AuthenticateAsync(SaslMechanism.ScramSha256("user", "pencil"));
        await ReceiveNonceAsync(server);
        await server.SendAsync($"+ {challenge}\r\n");
        await server.ExpectAsync("*\r\n");
        await server.SendAsync("A1 BAD cancelled\r\n");

        ImapException failure = await login.FailsAsync<ImapException>();

        Assert.Contains("not base64", failure.Message, StringComparison.Ordinal);
        await IsGoodAsync(server, "A2");
    }

    [Fact]
    public async Task A_server_that_sends_more_challenges_after_a_cancellation_is_disconnected()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Greeting);
        Task login = server.Connection.AuthenticateAsync(SaslMechanism.ScramSha256("user", "pencil"));
        await ReceiveNonceAsync(server);
        await server.SendAsync("+ AAAA\r\n");
        await server.ExpectAsync("*\r\n");
        await server.SendAsync("+ AAAA\r\n");

        ImapConnectionException lost = await login.FailsAsync<ImapConnectionException>();

        Assert.Contains("challenge", lost.Message, StringComparison.Ordinal);
        Assert.IsType<ImapProtocolException>(lost.InnerException);
        Assert.Equal("", await server.ReceiveAllAsync());
    }

    [Theory]
    [InlineData("* OK [CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=SCRAM-SHA-256] ready\r\n", false)]
    [InlineData("* OK ready\r\n", true)] // it says so only on request
    public async Task LOGIN_is_not_sent_when_it_is_disabled(string greeting, bool asks)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(greeting);
        Task login = server.Connection.LoginAsync("alice", "secret");
        if (asks)
            await server.AnswerAsync("A1 CAPABILITY\r\n", "* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n{tag} OK done\r\n");

        ImapAuthenticationException refusal = await login.FailsAsync<ImapAuthenticationException>();

        Assert.Contains("LOGINDISABLED", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("", await server.ReceiveAllAsync());
    }

    private static async Task<string> ReceiveNonceAsync(ScriptedServer server)
    {
        string command = await server.ReceiveUntilAsync("\r\n");
        Assert.StartsWith("A1 AUTHENTICATE SCRAM-SHA-256 ", command, StringComparison.Ordinal);
        return Encoding.UTF8.GetString(Convert.FromBase64String(command.Split(' ')[^1].TrimEnd())).Split("r=")[1];
    }

    private static async Task IsGoodAsync(ScriptedServer server, string tag)
    {
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync($"{tag} NOOP\r\n", "{tag} OK done\r\n");
        Assert.True((await noop.InTime()).IsOk);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
