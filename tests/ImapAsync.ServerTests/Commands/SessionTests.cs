namespace ImapAsync.ServerTests;

/// <summary>CAPABILITY, NOOP, ID, ENABLE, STARTTLS, COMPRESS, UNAUTHENTICATE, LOGOUT, and untyped commands.</summary>
public sealed class SessionTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryConnection]
    [Seen("CAPABILITY", "NOOP", "ID", "LOGOUT", "AUTHENTICATE")]
    public async Task Capabilities_and_identity(ServerKind kind, ImapSecurity security)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(security, server.NewAccount(), Token);

        ImapCapabilities told = await connection.CapabilityAsync(Token);
        Assert.Equal(told, connection.Capabilities);
        Assert.True(told.Contains("IDLE") && told.Contains("NAMESPACE") && told.Contains("uidplus"), told.ToString());
        Assert.Equal(ImapProtocolVersion.Imap4Rev1, connection.ProtocolVersion);
        await connection.NoopAsync(Token);
        IReadOnlyDictionary<string, string?> id = await connection.IdAsync(new Dictionary<string, string?> { ["name"] = "ImapAsync \"tests\"", ["version"] = "1", ["os"] = null }, Token);
        Assert.StartsWith(kind == ServerKind.Cyrus ? "Cyrus" : "Dovecot", id["NAME"], StringComparison.Ordinal);
        Assert.NotEmpty(await connection.IdAsync(cancellationToken: Token));

        await connection.LogoutAsync(Token);
        Assert.Equal(ImapConnectionState.Logout, connection.State);
        await Assert.ThrowsAsync<ImapConnectionException>(async () => await connection.NoopAsync(Token));
    }

    [Theory]
    [EveryServer]
    [Seen("AUTHENTICATE")]
    public async Task Any_mechanism_by_a_callback(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, Token);
        Queue<string> answers = new([account.Name, account.Password]);
        SaslMechanism callback = SaslMechanism.FromCallback("LOGIN", (_, _) => new ValueTask<byte[]?>(System.Text.Encoding.ASCII.GetBytes(answers.Dequeue())));
        SaslMechanism cancelled = SaslMechanism.FromCallback("LOGIN", (_, _) => new ValueTask<byte[]?>((byte[]?)null));

        await Assert.ThrowsAsync<ImapAuthenticationException>(() => connection.AuthenticateAsync(cancelled, Token));
        await connection.AuthenticateAsync(callback, Token);

        Assert.Equal((ImapConnectionState.Authenticated, 0), (connection.State, answers.Count));
    }

    [Theory]
    [EveryServer]
    [Seen("ENABLE")]
    public async Task What_is_not_known_is_not_enabled(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);

        Assert.Equal(["CONDSTORE"], await connection.EnableAsync(["CONDSTORE", "X-NO-SUCH-THING"], Token));
        ImapCapabilities none = await connection.EnableAsync(["UTF8=ACCEPT"], Token);
        Assert.False(none.Contains("UTF8=ACCEPT"), none.ToString());
        Assert.Equal(["CONDSTORE"], connection.Enabled);
        // So names are still written as before.
        MailboxName name = server.NewMailboxName("Größe");
        await connection.CreateMailboxAsync(name, Token);
        Assert.Equal(name, Assert.Single(await connection.ListAsync(name.Value, Token)).Name);
    }

    [Theory]
    [EveryServer]
    [Seen("STARTTLS", "LOGIN")]
    public async Task TLS_begins_when_it_is_asked_for(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.None, Token);
        Assert.True(connection.Capabilities.Contains("STARTTLS"), connection.Capabilities.ToString());

        await connection.StartTlsAsync(Token);

        Assert.Equal("127.0.0.1", connection.Tls!.TargetHost);
        await connection.LoginAsync(account.Name, account.Password, Token);
        Assert.False(connection.Capabilities.Contains("STARTTLS"), connection.Capabilities.ToString());
    }

    [Theory]
    [EveryConnection]
    [Seen("COMPRESS DEFLATE")]
    public async Task Everything_after_compress_is_compressed(ServerKind kind, ImapSecurity security)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(security, server.NewAccount(), Token);
        byte[] message = Mail.Numbered(1, bodyLines: 10_000);

        await connection.CompressAsync(Token);
        AppendResult appended = await connection.AppendAsync("INBOX", message, Token);

        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        Assert.Equal(message, await inbox.FetchOctetsAsync(appended.Uid!.Value, FetchItem.Body(), Token));
        await Assert.ThrowsAsync<ImapCommandException>(async () => await connection.CompressAsync(Token));
        await connection.NoopAsync(Token);
    }

    [Fact]
    [Seen("UNAUTHENTICATE", "LOGIN", On = [ServerKind.Cyrus])]
    public async Task Another_user_on_the_same_connection()
    {
        TestServer server = await servers.GetCyrusAsync();
        TestAccount account = server.NewAccount();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.Administrator, Token);
        await connection.EnableAsync(["CONDSTORE"], Token);
        Assert.True(connection.Capabilities.Contains("UNAUTHENTICATE"), connection.Capabilities.ToString());

        await connection.UnauthenticateAsync(Token);

        Assert.Equal((ImapConnectionState.NotAuthenticated, 0), (connection.State, connection.Enabled.Count));
        await connection.LoginAsync(account.Name, account.Password, Token);
        await connection.AppendAsync("INBOX", Mail.Numbered(1), Token);
        Assert.Equal(1, (await connection.SelectAsync("INBOX", Token)).Exists);
    }

    [Theory]
    [EveryServer]
    [Seen("IDLE", "SELECT")]
    public async Task Updates_as_they_happen(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        await using ImapConnection other = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        await using IAsyncEnumerator<MailboxEvent> news = inbox.IdleAsync(Token).GetAsyncEnumerator(Token);

        ValueTask<bool> next = news.MoveNextAsync();
        Uid uid = (await other.AppendAsync("INBOX", Mail.Numbered(1), Token)).Uid!.Value;
        Assert.True(await next);
        Assert.Equal(new MailboxEvent.Exists(1), news.Current);
        // A command ends the IDLE, which then restarts.
        Assert.Equal(uid, (await inbox.FetchOneAsync(UidSet.All, FetchItems.Uid, Token)).Uid);

        SelectedMailbox there = await other.SelectAsync("INBOX", Token);
        await there.AddFlagsAsync(uid, Flag.Flagged | Flag.Deleted, Token);
        Assert.Contains(Flag.Flagged, (await NextAsync<MailboxEvent.Fetched>(news)).Message.Flags);
        await there.ExpungeAsync(Token);
        Assert.Equal(1u, (await NextAsync<MailboxEvent.Expunged>(news)).Number.Value);
        Assert.Equal(0, inbox.Exists);
    }

    private static async Task<T> NextAsync<T>(IAsyncEnumerator<MailboxEvent> news)
        where T : MailboxEvent
    {
        while (await news.MoveNextAsync())
        {
            if (news.Current is T wanted)
                return wanted;
        }

        throw new InvalidOperationException("The news have ended.");
    }
}
