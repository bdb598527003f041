using System.Net;
using System.Net.Sockets;

namespace ImapAsync.Testing;

/// <summary>Listens on a port chosen by the system, and hands over each connection.</summary>
internal sealed class PortListener : IAsyncDisposable
{
    private readonly Socket _socket;
    private readonly Action<Stream> _connected;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    public PortListener(IPAddress address, int port, Action<Stream> connected)
    {
        _connected = connected;
        _socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _socket.Bind(new IPEndPoint(address, port));
        _socket.Listen(512);
        Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _socket.Dispose();
        await _accepting.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Socket client = await _socket.AcceptAsync(_stop.Token).ConfigureAwait(false);
                client.NoDelay = true;
                _connected(new TcpStream(client));
            }
            catch (Exception exception)
                when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // A client that hung up before it was accepted does not matter; the end of the listener ends the loop.
            }
        }
    }
}
