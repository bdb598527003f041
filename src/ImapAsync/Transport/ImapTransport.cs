using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;

namespace ImapAsync;

/// <summary>Creates transports. Each owns what it was created from and closes it.</summary>
public static class ImapTransport
{
    /// <summary>
    /// Connects by TCP, in the clear, usually on port 143 and for <see cref="IImapTransport.StartTlsAsync"/> later. All
    /// addresses of the host are tried; those that do not answer at once are tried in parallel (RFC 8305).
    /// </summary>
    /// <param name="host">A host name or an IP address.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="options">Default: <see cref="TransportOptions.Default"/>.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="SocketException">
    /// The host could not be found or reached: the message says at which step.
    /// </exception>
    /// <exception cref="IOException">The proxy did not open a tunnel: the message says why.</exception>
    /// <exception cref="TimeoutException">
    /// Connecting took longer than <see cref="TransportOptions.ConnectTimeout"/>.
    /// </exception>
    public static async ValueTask<IImapTransport> ConnectAsync(
        string host, int port, TransportOptions? options = null, CancellationToken cancellationToken = default)
    {
        HostAndPort.Check(host, port);
        options ??= TransportOptions.Default;
        string tooSlow = string.Create(
            CultureInfo.InvariantCulture,
            $"Connecting to {HostAndPort.Format(host, port)} took longer than "
            + $"{options.ConnectTimeout.TotalSeconds} s. Check that host and port are right, and that no firewall is "
            + $"in between. ({nameof(TransportOptions)}.{nameof(TransportOptions.ConnectTimeout)})");
        return await TimeLimit.RunAsync(
            (host, port, options),
            static (to, token) => to.options.ConnectCallback is { } connect
                ? connect(token)
                : OpenAsync(to.host, to.port, to.options, token),
            options.ConnectTimeout, options.TimeProvider, tooSlow, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Connects by TCP and starts TLS immediately, usually on port 993 (RFC 8314 §3.2). The errors are those of
    /// <see cref="ConnectAsync"/> and <see cref="IImapTransport.StartTlsAsync"/>.
    /// </summary>
    /// <param name="host">A host name or an IP address, which the certificate must be valid for.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="tls">Default: <see cref="TlsOptions.Default"/>.</param>
    /// <param name="options">Default: <see cref="TransportOptions.Default"/>.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    public static async ValueTask<IImapTransport> ConnectTlsAsync(
        string host, int port, TlsOptions? tls = null, TransportOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        IImapTransport transport = await ConnectAsync(host, port, options, cancellationToken).ConfigureAwait(false);
        try
        {
            tls ??= TlsOptions.Default;
            if (transport is StreamTransport ours)
                await ours.StartTlsAsync(host, tls, fromStart: true, cancellationToken).ConfigureAwait(false);
            else
                await transport.StartTlsAsync(host, tls, cancellationToken).ConfigureAwait(false);
            return transport;
        }
        catch
        {
            await transport.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Uses any readable and writable stream. An authenticated <see cref="System.Net.Security.SslStream"/> counts as
    /// TLS.
    /// </summary>
    /// <param name="stream">
    /// The stream. Its <see cref="Stream.Dispose()"/> should end pending operations from any thread, as that of a
    /// network stream does.
    /// </param>
    /// <param name="timeProvider">The clock of the TLS timeout. Default: <see cref="TimeProvider.System"/>.</param>
    public static IImapTransport FromStream(Stream stream, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead || !stream.CanWrite)
            throw new ArgumentException("The stream must be readable and writable.", nameof(stream));
        return new StreamTransport(stream, timeProvider ?? TimeProvider.System);
    }

    /// <summary>
    /// Uses a pair of pipes. They are completed when the transport is disposed, and the pair is disposed too if it is
    /// disposable.
    /// </summary>
    /// <param name="pipe">Input carries what the server sends, Output what the client sends.</param>
    /// <param name="timeProvider">The clock of the TLS timeout. Default: <see cref="TimeProvider.System"/>.</param>
    public static IImapTransport FromPipe(IDuplexPipe pipe, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(pipe);
        return new StreamTransport(new DuplexPipeStream(pipe), timeProvider ?? TimeProvider.System);
    }

    /// <summary>
    /// Starts a process and communicates with it over its standard input and output, as with <c>ssh host dovecot
    /// --exec-mail imap</c>. If it ends with a non-zero exit code, reads fail with an <see cref="IOException"/> that
    /// contains the last part of its standard error.
    /// </summary>
    /// <param name="startInfo">The process to start. Its redirections are set by this method.</param>
    /// <param name="timeProvider">The clock of timeouts. Default: <see cref="TimeProvider.System"/>.</param>
    /// <returns>
    /// A transport that closes the process's input when it is disposed, and kills it with its descendants if it has not
    /// ended two seconds later.
    /// </returns>
    /// <exception cref="IOException">The process could not be started.</exception>
    public static IImapTransport StartProcess(ProcessStartInfo startInfo, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(startInfo);
        timeProvider ??= TimeProvider.System;
        return new StreamTransport(ProcessStream.Start(startInfo, timeProvider), timeProvider);
    }

    private static async ValueTask<IImapTransport> OpenAsync(
        string host, int port, TransportOptions options, CancellationToken cancellationToken)
    {
        ImapProxy? proxy = options.Proxy;
        Socket socket = proxy is null
            ? await TcpDialer.ConnectAsync(host, port, HostAndPort.Format(host, port), options, cancellationToken)
                .ConfigureAwait(false)
            : await TcpDialer.ConnectAsync(proxy.Host, proxy.Port, $"the proxy {proxy}", options, cancellationToken)
                .ConfigureAwait(false);
        EndPoint? remote = socket.RemoteEndPoint;
        SocketPipeStream? pipes = options.SocketMode == SocketMode.Pipes
            ? SocketPipeStream.Create(socket, SocketPipeOptions.Default)
            : null;
        Stream stream = pipes ?? (Stream)new TcpStream(socket);
        StreamTransport transport = new(stream, options.TimeProvider, remote, pipes?.Reader);
        if (proxy is null)
            return transport;
        try
        {
            await proxy.OpenTunnelAsync(stream, host, port, cancellationToken).ConfigureAwait(false);
            return transport;
        }
        catch
        {
            await transport.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
