using System.Net;
using System.Net.Sockets;

namespace ImapAsync.Tests;

public class TcpTransportTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_go_both_ways()
    {
        using LoopbackListener listener = new();
        Task<NetworkStream> accepting = listener.AcceptAsync();
        await using IImapTransport transport = await ImapTransport.ConnectAsync(
            "localhost", listener.Port, TestSockets.With(), Ct);
        await using NetworkStream peer = await accepting;

        await transport.SendAsync("a1 NOOP\r\n");
        await peer.ExpectAsync("a1 NOOP\r\n");
        await peer.SendAsync("a1 OK done\r\n");
        await transport.ExpectAsync("a1 OK done\r\n");

        Assert.Equal(listener.Port, Assert.IsType<IPEndPoint>(transport.RemoteEndPoint).Port);
        Assert.Null(transport.Tls);
    }

    [Fact]
    public async Task The_end_of_the_stream_is_seen_after_the_last_bytes()
    {
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        await using IImapTransport _ = transport;
        await peer.SendAsync("* BYE idle for too long\r\n");
        await peer.DisposeAsync();

        await transport.ExpectAsync("* BYE idle for too long\r\n");
        await transport.ExpectEndAsync();
    }

    [Fact]
    public async Task Disposing_closes_the_stream()
    {
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        await using NetworkStream _ = peer;
        await transport.DisposeAsync();
        await transport.DisposeAsync();
        Assert.Equal(0, await peer.ReadAsync(new byte[1], Ct));
    }

    [Fact]
    public async Task The_socket_sends_at_once_and_probes_the_peer()
    {
        using LoopbackListener listener = new();
        using Socket socket = await TcpDialer.ConnectAsync("127.0.0.1", listener.Port, "the server", TransportOptions.Default, Ct);

        Assert.True(socket.NoDelay);
        Assert.Equal(1, socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive));
        Assert.Equal(60, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime));
        Assert.Equal(15, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval));
        Assert.Equal(4, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount));
    }

    [Fact]
    public async Task Keep_alive_can_be_off()
    {
        using LoopbackListener listener = new();
        using Socket socket = await TcpDialer.ConnectAsync("127.0.0.1", listener.Port, "the server", new TransportOptions { KeepAliveTime = Timeout.InfiniteTimeSpan }, Ct);
        Assert.Equal(0, socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive));
    }

    [Fact]
    public async Task A_refusal_names_host_port_and_reason()
    {
        int port;
        using (LoopbackListener listener = new LoopbackListener())
            port = listener.Port;
        SocketException failure = await Assert.ThrowsAsync<SocketException>(async () => await ImapTransport.ConnectAsync("127.0.0.1", port, cancellationToken: Ct));
        Assert.Equal(SocketError.ConnectionRefused, failure.SocketErrorCode);
        Assert.StartsWith($"Could not connect to 127.0.0.1:{port} (127.0.0.1: Connection refused). Check that host and port are right", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_host_is_named()
    {
        SocketException failure = await Assert.ThrowsAsync<SocketException>(async () => await ImapTransport.ConnectAsync("no-such-host.invalid", 993, cancellationToken: Ct));
        Assert.StartsWith("The address of no-such-host.invalid could not be found: ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("imaps://imap.example.org", 993)]
    [InlineData("imap.example.org:993", 993)]
    [InlineData("alice@imap.example.org", 993)]
    [InlineData("imap.example.org/INBOX", 993)]
    [InlineData("imap example", 993)]
    [InlineData("imap.example.org\r\nX: y", 993)]
    [InlineData(" ", 993)]
    [InlineData("", 993)]
    [InlineData("imap.example.org", 0)]
    [InlineData("imap.example.org", 65536)]
    public async Task An_invalid_host_or_port_is_refused_before_anything_is_sent(string host, int port) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await ImapTransport.ConnectAsync(host, port, cancellationToken: Ct));

    [Theory]
    [InlineData("imap.example.org")]
    [InlineData("imap.example.org.")]
    [InlineData("mail_server")]
    [InlineData("192.0.2.1")]
    [InlineData("2001:db8::1")]
    [InlineData("[2001:db8::1]")]
    [InlineData("fe80::1%eth0")]
    [InlineData("bücher.example")]
    public void Names_and_addresses_are_hosts(string host) => HostAndPort.Check(host, 993);

    [Theory]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("[2001:db8::1]", "2001:db8::1")]
    [InlineData("imap.example.org", "imap.example.org")]
    public void Hosts_are_spelled_as_the_network_knows_them(string host, string expected) => Assert.Equal(expected, HostAndPort.ToAscii(host));

    [Fact]
    public async Task A_connect_that_takes_too_long_ends_with_the_limit_and_the_host()
    {
        using SilentAddress silent = new("127.0.0.1");
        ManualTimeProvider clock = new();
        TransportOptions options = new() { TimeProvider = clock };
        Task connecting = ImapTransport.ConnectAsync("127.0.0.1", silent.Port, options, Ct).AsTask();
        await clock.WhenTimersArmedAsync();

        clock.Advance(TimeSpan.FromSeconds(30));

        TimeoutException failure = await Assert.ThrowsAsync<TimeoutException>(() => connecting);
        Assert.StartsWith($"Connecting to 127.0.0.1:{silent.Port} took longer than 30 s.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connect_can_be_cancelled()
    {
        using SilentAddress silent = new("127.0.0.1");
        using CancellationTokenSource cancel = new();
        Task connecting = ImapTransport.ConnectAsync("127.0.0.1", silent.Port, cancellationToken: cancel.Token).AsTask();
        await cancel.CancelAsync();
        OperationCanceledException failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
        Assert.Equal(cancel.Token, failure.CancellationToken);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TransportOptions { ConnectTimeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TransportOptions { ConnectTimeout = TimeSpan.FromSeconds(-2) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TransportOptions { KeepAliveTime = TimeSpan.FromMilliseconds(1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TransportOptions { KeepAliveInterval = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TransportOptions { KeepAliveRetries = 0 });
        Assert.Equal(Timeout.InfiniteTimeSpan, new TransportOptions { ConnectTimeout = Timeout.InfiniteTimeSpan }.ConnectTimeout);
    }
}
