using System.Text;

namespace ImapAsync.Tests;

/// <summary>How a client authenticates, given what the account has and the server offers.</summary>
public sealed class ImapClientTests
{
    [Theory]
    [InlineData("SASL-IR AUTH=PLAIN AUTH=LOGIN", "A1 AUTHENTICATE PLAIN AGFsaWNlAHNlY3JldA==\r\n")]
    [InlineData("SASL-IR AUTH=LOGIN", "A1 AUTHENTICATE LOGIN\r\n")]
    [InlineData("AUTH=CRAM-MD5 AUTH=PLAIN", "A1 AUTHENTICATE CRAM-MD5\r\n")]
    [InlineData("SASL-IR AUTH=PLAIN AUTH=SCRAM-SHA-256 AUTH=CRAM-MD5", "A1 AUTHENTICATE SCRAM-SHA-256 biws")]
    [InlineData("AUTH=GSSAPI", "A1 LOGIN alice \"secret\"\r\n")]
    [InlineData("LITERAL+", "A1 LOGIN alice \"secret\"\r\n")]
    public async Task A_password_is_sent_by_the_best_way_that_the_server_offers(string capabilities, string command)
    {
        await using ScriptedServer server = ScriptedServer.Bare();
        ImapClientOptions options = server.OptionsFor();
        options.Password = "secret";

        Task<ImapConnection> connecting = await server.ConnectAsync(options, $"* OK [CAPABILITY IMAP4rev1 {capabilities}] ready\r\n");

        await server.ExpectAsync(command);
        await server.CloseAsync();
        await connecting.FailsAsync<ImapConnectionException>();
    }

    [Fact]
    public async Task A_server_that_does_not_send_its_capabilities_is_asked_before_and_after()
    {
        await using ScriptedServer server = ScriptedServer.Bare();
        ImapClientOptions options = server.OptionsFor();
        options.Password = "secret";

        Task<ImapConnection> connecting = await server.ConnectAsync(options, "* OK ready\r\n");
        await server.AnswerAsync("A1 CAPABILITY\r\n", "* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\n{tag} OK done\r\n");
        await server.AnswerAsync("A2 AUTHENTICATE PLAIN AGFsaWNlAHNlY3JldA==\r\n", "{tag} OK welcome\r\n");
        await server.AnswerAsync("A3 CAPABILITY\r\n", "* CAPABILITY IMAP4rev1 MOVE\r\n{tag} OK done\r\n");

        await using ImapConnection connection = await connecting.InTime();
        Assert.Equal(ImapConnectionState.Authenticated, connection.State);
        Assert.True(connection.Capabilities.Contains("MOVE"));
        await server.CloseAsync();
    }

    [Fact]
    public async Task No_password_is_asked_for_after_PREAUTH()
    {
        await using ScriptedServer server = ScriptedServer.Bare();
        ImapClientOptions options = server.OptionsFor();
        options.Mechanism = SaslMechanism.External();

        Task<ImapConnection> connecting = await server.ConnectAsync(options, "* PREAUTH [CAPABILITY IMAP4rev1] welcome alice\r\n");

        await using ImapConnection connection = await connecting.InTime();
        Assert.Equal(ImapConnectionState.Authenticated, connection.State);
        await server.CloseAsync();
    }

    [Fact]
    public async Task The_mechanism_that_is_set_comes_before_all_others()
    {
        await using ScriptedServer server = ScriptedServer.Bare();
        ImapClientOptions options = server.OptionsFor();
        options.Mechanism = SaslMechanism.External("bob");

        Task<ImapConnection> connecting = await server.ConnectAsync(options, "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=EXTERNAL] ready\r\n");

        await server.AnswerAsync("A1 AUTHENTICATE EXTERNAL Ym9i\r\n", "{tag} OK [CAPABILITY IMAP4rev1] welcome\r\n");
        await using ImapConnection connection = await connecting.InTime();
        Assert.Equal(ImapConnectionState.Authenticated, connection.State);
        await server.CloseAsync();
    }

    [Fact]
    public async Task A_token_is_requested_for_each_connection_and_once_more_after_a_refusal()
    {
        Queue<string> tokens = new(["old", "new", "newer"]);
        await using ScriptedServer first = ScriptedServer.Bare();
        await using ScriptedServer second = ScriptedServer.Bare();
        ImapClientOptions options = first.OptionsFor();
        options.Connection = ScriptedAccount.ConnectionTo(first, second) with { AllowPlaintext = true };
        options.TokenProvider = _ => new(tokens.Dequeue());

        Task<ImapConnection> connecting = await first.ConnectAsync(options, "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2 AUTH=PLAIN] ready\r\n");
        await first.AnswerAsync($"A1 AUTHENTICATE XOAUTH2 {XOAuth2("old")}\r\n", $"+ {Base64("{\"status\":\"401\"}")}\r\n");
        await first.ExpectAsync("\r\n");
        await first.SendAsync("A1 NO [AUTHENTICATIONFAILED] expired\r\n");
        await first.AnswerAsync($"A2 AUTHENTICATE XOAUTH2 {XOAuth2("new")}\r\n", "{tag} OK [CAPABILITY IMAP4rev1] welcome\r\n");
        await using ImapConnection one = await connecting.InTime();

        connecting = await second.ConnectAsync(options, "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready\r\n");
        await second.AnswerAsync($"A1 AUTHENTICATE XOAUTH2 {XOAuth2("newer")}\r\n", "{tag} OK [CAPABILITY IMAP4rev1] welcome\r\n");
        await using ImapConnection other = await connecting.InTime();

        Assert.Empty(tokens);
        await first.CloseAsync();
        await second.CloseAsync();
    }

