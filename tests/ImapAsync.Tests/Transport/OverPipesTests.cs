using System.IO.Pipelines;
using System.Net.Sockets;

namespace ImapAsync.Tests;

/// <summary>What works over a socket's stream works over its pipes.</summary>
public static class OverPipesTests
{
    public sealed class Tcp : TcpTransportTests
    {
        public Tcp() => TestSockets.Mode = SocketMode.Pipes;

        [Fact]
        public async Task The_mode_is_in_effect()
        {
            (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
            await using IImapTransport _ = transport;
            await using NetworkStream __ = peer;
            Assert.IsType<SocketPipeReader>(transport.Input);
        }
    }

    public sealed class Tls : TlsTransportTests
    {
        public Tls() => TestSockets.Mode = SocketMode.Pipes;
    }

    public sealed class StartTls : StartTlsTests
    {
        public StartTls() => TestSockets.Mode = SocketMode.Pipes;
    }

    public sealed class Deflate : DeflateTests
    {
        public Deflate() => TestSockets.Mode = SocketMode.Pipes;
    }

    public sealed class Abort : AbortTests
    {
        public Abort() => TestSockets.Mode = SocketMode.Pipes;
    }

    public sealed class Faults : SocketFaultTests
    {
        public Faults() => TestSockets.Mode = SocketMode.Pipes;
    }

    public sealed class HttpConnectProxy : HttpConnectProxyTests
    {
        public HttpConnectProxy() => TestSockets.Mode = SocketMode.Pipes;
    }

    public sealed class Socks5Proxy : Socks5ProxyTests
    {
        public Socks5Proxy() => TestSockets.Mode = SocketMode.Pipes;
    }

    public sealed class StartTlsAttack : StartTlsAttackTests
    {
        public StartTlsAttack() => TestSockets.Mode = SocketMode.Pipes;
    }

    public sealed class TlsDowngrade : TlsDowngradeTests
    {
        public TlsDowngrade() => TestSockets.Mode = SocketMode.Pipes;
    }

    public sealed class CertificateAttack : CertificateAttackTests
    {
        public CertificateAttack() => TestSockets.Mode = SocketMode.Pipes;
    }

    public sealed class SaslAttack : SaslAttackTests
    {
        public SaslAttack() => TestSockets.Mode = SocketMode.Pipes;
    }

    public sealed class MailboxNameAttack : MailboxNameAttackTests
    {
        public MailboxNameAttack() => TestSockets.Mode = SocketMode.Pipes;
    }

    public sealed class HandshakeFailure : HandshakeFailureTests
    {
        public HandshakeFailure() => TestSockets.Mode = SocketMode.Pipes;
    }

    public sealed class UntaggedBadUpgrade : UntaggedBadUpgradeTests
    {
        public UntaggedBadUpgrade() => TestSockets.Mode = SocketMode.Pipes;
    }

    public sealed class CompressionEnd : CompressionEndTests
    {
        public CompressionEnd() => TestSockets.Mode = SocketMode.Pipes;
    }

    // The collection is not inherited.
    [Collection(nameof(TransportCostTests))]
    public sealed class TransportCost : TransportCostTests
    {
        public TransportCost() => TestSockets.Mode = SocketMode.Pipes;

        // Two execution contexts: a caller with AsyncLocals, as this test is, keeps them to itself.
        private protected override int Slack => base.Slack + 80;

        private protected override (Stream Stream, PipeReader Reader) Open(Socket socket, CountingPool pool)
        {
            SocketPipeStream stream = SocketPipeStream.Create(socket, SocketPipeOptions.Default, pool.Arrays);
            return (stream, stream.Reader);
        }
    }

    [Collection(nameof(TransportCostTests))]
    public sealed class IdleCost : IdleCostTests
    {
        public IdleCost() => TestSockets.Mode = SocketMode.Pipes;

        protected override int Most => base.Most + 2000;
    }
}
