using System.IO.Pipelines;
using System.Net.Security;
using System.Net.Sockets;

namespace ImapAsync.Tests;

public class StartTlsTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_stream_goes_on_under_tls()
    {
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        await using IImapTransport _ = transport;
        await transport.SendAsync("a STARTTLS\r\n");
        await peer.ExpectAsync("a STARTTLS\r\n");
        await peer.SendAsync("a OK begin\r\n");
        await transport.ExpectAsync("a OK begin\r\n");
        PipeReader before = transport.Input;
        await using SslStream server = await UpgradeAsync(transport, peer);

        Assert.NotSame(before, transport.Input);
        Assert.NotNull(transport.Tls);
        await transport.SendAsync("b CAPABILITY\r\n");
        await server.ExpectAsync("b CAPABILITY\r\n");
        await server.SendAsync("* CAPABILITY IMAP4rev1\r\n");
        await transport.ExpectAsync("* CAPABILITY IMAP4rev1\r\n");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bytes_injected_before_tls_end_the_connection(bool examined)
    {
        const string Agreement = "a OK begin\r\n";
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        await using IImapTransport _ = transport;
        await using NetworkStream __ = peer;
        await peer.SendAsync(Agreement + "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n");
        ReadResult result = await transport.Input.ReadAtLeastAsync(Agreement.Length + 1, Ct);
        SequencePosition consumed = result.Buffer.GetPosition(Agreement.Length);
        // A scanner that looked for more lines has examined all; one that stopped at the answer has not.
        transport.Input.AdvanceTo(consumed, examined ? result.Buffer.End : consumed);

        IOException failure = await Assert.ThrowsAsync<IOException>(async () => await transport.StartTlsAsync("localhost", TestCertificates.Trusting, Ct));

        Assert.Contains("bytes arrived in the clear after the server agreed to STARTTLS", failure.Message, StringComparison.Ordinal);
        Assert.Null(transport.Tls);
        Assert.Equal(0, await peer.ReadAsync(new byte[1], Ct));
    }

    [Fact]
    public async Task A_refused_certificate_ends_the_connection()
    {
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        await using IImapTransport _ = transport;
        Task<SslStream> serving = ServeAsync(peer);
        await Assert.ThrowsAnyAsync<System.Security.Authentication.AuthenticationException>(async () => await transport.StartTlsAsync("imap.example.org", TestCertificates.Trusting, Ct));
        Assert.Null(transport.Tls);
        await transport.ExpectDeadAsync();
        // With TLS 1.3 the server considers the handshake done before the client refuses.
        await Assert.ThrowsAnyAsync<Exception>(async () => await (await serving).ReadExactlyAsync(new byte[1], Ct));
    }

    [Fact]
    public async Task It_is_done_once_and_before_compression()
    {
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        await using IImapTransport _ = transport;
        await using SslStream server = await UpgradeAsync(transport, peer);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await transport.StartTlsAsync("localhost", TestCertificates.Trusting, Ct));

        (IImapTransport compressed, NetworkStream other) = await LoopbackListener.ConnectAsync();
        await using IImapTransport __ = compressed;
        await using NetworkStream ___ = other;
        await compressed.StartDeflateAsync(Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await compressed.StartTlsAsync("localhost", TestCertificates.Trusting, Ct));
    }

    [Fact]
    public async Task What_is_not_flushed_would_be_lost()
    {
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        await using IImapTransport _ = transport;
        await using NetworkStream __ = peer;
        transport.Output.GetSpan(1)[0] = (byte)'x';
        transport.Output.Advance(1);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await transport.StartTlsAsync("localhost", TestCertificates.Trusting, Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await transport.StartDeflateAsync(Ct));
    }

    [Fact]
    public async Task Tls_works_over_pipes_too()
    {
        (IDuplexPipe? near, IDuplexPipe? far) = CrossedPipes.Create();
        await using IImapTransport transport = ImapTransport.FromPipe(near);
        await using IImapTransport other = ImapTransport.FromPipe(far);
        await using SslStream server = await UpgradeAsync(transport, new DuplexPipeStream(far));
        await transport.SendAsync("a NOOP\r\n");
        await server.ExpectAsync("a NOOP\r\n");
    }

    [Fact]
    public async Task A_stream_that_has_tls_already_counts_as_tls()
    {
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        await using IImapTransport _ = transport;
        await using SslStream server = await UpgradeAsync(transport, peer);
        await using IImapTransport wrapped = ImapTransport.FromStream(server);
        Assert.Equal(transport.Tls!.Protocol, wrapped.Tls!.Protocol);
    }

    [Fact]
    public async Task A_simple_transport_says_that_it_cannot_be_upgraded()
    {
        IImapTransport simple = new SimpleTransport();
        NotSupportedException tls = await Assert.ThrowsAsync<NotSupportedException>(async () => await simple.StartTlsAsync("localhost", TlsOptions.Default, Ct));
        Assert.StartsWith("SimpleTransport cannot start TLS.", tls.Message, StringComparison.Ordinal);
        NotSupportedException deflate = await Assert.ThrowsAsync<NotSupportedException>(async () => await simple.StartDeflateAsync(Ct));
        Assert.StartsWith("SimpleTransport cannot compress.", deflate.Message, StringComparison.Ordinal);
        Assert.Null(simple.Tls);
        Assert.Null(simple.RemoteEndPoint);
    }

    internal static async Task<SslStream> UpgradeAsync(IImapTransport transport, Stream peer)
    {
        Task<SslStream> serving = ServeAsync(peer);
        await transport.StartTlsAsync("localhost", TestCertificates.Trusting, Ct);
        return await serving;
    }

    private static async Task<SslStream> ServeAsync(Stream peer)
    {
        SslStream server = new(peer);
        await server.AuthenticateAsServerAsync(TestCertificates.Issue());
        return server;
    }

    private sealed class SimpleTransport : IImapTransport
    {
        private readonly Pipe _pipe = new();

        public PipeReader Input => _pipe.Reader;

        public PipeWriter Output => _pipe.Writer;

        public void Abort() => _pipe.Writer.Complete();

        public ValueTask DisposeAsync() => _pipe.Writer.CompleteAsync();
    }
}
