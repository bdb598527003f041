using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;

namespace ImapAsync.Tests;

public class TcpTransportTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_go_both_ways()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var endPoint = (IPEndPoint)listener.LocalEndpoint;
        Task<Socket> accepting = listener.AcceptSocketAsync(Ct).AsTask();
        await using IImapTransport transport = await ImapTransport.ConnectAsync("127.0.0.1", endPoint.Port, cancellationToken: Ct);
        using Socket peer = await accepting;

        await transport.Output.WriteAsync("a1 NOOP\r\n"u8.ToArray(), Ct);
        var received = new byte[100];
        Assert.Equal("a1 NOOP\r\n"u8.ToArray(), received[..await peer.ReceiveAsync(received, Ct)]);
        await peer.SendAsync("a1 OK done\r\n"u8.ToArray(), Ct);
        ReadResult result = await transport.Input.ReadAtLeastAsync(12, Ct);
        Assert.Equal("a1 OK done\r\n"u8.ToArray(), System.Buffers.BuffersExtensions.ToArray(result.Buffer));
        Assert.Equal(endPoint, transport.RemoteEndPoint);
        Assert.Null(transport.Tls);
    }
}
