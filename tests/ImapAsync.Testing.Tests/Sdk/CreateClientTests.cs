namespace ImapAsync.Testing.Tests;

public sealed class CreateClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_of_the_server_connects_and_is_authenticated()
    {
        await using ImapTestServer server = await ImapTestServer.StartAsync(
            static options => options.AddUser("alice", "secret").Inbox.AddMessages(3), Token);
        IImapClient client = server.CreateClient("alice", "secret");

        await using IImapConnection connection = await client.ConnectAsync(Token);

        Assert.Equal(ImapConnectionState.Authenticated, connection.State);
        Assert.Equal(3, (await connection.SelectAsync("INBOX", Token)).Exists);
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        await using ImapTestServer server = await ImapTestServer.StartAsync(
            static options => options.AddUser("alice", "secret"), Token);

        await Assert.ThrowsAnyAsync<ImapException>(() => server.CreateClient("alice", "wrong").ConnectAsync(Token));
    }

    [Fact]
    public async Task Dropping_the_connections_ends_each_of_them()
    {
        await using ImapTestServer server = await ImapTestServer.StartAsync(
            static options => options.AddUser("alice", "secret"), Token);
        IImapClient client = server.CreateClient("alice", "secret");
        await using IImapConnection first = await client.ConnectAsync(Token);
        await using IImapConnection second = await client.ConnectAsync(Token);

        server.DropConnections();

        await Assert.ThrowsAsync<ImapConnectionException>(() => first.NoopAsync(Token));
        await Assert.ThrowsAsync<ImapConnectionException>(() => second.NoopAsync(Token));
        await using IImapConnection third = await client.ConnectAsync(Token);
        await third.NoopAsync(Token);
    }
}
