using System.IO.Pipelines;
using System.Net;

namespace ImapAsync;

/// <summary>
/// A bidirectional stream of bytes to a server. <see cref="ImapTransport"/> creates the usual ones (TCP, TLS, a proxy,
/// any <see cref="Stream"/> or <see cref="IDuplexPipe"/>, a child process); implement the interface for anything else:
/// only <see cref="IDuplexPipe.Input"/>, <see cref="IDuplexPipe.Output"/>, <see cref="Abort"/> and
/// <see cref="IAsyncDisposable.DisposeAsync"/> are required.
/// </summary>
/// <remarks>
/// A connection reads <see cref="IDuplexPipe.Input"/> from one task at a time and writes
/// <see cref="IDuplexPipe.Output"/> from one task at a time. An upgrade replaces both, so both are read again after it.
/// <see cref="IAsyncDisposable.DisposeAsync"/> closes in an orderly way and releases everything; it never throws and
/// may be called after <see cref="Abort"/>.
/// </remarks>
public interface IImapTransport : IDuplexPipe, IAsyncDisposable
{
    /// <summary>The result of the TLS negotiation.</summary>
    /// <value>Null while bytes travel in the clear; transports without TLS always return null.</value>
    TlsInfo? Tls => null;

    /// <summary>The address of the other end, for logs and traces.</summary>
    /// <value>Null if there is none or it is not known.</value>
    EndPoint? RemoteEndPoint => null;

    /// <summary>
    /// Starts TLS on the open stream, after the server agreed to it (RFC 9051 §6.2.1), and replaces
    /// <see cref="IDuplexPipe.Input"/> and <see cref="IDuplexPipe.Output"/>. Nothing else may read or write in the
    /// meantime.
    /// </summary>
    /// <param name="host">The name that the certificate must be valid for.</param>
    /// <param name="options">How certificates are validated, and other TLS settings.</param>
    /// <param name="cancellationToken">
    /// A token that cancels the operation; the transport cannot be used afterwards.
    /// </param>
    /// <exception cref="System.Security.Authentication.AuthenticationException">
    /// The handshake or the validation of the certificate failed: the message says why.
    /// </exception>
    /// <exception cref="TimeoutException">
    /// The handshake took longer than <see cref="TlsOptions.HandshakeTimeout"/>.
    /// </exception>
    /// <exception cref="IOException">
    /// The stream broke, or bytes that came before TLS are still unread: an attacker may have injected them, so they
    /// must never count as the server's (CVE-2011-0411).
    /// </exception>
    /// <exception cref="NotSupportedException">This transport cannot be upgraded.</exception>
    ValueTask StartTlsAsync(string host, TlsOptions options, CancellationToken cancellationToken) =>
        throw new NotSupportedException(
            $"{GetType().Name} cannot start TLS. Implement {nameof(StartTlsAsync)}, or connect in another way.");

    /// <summary>
    /// Compresses both directions from now on (raw DEFLATE, RFC 4978 §3), and replaces <see cref="IDuplexPipe.Input"/>
    /// and <see cref="IDuplexPipe.Output"/>. Unread bytes in <see cref="IDuplexPipe.Input"/> are the beginning of the
    /// compressed stream. Nothing else may read or write in the meantime. Compression costs about 200 KiB of native
    /// memory per connection.
    /// </summary>
    /// <param name="cancellationToken">
    /// A token that cancels the operation; the transport cannot be used afterwards.
    /// </param>
    /// <exception cref="NotSupportedException">This transport cannot be upgraded.</exception>
    ValueTask StartDeflateAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException(
            $"{GetType().Name} cannot compress. Implement {nameof(StartDeflateAsync)}, or do without COMPRESS.");

    /// <summary>
    /// Ends both directions at once, without a closing handshake. May be called from any thread, while reads and writes
    /// are pending, and more than once; never throws. Pending and later reads and writes fail, end, or are cancelled.
    /// </summary>
    void Abort();
}
