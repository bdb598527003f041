namespace ImapAsync.ServerTests;

/// <summary>Every mechanism of each server, over every kind of security.</summary>
public sealed class AuthenticationTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryMechanism]
    [Seen("AUTHENTICATE")]
    public async Task Authenticates(ServerKind kind, ImapSecurity security, string mechanism)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await ConnectAsync(server, security, mechanism);

        await connection.AuthenticateAsync(await Mechanisms.CreateAsync(mechanism, server, server.Alice), Token);

        Assert.True(connection.Capabilities.Contains("UIDPLUS"), connection.Capabilities.ToString());
        // Cyrus 3.6 crashes right after an anonymous login: "* BYE Fatal error: Internal error: assertion failed".
        if (mechanism == "ANONYMOUS")
            return;
        Assert.Equal(ImapConnectionState.Authenticated, connection.State);
        await AssertIsAsync(server.Alice, connection, server);
    }

    [Theory]
    [EveryMechanism(OnlyWithPassword = true)]
    public async Task Reports_a_wrong_password_and_then_accepts_the_right_one(ServerKind kind, ImapSecurity security, string mechanism)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using ImapConnection connection = await ConnectAsync(server, security, mechanism);

        SaslMechanism wrong = await Mechanisms.CreateAsync(mechanism, server, account with { Password = "wrong-secret" });
        ImapAuthenticationException refusal = await Assert.ThrowsAsync<ImapAuthenticationException>(() => connection.AuthenticateAsync(wrong, Token));

        Assert.Equal(mechanism, refusal.Mechanism);
        Assert.StartsWith($"AUTHENTICATE {mechanism} was refused: NO", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-secret", refusal.ToString(), StringComparison.Ordinal);
        Assert.Equal(ImapConnectionState.NotAuthenticated, connection.State);

        await connection.AuthenticateAsync(await Mechanisms.CreateAsync(mechanism, server, account), Token);
        Assert.Equal(ImapConnectionState.Authenticated, connection.State);
    }

    [Theory]
    [EveryConnection]
    [Seen("LOGIN")]
    public async Task Logs_in_with_what_needs_quotes(ServerKind kind, ImapSecurity security)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using ImapConnection connection = await server.ConnectAsync(security, Token);

        ImapCommandException refusal = await Assert.ThrowsAsync<ImapCommandException>(async () => await connection.LoginAsync(account.Name, "wrong \"and\" \\ quoted", Token));
        Assert.Equal(ImapStatus.No, refusal.Status);
        Assert.DoesNotContain("quoted", refusal.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<ImapCommandException>(async () => await connection.LoginAsync(account.Name, "wröng\r\nin a literal", Token));

        await connection.LoginAsync(account.Name, account.Password, Token);
        Assert.Equal(ImapConnectionState.Authenticated, connection.State);
        Assert.True(connection.Capabilities.Contains("UIDPLUS"), connection.Capabilities.ToString());
        await AssertIsAsync(account, connection, server);
    }

    [Theory]
    [EveryServer]
    public async Task Acts_for_another_as_an_administrator(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        string name = server.NewMailboxName("open");
        await using ImapConnection own = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        await own.CreateMailboxAsync(name, Token);
        if (kind == ServerKind.Dovecot)
            await own.SetAclAsync(name, server.Administrator.Name, "lr", Token);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, Token);

        await connection.AuthenticateAsync(SaslMechanism.Plain(server.Administrator.Name, server.Administrator.Password, account.Name), Token);

        Assert.Single(await connection.ListAsync(name, Token));
    }

    [Theory]
    [EveryServer]
    public async Task Allows_nobody_else_to_act_for_another(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, Token);

        SaslMechanism mechanism = SaslMechanism.Plain(account.Name, account.Password, server.Bob.Name);
        await Assert.ThrowsAsync<ImapAuthenticationException>(() => connection.AuthenticateAsync(mechanism, Token));
        Assert.Equal(ImapConnectionState.NotAuthenticated, connection.State);
    }

    [Theory]
    [EveryServer]
    public async Task Refuses_to_send_a_password_in_the_clear(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using ImapConnection connection = await ImapConnection.ConnectAsync(
            server.Endpoint(ImapSecurity.None), server.ConnectionOptions with { AllowPlaintext = false }, Token);

        InvalidOperationException plain = await Assert.ThrowsAsync<InvalidOperationException>(
            () => connection.AuthenticateAsync(SaslMechanism.Plain(account.Name, account.Password), Token));
        Assert.Contains("AllowPlaintext", plain.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await connection.LoginAsync(account.Name, account.Password, Token));

        await connection.AuthenticateAsync(SaslMechanism.ScramSha256(account.Name, account.Password), Token);
        await AssertIsAsync(account, connection, server);
    }

    [Theory]
    [EveryServer]
    public async Task Does_not_log_in_where_the_server_has_disabled_it(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using (ImapConnection connection = await ImapConnection.ConnectAsync(server.Endpoint(ImapSecurity.None, server.SecureOnlyHost), server.ConnectionOptions, Token))
        {
            Assert.True(connection.Capabilities.Contains("LOGINDISABLED"), connection.Capabilities.ToString());
            ImapAuthenticationException refusal = await Assert.ThrowsAsync<ImapAuthenticationException>(async () => await connection.LoginAsync(account.Name, account.Password, Token));
            Assert.Contains("LOGINDISABLED", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("TLS", refusal.Message, StringComparison.Ordinal);
        }

        await using ImapConnection encrypted = await ImapConnection.ConnectAsync(server.Endpoint(ImapSecurity.StartTls, server.SecureOnlyHost), server.ConnectionOptions, Token);
        Assert.False(encrypted.Capabilities.Contains("LOGINDISABLED"), encrypted.Capabilities.ToString());
        await encrypted.LoginAsync(account.Name, account.Password, Token);
        Assert.Equal(ImapConnectionState.Authenticated, encrypted.State);
    }

    [Fact]
    public async Task Reports_where_a_referred_user_is()
    {
        TestServer server = await servers.GetDovecotAsync();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, Token);

        ImapCommandException login = await Assert.ThrowsAsync<ImapCommandException>(async () => await connection.LoginAsync("carol", "carol-pass", Token));
        Assert.True(login.Code?.Is("REFERRAL"), login.Message);
        Assert.Contains("imap://", login.Message, StringComparison.Ordinal);

        ImapAuthenticationException sasl = await Assert.ThrowsAsync<ImapAuthenticationException>(() => connection.AuthenticateAsync(SaslMechanism.Plain("carol", "carol-pass"), Token));
        ImapCommandException cause = Assert.IsType<ImapCommandException>(sasl.InnerException);
        Assert.True(cause.Code?.Is("REFERRAL"), sasl.Message);
    }

    [Theory]
    [InlineData("XOAUTH2")]
    [InlineData("OAUTHBEARER")]
    public async Task Reports_that_a_token_has_expired(string mechanism)
    {
        TestServer server = await servers.GetDovecotAsync();
        string expired = await server.ReadTokenAsync("alice", expired: true);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, Token);

        int asked = 0;
        ImapAuthenticationException refusal = await Assert.ThrowsAsync<ImapAuthenticationException>(() => connection.AuthenticateAsync(OAuth(mechanism, () => (++asked, expired).expired), Token));

        // What has not changed is not sent again.
        Assert.Equal(2, asked);
        Assert.Equal(mechanism == "XOAUTH2" ? "401" : "invalid_token", refusal.ServerError?.Code);
        Assert.Contains(refusal.ServerError!.Code, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(expired, refusal.ToString(), StringComparison.Ordinal);
        Assert.Equal(ImapConnectionState.NotAuthenticated, connection.State);
    }

    [Theory]
    [InlineData("XOAUTH2")]
    [InlineData("OAUTHBEARER")]
    public async Task Asks_once_for_a_fresh_token_when_one_has_expired(string mechanism)
    {
        TestServer server = await servers.GetDovecotAsync();
        Queue<string> tokens = new([await server.ReadTokenAsync("alice", expired: true), await server.ReadTokenAsync("alice")]);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, Token);

        await connection.AuthenticateAsync(OAuth(mechanism, tokens.Dequeue), Token);

        Assert.Empty(tokens);
        await AssertIsAsync(server.Alice, connection, server);
    }

    [Theory]
    [InlineData("XOAUTH2")]
    [InlineData("OAUTHBEARER")]
    public async Task Fails_when_the_fresh_token_is_refused_too(string mechanism)
    {
        TestServer server = await servers.GetDovecotAsync();
        Queue<string> tokens = new([await server.ReadTokenAsync("alice", expired: true), await server.ReadTokenAsync("bob", expired: true), await server.ReadTokenAsync("alice")]);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, Token);

        ImapAuthenticationException refusal = await Assert.ThrowsAsync<ImapAuthenticationException>(() => connection.AuthenticateAsync(OAuth(mechanism, tokens.Dequeue), Token));

        Assert.Single(tokens);
        Assert.Contains("asked once for a new one", refusal.Message, StringComparison.Ordinal);
    }

    private static SaslMechanism OAuth(string mechanism, Func<string> provider) => mechanism == "XOAUTH2"
        ? SaslMechanism.XOAuth2("alice", _ => new ValueTask<string>(provider()))
        : SaslMechanism.OAuthBearer("alice", _ => new ValueTask<string>(provider()));

    private static Task<ImapConnection> ConnectAsync(TestServer server, ImapSecurity security, string mechanism) =>
        ImapConnection.ConnectAsync(server.Endpoint(security), Mechanisms.Options(mechanism, server), Token);

    /// <summary>A mailbox created in one session is visible in another of the same user.</summary>
    private static async Task AssertIsAsync(TestAccount account, ImapConnection connection, TestServer server)
    {
        string name = server.NewMailboxName("who");
        await connection.CreateMailboxAsync(name, Token);
        await using ImapConnection other = await server.ConnectAsync(ImapSecurity.None, account, Token);
        MailboxInfo seen = Assert.Single(await other.ListAsync(name, Token));
        Assert.Equal(name, seen.Name.ToString());
        await connection.DeleteMailboxAsync(name, Token);
    }
}
