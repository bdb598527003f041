using System.Net.Sockets;

namespace ImapAsync.Tests;

/// <summary>A proxy that the test plays byte by byte.</summary>
internal sealed class ProxySession : IAsyncDisposable
{
    private readonly LoopbackListener _listener = new();
    private readonly Task _script;
    private readonly TaskCompletionSource<NetworkStream> _tunnel = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="script">What the proxy expects and answers until the tunnel is open or refused.</param>
    public ProxySession(Func<NetworkStream, Task> script) => _script = PlayAsync(script);

    public int Port => _listener.Port;

    public async Task<IImapTransport> ConnectAsync(ImapProxy proxy, string host = "imap.example.org", int port = 993)
    {
        IImapTransport transport = await ImapTransport.ConnectAsync(
            host, port, TestSockets.With(new() { Proxy = proxy }), TestContext.Current.CancellationToken);
        await _script;
        return transport;
    }

    public async Task<string> RefusalAsync(ImapProxy proxy, string host = "imap.example.org", int port = 993)
    {
        string message = (await Assert.ThrowsAnyAsync<IOException>(() => ConnectAsync(proxy, host, port))).ToString();
        await _script;
        return message;
    }

    /// <summary>The proxy's end of the tunnel, where the test plays the server.</summary>
    public Task<NetworkStream> Tunnel => _tunnel.Task;

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        if (_tunnel.Task.IsCompletedSuccessfully)
            await (await _tunnel.Task).DisposeAsync();
    }

    private async Task PlayAsync(Func<NetworkStream, Task> script)
    {
        NetworkStream peer = await _listener.AcceptAsync();
        _tunnel.SetResult(peer);
        await script(peer);
    }
}
