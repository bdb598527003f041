namespace ImapAsync.ServerTests;

public sealed class ConnectionTests(TestServers servers)
{
    [Theory]
    [EveryConnection]
    public async Task Authenticates(ServerKind kind, ImapSecurity security)
    {
        TestServer server = await servers.GetAsync(kind);

        await using ImapConnection connection = await server.ConnectAsync(security, server.NewAccount(), TestContext.Current.CancellationToken);

        Assert.Equal(ImapConnectionState.Authenticated, connection.State);
        Assert.True(connection.Capabilities.Contains("UIDPLUS"), connection.Capabilities.ToString());
        Assert.Equal(security == ImapSecurity.None, connection.Tls is null);
    }

    [Theory]
    [EveryServer]
    public async Task Trusts_no_unknown_authority(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);

        await Assert.ThrowsAnyAsync<ImapException>(() =>
            ImapConnection.ConnectAsync(server.Endpoint(ImapSecurity.Tls), TestContext.Current.CancellationToken));
    }
}