    [Theory]
    [InlineData("AUTH=PLAIN", "A1 AUTHENTICATE PLAIN\r\n", "AUTHENTICATE PLAIN was refused: NO [AUTHENTICATIONFAILED] who? (check the user name and the password or token).")]
    [InlineData("LITERAL+", "A1 LOGIN alice \"secret\"\r\n", "LOGIN was refused: NO [AUTHENTICATIONFAILED] who? (check the user name and the password or token).")]
    public async Task A_refusal_closes_the_connection(string capabilities, string command, string message)
    {
        await using ScriptedServer server = ScriptedServer.Bare();
        ImapClientOptions options = server.OptionsFor();
        options.Password = "secret";

        Task<ImapConnection> connecting = await server.ConnectAsync(options, $"* OK [CAPABILITY IMAP4rev1 {capabilities}] ready\r\n");
        await server.AnswerAsync(command, "{tag} NO [AUTHENTICATIONFAILED] who?\r\n");
        await server.AnswerAsync("A2 LOGOUT\r\n", "* BYE bye\r\n{tag} OK done\r\n");
        await server.CloseAsync();

        ImapAuthenticationException refusal = await connecting.FailsAsync<ImapAuthenticationException>();
        Assert.Equal(message, refusal.Message);
    }

    [Theory]
    [InlineData(false, "AUTH=PLAIN LOGINDISABLED", "imap.example.org:143 offers no way to authenticate with a password that may be used: it offers PLAIN, and has disabled LOGIN (LOGINDISABLED). Without TLS, nothing is used that would reveal the secret: set ImapClientOptions.Security to Tls or StartTls, or AllowPlaintext if you trust the network.")]
    [InlineData(false, "LITERAL+", "imap.example.org:143 offers no way to authenticate with a password that may be used: it offers no mechanism. Without TLS, nothing is used that would reveal the secret: set ImapClientOptions.Security to Tls or StartTls, or AllowPlaintext if you trust the network.")]
    [InlineData(true, "AUTH=GSSAPI AUTH=NTLM LOGINDISABLED", "imap.example.org:143 offers no way to authenticate with a password that may be used: it offers GSSAPI, NTLM, and has disabled LOGIN (LOGINDISABLED). Set ImapClientOptions.Mechanism to one that the server offers.")]
    public async Task Nothing_is_sent_when_there_is_no_safe_way(bool allowPlaintext, string capabilities, string message)
    {
        await using ScriptedServer server = ScriptedServer.Bare();
        ImapClientOptions options = server.OptionsFor();
        options.Password = "secret";
        options.AllowPlaintext = allowPlaintext;

        Task<ImapConnection> connecting = await server.ConnectAsync(options, $"* OK [CAPABILITY IMAP4rev1 {capabilities}] ready\r\n");
        await server.AnswerAsync("A1 LOGOUT\r\n", "* BYE bye\r\n{tag} OK done\r\n");
        await server.CloseAsync();

        Assert.Equal(message, (await connecting.FailsAsync<ImapAuthenticationException>()).Message);
    }

    [Fact]
    public async Task A_tunnel_that_does_not_open_says_why()
    {
        ImapClientOptions options = new() { Host = "imap.example.org", Mechanism = SaslMechanism.External() };
        options.Connection = new() { Transport = new() { ConnectCallback = _ => throw new IOException("The tunnel is closed.") } };

        ImapConnectionException away = await new ImapClient(options).ConnectAsync(TestContext.Current.CancellationToken).FailsAsync<ImapConnectionException>();

        Assert.Equal(("The tunnel is closed.", CommandOutcome.NotSent), (away.Message, away.Outcome));
    }

    [Fact]
    public async Task A_tunnel_that_takes_too_long_is_abandoned()
    {
        ManualTimeProvider clock = new();
        ImapClientOptions options = new() { Host = "imap.example.org", Mechanism = SaslMechanism.External() };
        options.Connection = new()
        {
            Transport = new()
            {
                TimeProvider = clock,
                ConnectCallback = static async token =>
                {
                    // Only the token ends it.
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                    return null!;
                },
            },
        };

        Task<ImapConnection> connecting = new ImapClient(options).ConnectAsync(TestContext.Current.CancellationToken);
        await clock.WhenTimersArmedAsync().InTime();
        clock.Advance(TimeSpan.FromSeconds(30));

        ImapConnectionException away = await connecting.FailsAsync<ImapConnectionException>();
        Assert.StartsWith("Connecting to imap.example.org:993 took longer than 30 s.", away.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_options_are_refused_at_once_and_all_of_them()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new ImapClient(new ImapClientOptions { Host = "imaps://imap.example.org", Port = 0, Password = "secret" }));

        Assert.Equal(
            "ImapClientOptions.Host: 'imaps://imap.example.org' is not a host name or an IP address. Specify only the name, without scheme, user or port. "
            + "ImapClientOptions.Port is 0: a port is between 1 and 65535; IMAP over TLS uses 993, IMAP with STARTTLS 143. "
            + "ImapClientOptions.UserName is not set: it identifies the account. (Parameter 'options')",
            refusal.Message);
    }

    [Fact]
    public void Options_show_no_secret() =>
        Assert.Equal("alice at imap.example.org (Tls)", new ImapClientOptions { Host = "imap.example.org", UserName = "alice", Password = "secret" }.ToString());

    private static string XOAuth2(string token) => Base64($"user=alice\u0001auth=Bearer {token}\u0001\u0001");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
