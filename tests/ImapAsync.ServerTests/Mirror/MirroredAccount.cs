using ImapAsync.Testing;

namespace ImapAsync.ServerTests;

/// <summary>An account on a real server or on the embedded one, to which any number of clients connect.</summary>
internal sealed class MirroredAccount(
    Func<CancellationToken, Task<ImapConnection>> connect, string prefix, IAsyncDisposable? owned = null)
    : IAsyncDisposable
{
    public MailboxName Mirrored { get; } = prefix + "mirrored";

    public MailboxName Other { get; } = prefix + "other";

    /// <summary>A connection that has logged in.</summary>
    public Task<ImapConnection> ConnectAsync(CancellationToken cancellationToken) => connect(cancellationToken);

    /// <param name="servers">The real servers.</param>
    /// <param name="kind">Which; null for the embedded one.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    public static async Task<MirroredAccount> CreateAsync(
        TestServers servers, ServerKind? kind, CancellationToken cancellationToken)
    {
        if (kind is not { } real)
            return await CreateEmbeddedAsync(cancellationToken);
        TestServer server = await servers.GetAsync(real);
        TestAccount account = server.NewAccount();
        return new MirroredAccount(
            token => server.ConnectAsync(ImapSecurity.None, account, token),
            real == ServerKind.Cyrus ? "INBOX." : "");
    }

    public ValueTask DisposeAsync() => owned?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<MirroredAccount> CreateEmbeddedAsync(CancellationToken cancellationToken)
    {
        ImapTestServer server = await ImapTestServer.StartAsync(
            static options => options.AddUser("alice", "secret"), cancellationToken);
        return new MirroredAccount(
            async token =>
            {
                ImapConnection connection = await server.ConnectAsync(token);
                await connection.LoginAsync("alice", "secret", token);
                return connection;
            },
            "", server);
    }
}
