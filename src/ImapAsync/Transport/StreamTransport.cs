using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Security;

namespace ImapAsync;

/// <summary>The only transport of this library: a stream, and the layers that upgrades put over it.</summary>
internal sealed class StreamTransport : IImapTransport
{
    private static readonly StreamPipeReaderOptions ReaderOptions =
        new(bufferSize: 64 * 1024, leaveOpen: true, useZeroByteReads: true);

    private readonly Stream _root;
    private readonly PipeReader? _rootReader;
    private readonly TimeProvider _time;
    private Stream _top;
    private SslStream? _ssl;
    private volatile bool _aborted;
    private int _disposed;

    /// <param name="root">
    /// The stream that carries the bytes. Its <see cref="Stream.Dispose()"/> must end pending reads and writes.
    /// </param>
    /// <param name="time">The clock of the TLS timeout.</param>
    /// <param name="remoteEndPoint">The address of the other end, if it has one.</param>
    /// <param name="rootReader">
    /// The pipe that the stream itself reads from, if there is one: it is read directly as long as no layer is over the
    /// stream.
    /// </param>
    public StreamTransport(
        Stream root, TimeProvider time, EndPoint? remoteEndPoint = null, PipeReader? rootReader = null)
    {
        (_root, _rootReader, _top, _time, RemoteEndPoint) = (root, rootReader, root, time, remoteEndPoint);
        (Input, Output) = (rootReader ?? PipeReader.Create(root, ReaderOptions), new PooledPipeWriter(root));
        if (root is SslStream { IsAuthenticated: true } ssl)
            (_ssl, Tls) = (ssl, new TlsInfo(ssl));
    }

    public PipeReader Input { get; private set; }

    public PipeWriter Output { get; private set; }

    public TlsInfo? Tls { get; private set; }

    public EndPoint? RemoteEndPoint { get; }

    public ValueTask StartTlsAsync(string host, TlsOptions options, CancellationToken cancellationToken) =>
        StartTlsAsync(host, options, fromStart: false, cancellationToken);

    /// <param name="host">The name that the certificate must be valid for.</param>
    /// <param name="options">How certificates are validated, and other TLS settings.</param>
    /// <param name="fromStart">
    /// Whether nothing was said before: then what has already arrived is the beginning of TLS, an alert for instance.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    public async ValueTask StartTlsAsync(
        string host, TlsOptions options, bool fromStart, CancellationToken cancellationToken)
    {
        HostAndPort.CheckHost(host);
        if (Tls is not null)
            throw new InvalidOperationException("TLS has already been started.");
        if (_top is DeflateDuplexStream)
        {
            throw new InvalidOperationException(
                "TLS cannot be started inside compression. Send STARTTLS before COMPRESS.");
        }

        ThrowIfUnflushed();
        HandshakeWitness witness = new(_top, afterStartTls: ((PooledPipeWriter)Output).HasWritten);
        SslStream ssl = new(witness, leaveInnerStreamOpen: false);
        try
        {
            if (!fromStart && TakeUnread().Length is > 0 and var unread)
            {
                throw new IOException(
                    $"{unread} bytes arrived in the clear after the server agreed to STARTTLS. An attacker may have "
                    + "injected them (CVE-2011-0411), so the connection is closed. Use TLS from the start (port "
                    + "993).");
            }

            await TlsHandshake.RunAsync(ssl, witness, _root, host, options, _time, cancellationToken)
                .ConfigureAwait(false);
            Tls = new TlsInfo(ssl);
            Replace(ssl);
            _ssl = ssl;
        }
        catch
        {
            Abort();
            await ssl.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask StartDeflateAsync(CancellationToken cancellationToken)
    {
        if (_top is DeflateDuplexStream)
            throw new InvalidOperationException("Compression has already been started.");
        ThrowIfUnflushed();
        Replace(new DeflateDuplexStream(_top, TakeUnread()));
        return ValueTask.CompletedTask;
    }

    public void Abort()
    {
        _aborted = true;
        Quietly(static transport => transport._root.Dispose());
        Quietly(static transport => transport.Input.CancelPendingRead());
        Quietly(static transport => transport.Output.CancelPendingFlush());
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        try
        {
            await SayFarewellAsync().ConfigureAwait(false);
            (Output as IDisposable)?.Dispose();
            await _top.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The connection is lost either way.
            Abort();
        }
    }

    // TLS ends with a closing alert (RFC 8446 §6.1). It fits into the socket's buffer unless the peer has stopped
    // reading.
    private async ValueTask SayFarewellAsync()
    {
        if (_ssl is null || _aborted)
            return;
        try
        {
            await _ssl.ShutdownAsync().WaitAsync(TimeSpan.FromSeconds(1), _time).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The peer was faster.
            Abort();
        }
    }

    private void Replace(Stream top)
    {
        // What the layer reads from stays open.
        if (Input != _rootReader)
            Input.Complete();
        (Output as IDisposable)?.Dispose();
        _top = top;
        (Input, Output) = (PipeReader.Create(top, ReaderOptions), new PooledPipeWriter(top));
    }

    private void ThrowIfUnflushed()
    {
        if (Output.UnflushedBytes > 0)
            throw new InvalidOperationException("Flush what is written before an upgrade.");
    }

    // A reader that was told "all examined" withholds what it has until more arrives, unless it is cancelled.
    private byte[] TakeUnread()
    {
        Input.CancelPendingRead();
        if (!Input.TryRead(out ReadResult result))
            return [];
        byte[] unread = result.Buffer.ToArray();
        Input.AdvanceTo(result.Buffer.End);
        return unread;
    }

    private void Quietly(Action<StreamTransport> action)
    {
        try
        {
            action(this);
        }
        catch (Exception)
        {
            // An abort has nobody to report to.
        }
    }
}
