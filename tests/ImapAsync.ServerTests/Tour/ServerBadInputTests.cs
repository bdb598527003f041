namespace ImapAsync.ServerTests;

/// <summary>How a server or its certificate reacts to bad input: the exception says what was wrong and what to do, and the next command works.</summary>
public sealed class ServerBadInputTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    public async Task A_wrong_password(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using ImapConnection imap = await server.ConnectAsync(ImapSecurity.Tls, Token);

        ImapCommandException refusal = await Assert.ThrowsAsync<ImapCommandException>(() => imap.LoginAsync(account.Name, "wrong-secret", Token));

        Assert.StartsWith("LOGIN was refused: NO ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-secret", refusal.ToString(), StringComparison.Ordinal);
        await imap.LoginAsync(account.Name, account.Password, Token);
        Assert.Equal(ImapConnectionState.Authenticated, imap.State);
    }

    [Theory]
    [EveryServer]
    public async Task A_certificate_for_another_host(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        ImapConnectionOptions options = server.ConnectionOptions with { Tls = new TlsOptions { TrustedRoots = [server.Authority], TargetHost = "imap.example.org" } };

        foreach (ImapSecurity security in (ImapSecurity[])[ImapSecurity.Tls, ImapSecurity.StartTls])
        {
            ImapConnectionException refusal = await Assert.ThrowsAsync<ImapConnectionException>(() => ImapConnection.ConnectAsync(server.Endpoint(security), options, Token));

            Assert.Contains("imap.example.org", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("localhost", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [EveryServer]
    public async Task A_server_that_does_not_exist(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);

        // Nothing listens there: the TLS port is bound only to these addresses.
        ImapConnectionException refusal = await Assert.ThrowsAsync<ImapConnectionException>(
            () => ImapConnection.ConnectAsync(new ImapEndpoint("127.0.0.9", server.TlsPort), server.ConnectionOptions, Token));

        Assert.Contains($"127.0.0.9:{server.TlsPort}", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [EveryServer]
    public async Task A_mailbox_and_a_section_that_do_not_exist(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection imap = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        await imap.AppendAsync("INBOX", Mail.Numbered(1), Token);

        ImapCommandException mailbox = await Assert.ThrowsAsync<ImapCommandException>(() => imap.SelectAsync("INBOX.nothing", Token));
        Assert.StartsWith("SELECT \"INBOX.nothing\" was refused: NO ", mailbox.Message, StringComparison.Ordinal);

        SelectedMailbox inbox = await imap.SelectAsync("INBOX", Token);
        BodyPart third = new BodyPart { Children = [new(), new(), new()] }.Children[2];
        // Cyrus says NIL; Dovecot sends an empty string, as it would for an empty part.
        if (kind == ServerKind.Dovecot)
            Assert.Equal("", await inbox.ReadTextAsync(new Uid(1), third, cancellationToken: Token));
        else
            await Assert.ThrowsAsync<ImapNotFoundException>(() => inbox.OpenPartAsync(new Uid(1), third, Token));

        Assert.Equal(1, (await inbox.SearchAsync(SearchQuery.All, Token)).Uids.Count);
    }

    [Theory]
    [EveryServer]
    public async Task A_closed_connection(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        ImapConnection imap = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        await imap.LogoutAsync(Token);

        ImapConnectionException closed = await Assert.ThrowsAsync<ImapConnectionException>(() => imap.NoopAsync(Token));

        Assert.Equal(CommandOutcome.NotSent, closed.Outcome);
        Assert.Contains("before NOOP was sent", closed.Message, StringComparison.Ordinal);
        await imap.DisposeAsync();
    }
}
