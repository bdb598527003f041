using System.Net.Sockets;

namespace ImapAsync.Tests;

public class Socks5ProxyTests
{
    [Fact]
    public async Task A_name_is_resolved_by_the_proxy_and_the_greeting_after_the_answer_is_kept()
    {
        await using ProxySession session = new(async peer =>
        {
            await peer.ExpectAsync("\x05\x01\x00");
            await peer.SendAsync("\x05\x00");
            await peer.ExpectAsync("\x05\x01\x00\x03\x10imap.example.org\x03\u00E1");
            await peer.SendAsync("\x05\x00\x00\x01\x7F\x00\x00\x01\x1F\u0090* OK ready\r\n");
        });
        await using IImapTransport transport = await session.ConnectAsync(ImapProxy.Socks5("127.0.0.1", session.Port));

        await transport.ExpectAsync("* OK ready\r\n");
        await transport.SendAsync("a NOOP\r\n");
        await (await session.Tunnel).ExpectAsync("a NOOP\r\n");
    }

    [Fact]
    public async Task User_and_password_are_sent_when_the_proxy_chooses_them()
    {
        await using ProxySession session = new(async peer =>
        {
            await peer.ExpectAsync("\x05\x02\x00\x02");
            await peer.SendAsync("\x05\x02");
            await peer.ExpectAsync("\x01\x05" + "alice" + "\x08" + "pa\u00C3\u00A4word");
            await peer.SendAsync("\x01\x00");
            await peer.ExpectAsync("\x05\x01\x00\x01\u00C0\x00\x02\x07\x00\u008F");
            await peer.SendAsync("\x05\x00\x00\x03\x04gate\x04\x38");
        });
        await using IImapTransport transport = await session.ConnectAsync(ImapProxy.Socks5("127.0.0.1", session.Port, "alice", "paäword"), "192.0.2.7", 143);
        await (await session.Tunnel).SendAsync("* OK\r\n");
        await transport.ExpectAsync("* OK\r\n");
    }

    [Fact]
    public async Task An_ipv6_address_is_sent_as_one()
    {
        await using ProxySession session = new(async peer =>
        {
            await peer.ExpectAsync("\x05\x01\x00");
            await peer.SendAsync("\x05\x00");
            await peer.ExpectAsync("\x05\x01\x00\x04\x20\x01\x0D\u00B8\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x03\u00E1");
            await peer.SendAsync("\x05\x00\x00\x04" + new string('\0', 16) + "\x00\x00");
        });
        await using IImapTransport transport = await session.ConnectAsync(ImapProxy.Socks5("127.0.0.1", session.Port), "2001:db8::1");
    }

