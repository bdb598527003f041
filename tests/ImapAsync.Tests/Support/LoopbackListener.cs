using System.Net;
using System.Net.Sockets;

namespace ImapAsync.Tests;

/// <summary>A TCP server on a free loopback port, whose peers the test plays itself.</summary>
internal sealed class LoopbackListener : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public LoopbackListener(string address = "127.0.0.1", int port = 0, int backlog = 100)
    {
        _socket.Bind(new IPEndPoint(IPAddress.Parse(address), port));
        _socket.Listen(backlog);
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public async Task<Socket> AcceptSocketAsync()
    {
        Socket accepted = await _socket.AcceptAsync(TestContext.Current.CancellationToken);
        accepted.NoDelay = true;
        return accepted;
    }

    public async Task<NetworkStream> AcceptAsync() => new(await AcceptSocketAsync(), ownsSocket: true);

    public void Dispose() => _socket.Dispose();

    /// <summary>A transport connected to a peer.</summary>
    public static async Task<(IImapTransport Transport, NetworkStream Peer)> ConnectAsync(TransportOptions? options = null)
    {
        using LoopbackListener listener = new();
        Task<NetworkStream> accepting = listener.AcceptAsync();
        IImapTransport transport = await ImapTransport.ConnectAsync(
            "127.0.0.1", listener.Port, TestSockets.With(options), TestContext.Current.CancellationToken);
        return (transport, await accepting);
    }
}
