namespace ImapAsync.Tests;

/// <summary>A server on a loopback port whose every octet the test decides, for a client that comes through the whole stack: resolver, sockets, TLS.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly LoopbackListener _listener = new();
    private readonly Task _serving;
    private HostilePeer? _peer;

    /// <param name="script">What the server does with its one client. It may end by the client's hanging up.</param>
    public HostileServer(Func<HostilePeer, Task> script) => _serving = ServeAsync(script);

    /// <summary>Everything that the client has said without TLS.</summary>
    public string SaidInTheClear => _peer?.SaidInTheClear ?? "";

    /// <summary>Everything that the client has said under TLS.</summary>
    public string SaidUnderTls => _peer?.SaidUnderTls ?? "";

    public static ImapConnectionOptions Options => new() { Tls = TestCertificates.Trusting };

    public async Task<ImapConnection> ConnectAsync(ImapSecurity security, ImapConnectionOptions? options = null)
    {
        options ??= Options;
        options = options with { Transport = TestSockets.With(options.Transport) };
        ImapEndpoint endpoint = new("localhost", _listener.Port, security);
        return await ImapConnection.ConnectAsync(endpoint, options, TestContext.Current.CancellationToken).InTime();
    }

    /// <summary>Connects, expecting a failure, and waits until the server has seen the client's last octet.</summary>
    public async Task<ImapConnectionException> RefusesAsync(ImapSecurity security, ImapConnectionOptions? options = null)
    {
        ImapConnectionException refusal = await Assert.ThrowsAsync<ImapConnectionException>(() => ConnectAsync(security, options));
        await EndedAsync();
        return refusal;
    }

    /// <summary>Ends when the script has, and the client has hung up.</summary>
    public Task EndedAsync() => _serving.InTime();

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await EndedAsync();
    }

    private async Task ServeAsync(Func<HostilePeer, Task> script)
    {
        await using HostilePeer peer = _peer = new HostilePeer(await _listener.AcceptAsync());
        try
        {
            await script(peer);
            await peer.ReadToEndAsync();
        }
        catch (Exception exception) when (exception is IOException or EndOfStreamException or System.Security.Authentication.AuthenticationException)
        {
            // The client has hung up, which is what most tests expect.
        }
    }
}
