using System.Net;
using System.Net.Sockets;

namespace ImapAsync.Tests;

/// <summary>An address that neither accepts nor refuses: a listener whose queue is full, so that further connections are not answered.</summary>
internal sealed class SilentAddress : IDisposable
{
    private readonly LoopbackListener _listener;
    private readonly List<Socket> _queued = [];

    public SilentAddress(string address, int port = 0)
    {
        _listener = new LoopbackListener(address, port, backlog: 0);
        for (int i = 0; i < 4; i++)
        {
            Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            _queued.Add(socket);
            try
            {
                socket.Connect(new IPEndPoint(IPAddress.Parse(address), _listener.Port));
            }
            catch (SocketException failure) when (failure.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
            {
                // It waits in the queue, or for a place in it.
            }
        }
    }

    public int Port => _listener.Port;

    public void Dispose()
    {
        foreach (Socket socket in _queued)
            socket.Dispose();
        _listener.Dispose();
    }
}
