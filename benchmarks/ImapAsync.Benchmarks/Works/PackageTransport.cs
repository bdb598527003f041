using System.IO.Pipelines;
using System.Net.Security;
using System.Net.Sockets;
using Pipelines.Sockets.Unofficial;

namespace ImapAsync.Benchmarks;

/// <summary>
/// The package alone, and with inline schedulers: its socket's own pipes in the clear, and for TLS
/// either its pipes over SslStream over a socket's stream, or SslStream over its stream over its pipes. Only for
/// measurement: docs/architecture.md describes what goes wrong with it.
/// </summary>
internal sealed class PackageTransport : IImapTransport
{
    private static readonly PipeOptions Options = new(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 1 << 20,
        resumeWriterThreshold: 1 << 19, minimumSegmentSize: 64 << 10, useSynchronizationContext: false);

    private const SocketConnectionOptions Flags =
        SocketConnectionOptions.ZeroLengthReads | SocketConnectionOptions.InlineReads
        | SocketConnectionOptions.InlineWrites;

    private readonly Socket _socket;
    private readonly bool _isSslOverPipes;
    private IDuplexPipe? _pipes;
    private SslStream? _ssl;
    private SocketConnection? _connection;

    public PackageTransport(Socket socket, bool isSslOverPipes) =>
        (_socket, _isSslOverPipes) = (socket, isSslOverPipes);

    public PipeReader Input => Pipes.Input;

    public PipeWriter Output => Pipes.Output;

    public TlsInfo? Tls { get; private set; }

    // Not before it is known whether there is TLS: the loops read whatever arrives.
    private IDuplexPipe Pipes => _pipes ??= OpenSocket();

    public async ValueTask StartTlsAsync(string host, TlsOptions options, CancellationToken cancellationToken)
    {
        Stream inner = _isSslOverPipes ? StreamConnection.GetDuplex(OpenSocket()) : new TcpStream(_socket);
        // The validity of the certificate is not what is measured.
        _ssl = new SslStream(inner, leaveInnerStreamOpen: false, static (_, _, _, _) => true);
        SslClientAuthenticationOptions client = new() { TargetHost = host };
        await _ssl.AuthenticateAsClientAsync(client, cancellationToken);
        Tls = new TlsInfo(_ssl);
        _pipes = _isSslOverPipes ? new OverStream(_ssl) : StreamConnection.GetDuplex(_ssl, Options, Options);
    }

    // Its stream's read never ends if the pipe has failed: it has to be cancelled first.
    public void Abort()
    {
        if (_isSslOverPipes)
            _connection?.Input.CancelPendingRead();
        _socket.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Abort();
        if (_ssl is not null)
            await _ssl.DisposeAsync();
        (_pipes as IDisposable)?.Dispose();
    }

    private SocketConnection OpenSocket() => _connection = SocketConnection.Create(_socket, Options, Options, Flags);

    private sealed class OverStream(Stream stream) : IDuplexPipe
    {
        public PipeReader Input { get; } =
            PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 << 10, useZeroByteReads: true));

        public PipeWriter Output { get; } = PipeWriter.Create(stream);
    }
}
