using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync.Tests;

/// <summary>A TLS server of the test's own for one connection.</summary>
internal sealed class TlsSession : IAsyncDisposable
{
    private readonly LoopbackListener _listener = new();
    private readonly SslServerAuthenticationOptions _options;
    private readonly Task<SslStream> _serving;

    public TlsSession(X509Certificate2? certificate = null, Action<SslServerAuthenticationOptions>? configure = null, params X509Certificate2[] intermediates)
    {
        _options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate ?? TestCertificates.Issue(), [.. intermediates], offline: true),
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        };
        configure?.Invoke(_options);
        _serving = ServeAsync();
    }

    public int Port => _listener.Port;

    /// <summary>The server's side, once the handshake is done.</summary>
    public Task<SslStream> Server => _serving;

    public async Task<IImapTransport> ConnectAsync(TlsOptions? tls = null, string host = "localhost", TransportOptions? options = null) =>
        await ImapTransport.ConnectTlsAsync(
            host, Port, tls ?? TestCertificates.Trusting, TestSockets.With(options),
            TestContext.Current.CancellationToken);

    /// <summary>A connection without TLS, for a client of the test's own.</summary>
    public async Task<NetworkStream> DialAsync()
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", Port, TestContext.Current.CancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Connects, expecting a refusal, and returns what it says.</summary>
    public async Task<string> RefusalAsync(TlsOptions? tls = null, string host = "localhost") =>
        (await Assert.ThrowsAnyAsync<AuthenticationException>(() => ConnectAsync(tls, host))).Message;

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        try
        {
            await (await _serving).DisposeAsync();
        }
        catch (Exception failure) when (failure is IOException or AuthenticationException or SocketException or ObjectDisposedException)
        {
            // The client refused it.
        }
    }

    private async Task<SslStream> ServeAsync()
    {
        SslStream stream = new(await _listener.AcceptAsync());
        try
        {
            await stream.AuthenticateAsServerAsync(_options, TestContext.Current.CancellationToken);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }
}
