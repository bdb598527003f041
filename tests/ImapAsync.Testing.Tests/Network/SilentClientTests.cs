using System.Net.Sockets;
using ImapAsync.Testing.Tests.Support;
using ImapAsync.Tests;

namespace ImapAsync.Testing.Tests.Network;

/// <summary>
/// A client that says nothing is dropped after <see cref="ImapTestServerOptions.InactivityTimeout"/>, wherever it stopped: in the
/// handshake of TLS, in a command, or while it should read an answer.
/// </summary>
public sealed class SilentClientTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x16, 0x03, 0x01, 0x02, 0x00, 0x01 })]
    public async Task On_the_port_for_TLS(byte[] said)
    {
        ManualTimeProvider clock = new();
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(clock: clock);
        ImapEndpoint endpoint = server.TlsEndpoint;
        using TcpClient socket = new();
        await socket.ConnectAsync(endpoint.Host, endpoint.Port, Token);
        await socket.GetStream().WriteAsync(said, Token);
        await clock.WhenTimersArmedAsync();
        clock.Advance(Limit);
        Assert.Equal(0, await ReadAsync(socket.GetStream()));
    }

    [Fact]
    public async Task After_STARTTLS()
    {
        ManualTimeProvider clock = new();
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(clock: clock);
        await using WireClient client = await WireClient.ConnectAsync(server);
        Assert.StartsWith("A1 OK", await client.CommandAsync("A1 STARTTLS"), StringComparison.Ordinal);
        clock.Advance(Limit);
        Assert.Equal("", await client.UntilEndAsync());
    }

    [Theory]
    [InlineData("A1 AUTHENTICATE PLAIN\r\n", true)]
    [InlineData("A1 CREATE {5}\r\nab", true)]
    [InlineData("A1 CREA", false)]
    public async Task Elsewhere_too(string said, bool isAsked)
    {
        ManualTimeProvider clock = new();
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(clock: clock);
        await using WireClient client = await WireClient.ConnectAsync(server);
        await client.SendAsync(said);
        if (isAsked)
            Assert.StartsWith("+ ", await client.LineAsync(), StringComparison.Ordinal);
        clock.Advance(Limit);
        Assert.Equal("* BYE The connection was idle for too long\r\n", await client.UntilEndAsync());
    }

    [Fact]
    public async Task And_one_that_takes_none_of_its_answers()
    {
        ManualTimeProvider clock = new();
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(clock: clock);
        server.User("alice").Inbox.Deliver("A: b\n\n" + new string('x', 3_000_000));
        await using WireClient client = await WireClient.SelectAsync(server);
        await client.SendAsync("A1 FETCH 4 BODY.PEEK[]\r\n");
        await clock.WhenTimersArmedAsync(2);
        clock.Advance(Limit);
        Assert.DoesNotContain("A1 OK", await client.UntilEndAsync(), StringComparison.Ordinal);
    }

    // A reset ends the connection as well.
    private static async Task<int> ReadAsync(NetworkStream stream)
    {
        try
        {
            return await stream.ReadAsync(new byte[1], Token);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
