using System.Buffers;
using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync.Testing;

/// <summary>
/// The server's end of a connection: a stream, and the layers that STARTTLS and COMPRESS put over it.
/// </summary>
internal sealed class ServerWire : IAsyncDisposable
{
    private static readonly StreamPipeReaderOptions ReaderOptions =
        new(bufferSize: 16 * 1024, leaveOpen: true, useZeroByteReads: true);

    private readonly Stream _root;
    private Stream _top;

    public ServerWire(Stream root)
    {
        _root = root;
        _top = root;
        Input = PipeReader.Create(root, ReaderOptions);
    }

    public PipeReader Input { get; private set; }

    public bool IsTls { get; private set; }

    public bool IsCompressed => _top is DeflateDuplexStream;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        await _top.WriteAsync(octets, cancellationToken).ConfigureAwait(false);
        await _top.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Starts TLS. What the client sent in the clear after its STARTTLS is discarded (RFC 9051 §6.2.1).
    /// </summary>
    public async ValueTask StartTlsAsync(X509Certificate2 certificate, CancellationToken cancellationToken)
    {
        _ = TakeUnread();
        SslStream ssl = new(_top, leaveInnerStreamOpen: false);
        SslServerAuthenticationOptions options =
            new SslServerAuthenticationOptions { ServerCertificate = certificate, ClientCertificateRequired = false };
        Replace(ssl);
        await ssl.AuthenticateAsServerAsync(options, cancellationToken).ConfigureAwait(false);
        IsTls = true;
    }

    public void StartDeflate() => Replace(new DeflateDuplexStream(_top, TakeUnread()));

    /// <summary>Ends both directions at once, without a closing handshake.</summary>
    public void Abort() => _root.Dispose();

    public async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync().ConfigureAwait(false);
        await _top.DisposeAsync().ConfigureAwait(false);
    }

    private void Replace(Stream top)
    {
        Input.Complete();
        _top = top;
        Input = PipeReader.Create(top, ReaderOptions);
    }

    private byte[] TakeUnread()
    {
        Input.CancelPendingRead();
        if (!Input.TryRead(out ReadResult result))
            return [];
        byte[] unread = result.Buffer.ToArray();
        Input.AdvanceTo(result.Buffer.End);
        return unread;
    }
}
