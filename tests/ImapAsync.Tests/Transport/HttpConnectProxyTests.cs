using System.Net.Security;
using System.Net.Sockets;

namespace ImapAsync.Tests;

public class HttpConnectProxyTests
{
    private const string Connect = "CONNECT imap.example.org:993 HTTP/1.1\r\nHost: imap.example.org:993\r\n\r\n";

    [Theory]
    [InlineData("HTTP/1.1 200 Connection established\r\n\r\n")]
    [InlineData("HTTP/1.0 200 OK\r\nVia: 1.0 proxy\r\nX-Empty:\r\n\r\n")]
    [InlineData("HTTP/1.1 200\r\n\r\n")]
    [InlineData("HTTP/1.1 204 No Content\nServer: x\n\n")]
    public async Task The_tunnel_begins_right_after_the_empty_line(string answer)
    {
        await using ProxySession session = new(async peer =>
        {
            await peer.ExpectAsync(Connect);
            await peer.SendAsync(answer + "* OK ready\r\n");
        });
        await using IImapTransport transport = await session.ConnectAsync(ImapProxy.Http("127.0.0.1", session.Port));
        await transport.ExpectAsync("* OK ready\r\n");
        await transport.SendAsync("a NOOP\r\n");
        await (await session.Tunnel).ExpectAsync("a NOOP\r\n");
    }

    [Fact]
    public async Task Credentials_are_basic()
    {
        await using ProxySession session = new(async peer =>
        {
            // "Aladdin:open sesame", as in RFC 7617 §2.
            await peer.ExpectAsync("CONNECT [2001:db8::1]:143 HTTP/1.1\r\nHost: [2001:db8::1]:143\r\nProxy-Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n\r\n");
            await peer.SendAsync("HTTP/1.1 200 OK\r\n\r\n");
        });
        await using IImapTransport transport = await session.ConnectAsync(ImapProxy.Http("127.0.0.1", session.Port, "Aladdin", "open sesame"), "2001:db8::1", 143);
    }

    [Theory]
    [InlineData("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", null, "asks for authentication. Set a user name and a password.")]
    [InlineData("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", "alice", "refused the user name and password, or requires authentication other than Basic.")]
    [InlineData("HTTP/1.1 403 Forbidden\r\nContent-Length: 3\r\n\r\nno!", null, "did not connect to imap.example.org:993: \"HTTP/1.1 403 Forbidden\". Does it allow CONNECT to this port?")]
    [InlineData("HTTP/1.1 502 Bad \x1B[31mGateway\r\n\r\n", null, "\"HTTP/1.1 502 Bad ?[31mGateway\"")]
    [InlineData("* OK IMAP4rev1\r\n\r\n", null, "did not connect to imap.example.org:993: \"* OK IMAP4rev1\"")]
    [InlineData("\r\n\r\n", null, "did not connect to imap.example.org:993: \"\"")]
    [InlineData("HTTP/1.1 200 OK\r\nX: ", null, "closed the connection before its answer was complete. Is it an HTTP proxy?")]
    public async Task A_refusal_is_explained(string answer, string? user, string explanation)
    {
        await using ProxySession session = new(async peer =>
        {
            await peer.ExpectAsync(user is null ? Connect : Connect[..^2] + "Proxy-Authorization: Basic YWxpY2U6czNjcmV0\r\n\r\n");
            await peer.SendAsync(answer);
            peer.Socket.Shutdown(SocketShutdown.Send);
        });
        string refusal = await session.RefusalAsync(ImapProxy.Http("127.0.0.1", session.Port, user, user is null ? null : "s3cret"));
        Assert.Contains(explanation, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("YWxpY2U6czNjcmV0", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_answer_is_abandoned()
    {
        await using ProxySession session = new(async peer =>
        {
            await peer.ExpectAsync(Connect);
            await peer.SendAsync("HTTP/1.1 200 OK\r\nX: " + new string('x', 20_000));
        });
        Assert.Contains("is too long", await session.RefusalAsync(ImapProxy.Http("127.0.0.1", session.Port)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_proxy_ends_in_the_connect_timeout()
    {
        ManualTimeProvider clock = new();
        TaskCompletionSource asked = new();
        await using ProxySession session = new(async peer =>
        {
            await peer.ExpectAsync(Connect);
            asked.SetResult();
        });
        TransportOptions options = new() { Proxy = ImapProxy.Http("127.0.0.1", session.Port), TimeProvider = clock, ConnectTimeout = TimeSpan.FromSeconds(3) };
        Task connecting = ImapTransport.ConnectAsync("imap.example.org", 993, options, TestContext.Current.CancellationToken).AsTask();
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(3));
        await Assert.ThrowsAsync<TimeoutException>(() => connecting);
    }

    [Fact]
    public async Task Tls_is_spoken_with_the_server_not_with_the_proxy()
    {
        using LoopbackListener listener = new();
        Task<SslStream> serving = ServeAsync();
        await using IImapTransport transport = await ImapTransport.ConnectTlsAsync(
            "localhost", 993, TestCertificates.Trusting, new TransportOptions { Proxy = ImapProxy.Http("127.0.0.1", listener.Port) }, TestContext.Current.CancellationToken);
        await using SslStream server = await serving;
        Assert.Equal("localhost", transport.Tls!.TargetHost);
        await server.SendAsync("* OK\r\n");
        await transport.ExpectAsync("* OK\r\n");

        async Task<SslStream> ServeAsync()
        {
            NetworkStream peer = await listener.AcceptAsync();
            await peer.ExpectAsync("CONNECT localhost:993 HTTP/1.1\r\nHost: localhost:993\r\n\r\n");
            await peer.SendAsync("HTTP/1.1 200 OK\r\n\r\n");
            SslStream server = new(peer);
            await server.AuthenticateAsServerAsync(TestCertificates.Issue());
            return server;
        }
    }

    [Fact]
    public void Values_that_cannot_be_sent_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ImapProxy.Http("proxy", 3128, "a:b", "secret"));
        Assert.Throws<ArgumentException>(() => ImapProxy.Http("proxy", 3128, "a\r\nb", "secret"));
        Assert.Throws<ArgumentException>(() => ImapProxy.Http("proxy", 3128, "alice", "sec\nret"));
        Assert.Throws<ArgumentException>(() => ImapProxy.Http("proxy:3128", 3128));
        Assert.Equal("http://proxy:3128", ImapProxy.Http("proxy", 3128, "alice", "secret").ToString());
    }
}
