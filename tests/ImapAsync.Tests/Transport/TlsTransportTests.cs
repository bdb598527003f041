using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ImapAsync.Tests;

public class TlsTransportTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task Bytes_go_both_ways_and_what_was_negotiated_is_reported(SslProtocols protocol)
    {
        X509Certificate2 certificate = TestCertificates.Issue();
        await using TlsSession session = new(certificate);
        await using IImapTransport transport = await session.ConnectAsync(TestCertificates.Trusting with { Protocols = protocol });
        SslStream server = await session.Server;

        await transport.SendAsync("a1 NOOP\r\n");
        await server.ExpectAsync("a1 NOOP\r\n");
        await server.SendAsync("a1 OK done\r\n");
        await transport.ExpectAsync("a1 OK done\r\n");

        TlsInfo tls = Assert.IsType<TlsInfo>(transport.Tls);
        Assert.Equal(protocol, tls.Protocol);
        Assert.Equal(server.NegotiatedCipherSuite, tls.CipherSuite);
        Assert.Equal("localhost", tls.TargetHost);
        Assert.Equal(certificate, tls.RemoteCertificate);
        Assert.False(tls.IsMutuallyAuthenticated);
        Assert.Equal($"{protocol}, {server.NegotiatedCipherSuite}", tls.ToString());
    }

    [Fact]
    public async Task What_was_negotiated_can_be_read_after_the_end()
    {
        await using TlsSession session = new();
        IImapTransport transport = await session.ConnectAsync();
        await session.Server;
        await transport.DisposeAsync();
        Assert.Equal("CN=localhost", transport.Tls!.RemoteCertificate!.Subject);
        Assert.NotNull(transport.Tls.GetChannelBinding("tls-server-end-point"));
    }

    [Fact]
    public async Task Disposing_sends_close_notify()
    {
        await using TlsSession session = new();
        IImapTransport transport = await session.ConnectAsync();
        SslStream server = await session.Server;
        await transport.DisposeAsync();
        // Without close_notify this would be an IOException on strict platforms; with it, it is an orderly end.
        Assert.Equal(0, await server.ReadAsync(new byte[1], Ct));
    }

    [Theory]
    [InlineData("localhost", null, "localhost")]
    [InlineData("127.0.0.1", "localhost", "localhost")]
    [InlineData("localhost", "LOCALHOST.", "LOCALHOST")]
    public async Task The_name_is_sent(string host, string? targetHost, string expected)
    {
        string? asked = null;
        await using TlsSession session = new(configure: options =>
        {
            SslStreamCertificateContext context = options.ServerCertificateContext!;
            options.ServerCertificateContext = null;
            options.ServerCertificateSelectionCallback = (_, name) =>
            {
                asked = name;
                return context.TargetCertificate;
            };
        });
        await using IImapTransport transport = await session.ConnectAsync(TestCertificates.Trusting with { TargetHost = targetHost }, host);
        await session.Server;
        Assert.Equal(expected, asked);
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "imap")]
    public async Task The_protocol_is_announced_only_when_asked_for(bool alpn, string expected)
    {
        await using TlsSession session = new(configure: options => options.ApplicationProtocols = [new SslApplicationProtocol("imap")]);
        await using IImapTransport transport = await session.ConnectAsync(TestCertificates.Trusting with { SendAlpn = alpn });
        SslStream server = await session.Server;
        Assert.Equal(expected, Encoding.ASCII.GetString(server.NegotiatedApplicationProtocol.Protocol.Span));
    }

    [Fact]
    public async Task A_client_certificate_is_sent_when_the_server_asks()
    {
        X509Certificate2 mine = TestCertificates.Issue(new() { Subject = "CN=alice", Usage = "1.3.6.1.5.5.7.3.2" });
        await using TlsSession session = new(configure: options =>
        {
            options.ClientCertificateRequired = true;
            options.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=alice";
        });
        await using IImapTransport transport = await session.ConnectAsync(TestCertificates.Trusting with { ClientCertificates = [mine] });
        SslStream server = await session.Server;
        Assert.Equal("CN=alice", server.RemoteCertificate!.Subject);
        Assert.True(transport.Tls!.IsMutuallyAuthenticated);
    }

    [Fact]
    public void A_client_certificate_needs_its_key()
    {
        using X509Certificate2 withoutKey = X509CertificateLoader.LoadCertificate(TestCertificates.Issue().RawData);
        ArgumentException failure = Assert.Throws<ArgumentException>(() => new TlsOptions { ClientCertificates = [withoutKey] });
        Assert.StartsWith("The client certificate 'CN=localhost' has no private key", failure.Message, StringComparison.Ordinal);
    }

    // By number: SSL 2 and 3, TLS 1.0 and 1.1, alone and with TLS 1.2, and "whatever the system likes".
    [Theory]
    [InlineData(12)]
    [InlineData(48)]
    [InlineData(192)]
    [InlineData(768)]
    [InlineData(768 + 3072)]
    [InlineData(0)]
    public void Broken_versions_cannot_be_allowed(int protocols)
    {
        ArgumentException failure = Assert.Throws<ArgumentException>(() => new TlsOptions { Protocols = (SslProtocols)protocols });
        Assert.StartsWith("Only Tls12 and Tls13 may be allowed, not ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_common_version_the_message_names_what_was_offered()
    {
        await using TlsSession session = new(configure: options => options.EnabledSslProtocols = SslProtocols.Tls12);
        string refusal = await session.RefusalAsync(TestCertificates.Trusting with { Protocols = SslProtocols.Tls13 });
        Assert.StartsWith("The TLS handshake with localhost failed: ", refusal, StringComparison.Ordinal);
        Assert.Contains("The client offers Tls13;", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_in_the_clear_is_recognised()
    {
        using LoopbackListener listener = new();
        Task serving = AnswerAsync();
        Exception failure = await Assert.ThrowsAnyAsync<Exception>(
            async () => await ImapTransport.ConnectTlsAsync(
                "localhost", listener.Port, options: TestSockets.With(), cancellationToken: Ct));
        Assert.True(failure is AuthenticationException or IOException, failure.ToString());
        Assert.Contains("TLS handshake with localhost", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            " TLS was started immediately, without STARTTLS, but the server answered \"* OK IMAP4rev1 ready\", which is IMAP in the clear: this port expects STARTTLS (143), or has no TLS at all.",
            failure.Message, StringComparison.Ordinal);
        await serving;

        async Task AnswerAsync()
        {
            await using NetworkStream peer = await listener.AcceptAsync();
            await peer.SendAsync("* OK IMAP4rev1 ready\r\n");
            await peer.ReadExactlyAsync(new byte[10], Ct);
        }
    }

    [Fact]
    public async Task A_server_that_hangs_up_is_reported()
    {
        using LoopbackListener listener = new();
        Task serving = HangUpAsync();
        IOException failure = await Assert.ThrowsAsync<IOException>(async () => await ImapTransport.ConnectTlsAsync(
            "localhost", listener.Port, options: TestSockets.With(), cancellationToken: Ct));
        Assert.StartsWith("The connection ended during the TLS handshake with localhost: ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            " TLS was started immediately, without STARTTLS, and the server answered nothing. Does it speak TLS on this port (993), or does it expect STARTTLS (143)?", failure.Message, StringComparison.Ordinal);
        await serving;

        async Task HangUpAsync()
        {
            await using NetworkStream peer = await listener.AcceptAsync();
            await peer.ReadExactlyAsync(new byte[10], Ct);
        }
    }

    [Fact]
    public async Task A_server_that_is_silent_ends_in_a_timeout_of_its_own()
    {
        ManualTimeProvider clock = new();
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync(new TransportOptions { TimeProvider = clock });
        await using NetworkStream _ = peer;
        Task upgrade = transport.StartTlsAsync("localhost", new TlsOptions { HandshakeTimeout = TimeSpan.FromSeconds(7) }, Ct).AsTask();
        await peer.ReadExactlyAsync(new byte[10], Ct);

        clock.Advance(TimeSpan.FromSeconds(7));

        TimeoutException failure = await Assert.ThrowsAsync<TimeoutException>(() => upgrade);
        Assert.StartsWith("The TLS handshake with localhost took longer than 7 s. (TlsOptions.HandshakeTimeout) TLS was started immediately, without STARTTLS, and the server answered nothing.", failure.Message, StringComparison.Ordinal);
        await transport.ExpectDeadAsync();
    }

    [Fact]
    public async Task A_handshake_can_be_cancelled()
    {
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        await using NetworkStream _ = peer;
        using CancellationTokenSource cancel = new();
        Task upgrade = transport.StartTlsAsync("localhost", TlsOptions.Default, cancel.Token).AsTask();
        await peer.ReadExactlyAsync(new byte[10], Ct);
        await cancel.CancelAsync();
        OperationCanceledException failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upgrade);
        Assert.Equal(cancel.Token, failure.CancellationToken);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TlsOptions { HandshakeTimeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TlsOptions { MinimumRsaKeyBits = 512 });
        Assert.Throws<ArgumentException>(() => new TlsOptions { TargetHost = "" });
        Assert.Throws<ArgumentException>(() => new TlsOptions { TargetHost = "?" });
        Assert.Throws<ArgumentException>(() => new TlsOptions { TargetHost = "imap.example.org:993" });
    }
}
