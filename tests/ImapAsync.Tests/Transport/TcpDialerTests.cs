using System.Net;
using System.Net.Sockets;

namespace ImapAsync.Tests;

public class TcpDialerTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2001:db8::1 2001:db8::2 192.0.2.1 192.0.2.2", "2001:db8::1 192.0.2.1 2001:db8::2 192.0.2.2")]
    [InlineData("192.0.2.1 192.0.2.2 2001:db8::1", "192.0.2.1 2001:db8::1 192.0.2.2")]
    [InlineData("192.0.2.1", "192.0.2.1")]
    public void Families_take_turns_and_the_resolvers_first_choice_stays_first(string resolved, string expected)
    {
        IPAddress[] ordered = TcpDialer.Interleave([.. resolved.Split(' ').Select(IPAddress.Parse)]);
        Assert.Equal(expected, string.Join(' ', ordered.Select(address => address.ToString())));
    }

    [Fact]
    public async Task An_address_that_is_silent_delays_the_next_by_a_quarter_of_a_second()
    {
        using SilentAddress silent = new("127.0.0.2");
        using LoopbackListener listener = new("127.0.0.3", silent.Port);
        ManualTimeProvider clock = new();
        Task<Socket> dialing = DialAsync(["127.0.0.2", "127.0.0.3"], silent.Port, clock);
        TimeSpan almost = TcpDialer.AttemptDelay - TimeSpan.FromMilliseconds(1);
        clock.Advance(almost);
        Assert.Equal(1, clock.ArmedTimers);
        Task<Socket> accepting = listener.AcceptSocketAsync();
        Assert.False(accepting.IsCompleted);

        clock.Advance(TcpDialer.AttemptDelay - almost);

        using Socket connected = await dialing;
        using Socket accepted = await accepting;
        Assert.Equal("127.0.0.3", ((IPEndPoint)connected.RemoteEndPoint!).Address.ToString());
    }

    [Fact]
    public async Task An_address_that_refuses_does_not_delay_the_next()
    {
        using LoopbackListener listener = new("127.0.0.4");
        using Socket connected = await DialAsync(["127.0.0.5", "127.0.0.4"], listener.Port, new ManualTimeProvider());
        Assert.Equal("127.0.0.4", ((IPEndPoint)connected.RemoteEndPoint!).Address.ToString());
    }

    [Fact]
    public async Task The_first_address_wins_where_it_answers()
    {
        using LoopbackListener listener = new("127.0.0.6");
        using SilentAddress silent = new("127.0.0.7", listener.Port);
        using Socket connected = await DialAsync(["127.0.0.6", "127.0.0.7"], listener.Port, new ManualTimeProvider());
        Assert.Equal("127.0.0.6", ((IPEndPoint)connected.RemoteEndPoint!).Address.ToString());
    }

    [Fact]
    public async Task When_all_refuse_each_is_named()
    {
        int port;
        using (LoopbackListener listener = new LoopbackListener("127.0.0.8"))
            port = listener.Port;
        SocketException failure = await Assert.ThrowsAsync<SocketException>(() => DialAsync(["127.0.0.8", "127.0.0.9"], port, TimeProvider.System));
        Assert.StartsWith("Could not connect to imap.example.org:993 (127.0.0.8: Connection refused; 127.0.0.9: Connection refused).", failure.Message, StringComparison.Ordinal);
    }

    private static Task<Socket> DialAsync(string[] addresses, int port, TimeProvider time) =>
        TcpDialer.RaceAsync([.. addresses.Select(IPAddress.Parse)], port, "imap.example.org:993", new TransportOptions { TimeProvider = time }, Ct).AsTask();
}
