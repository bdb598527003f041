using ImapAsync.Testing;

namespace ImapAsync.ServerTests.Embedded;

/// <summary>The same messages, under the same UIDs, on a real server and on the embedded one.</summary>
internal sealed class TwoMailboxes : IAsyncDisposable
{
    private readonly ImapTestServer _server;
    private readonly ImapConnection _realConnection;
    private readonly ImapConnection _embeddedConnection;

    private TwoMailboxes(ImapTestServer server, ImapConnection real, ImapConnection embedded)
    {
        _server = server;
        _realConnection = real;
        _embeddedConnection = embedded;
    }

    public SelectedMailbox Real { get; private set; } = null!;

    public SelectedMailbox Embedded { get; private set; } = null!;

    public static async Task<TwoMailboxes> CreateAsync(TestServer real, IReadOnlyList<AppendMessage> messages, CancellationToken cancellationToken)
    {
        ImapTestServer server = await ImapTestServer.StartAsync(options => options.AddUser("alice", "secret"), cancellationToken);
        TwoMailboxes two = new(
            server,
            await real.ConnectAsync(ImapSecurity.Tls, real.NewAccount(), cancellationToken),
            await server.ConnectAsync(cancellationToken));
        await two._embeddedConnection.LoginAsync("alice", "secret", cancellationToken);
        two.Real = await FillAsync(two._realConnection, messages, cancellationToken);
        two.Embedded = await FillAsync(two._embeddedConnection, messages, cancellationToken);
        return two;
    }

    public async ValueTask DisposeAsync()
    {
        await _realConnection.DisposeAsync();
        await _embeddedConnection.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static async Task<SelectedMailbox> FillAsync(ImapConnection connection, IReadOnlyList<AppendMessage> messages, CancellationToken cancellationToken)
    {
        await Task.WhenAll(messages.Select(message => connection.AppendAsync("INBOX", message, cancellationToken)));
        return await connection.SelectAsync("INBOX", cancellationToken);
    }
}