    [Theory]
    [InlineData(1, "general failure")]
    [InlineData(2, "its rules do not allow it")]
    [InlineData(3, "network unreachable")]
    [InlineData(4, "host unreachable")]
    [InlineData(5, "connection refused")]
    [InlineData(6, "TTL expired")]
    [InlineData(7, "does not support CONNECT")]
    [InlineData(8, "does not support this kind of address")]
    [InlineData(99, "reply 99")]
    public async Task A_refusal_says_why(int reply, string reason)
    {
        await using ProxySession session = new(async peer =>
        {
            await peer.ExpectAsync("\x05\x01\x00");
            await peer.SendAsync("\x05\x00");
            await peer.ExpectAsync("\x05\x01\x00\x03\x10imap.example.org\x03\u00E1");
            await peer.SendAsync($"\x05{(char)reply}\x00\x01\x00\x00\x00\x00\x00\x00");
        });
        string refusal = await session.RefusalAsync(ImapProxy.Socks5("127.0.0.1", session.Port));
        Assert.Contains($"The proxy socks5://127.0.0.1:{session.Port} could not connect to imap.example.org:993: ", refusal, StringComparison.Ordinal);
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_reported_and_not_shown()
    {
        await using ProxySession session = new(async peer =>
        {
            await peer.ExpectAsync("\x05\x02\x00\x02");
            await peer.SendAsync("\x05\x02");
            await peer.ExpectAsync("\x01\x05" + "alice" + "\x06" + "secret");
            await peer.SendAsync("\x01\x01");
        });
        string refusal = await session.RefusalAsync(ImapProxy.Socks5("127.0.0.1", session.Port, "alice", "secret"));
        Assert.Contains("refused the user name and password.", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\x05\u00FF", null, "asks for authentication. Set a user name and a password.")]
    [InlineData("\x05\x02", null, "asks for authentication. Set a user name and a password.")]
    [InlineData("\x05\u00FF", "alice", "accepts neither a user name and password nor an unauthenticated client.")]
    [InlineData("\x05\x01", "alice", "accepts neither a user name and password nor an unauthenticated client.")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", null, "did not answer as a SOCKS 5 proxy does (version 72).")]
    [InlineData("\x04\x5B", null, "did not answer as a SOCKS 5 proxy does (version 4).")]
    [InlineData("\x05", null, "closed the connection before its answer was complete. Is it a SOCKS 5 proxy?")]
    public async Task An_answer_that_does_not_fit_is_explained(string answer, string? user, string explanation)
    {
        await using ProxySession session = new(async peer =>
        {
            await peer.ExpectAsync(user is null ? "\x05\x01\x00" : "\x05\x02\x00\x02");
            await peer.SendAsync(answer);
            peer.Socket.Shutdown(SocketShutdown.Send);
        });
        Assert.Contains(explanation, await session.RefusalAsync(ImapProxy.Socks5("127.0.0.1", session.Port, user, user is null ? null : "secret")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_kind_of_address_in_the_answer_is_an_error()
    {
        await using ProxySession session = new(async peer =>
        {
            await peer.ExpectAsync("\x05\x01\x00");
            await peer.SendAsync("\x05\x00");
            await peer.ExpectAsync("\x05\x01\x00\x03\x10imap.example.org\x03\u00E1");
            await peer.SendAsync("\x05\x00\x00\x09");
        });
        Assert.Contains("answered with an unknown kind of address (9).", await session.RefusalAsync(ImapProxy.Socks5("127.0.0.1", session.Port)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_cannot_be_reached_is_named()
    {
        int port;
        using (LoopbackListener listener = new LoopbackListener())
            port = listener.Port;
        SocketException failure = await Assert.ThrowsAsync<SocketException>(async () => await ImapTransport.ConnectAsync(
            "imap.example.org", 993, new TransportOptions { Proxy = ImapProxy.Socks5("127.0.0.1", port) }, TestContext.Current.CancellationToken));
        Assert.StartsWith($"Could not connect to the proxy socks5://127.0.0.1:{port} (127.0.0.1: Connection refused).", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_cannot_be_sent_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ImapProxy.Socks5("proxy", 1080, "", "secret"));
        Assert.Throws<ArgumentException>(() => ImapProxy.Socks5("proxy", 1080, new string('x', 256), "secret"));
        Assert.Throws<ArgumentException>(() => ImapProxy.Socks5("proxy", 1080, "alice", new string('ä', 128)));
        Assert.Throws<ArgumentNullException>(() => ImapProxy.Socks5("proxy", 1080, "alice"));
        Assert.Throws<ArgumentException>(() => ImapProxy.Socks5("proxy", 1080, null, "secret"));
        Assert.Throws<ArgumentException>(() => ImapProxy.Socks5("socks5://proxy", 1080));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImapProxy.Socks5("proxy", 0));
    }

    [Fact]
    public void Its_text_has_no_secrets()
    {
        Assert.Equal("socks5://proxy.example:1080", ImapProxy.Socks5("proxy.example", 1080, "alice", "secret").ToString());
        Assert.Equal("socks5://[2001:db8::1]:1080", ImapProxy.Socks5("2001:db8::1", 1080).ToString());
        Assert.DoesNotContain("secret", new TransportOptions { Proxy = ImapProxy.Socks5("proxy", 1080, "alice", "secret") }.ToString(), StringComparison.Ordinal);
    }
}
