using System.Security.Authentication;

namespace ImapAsync;

/// <summary>Makes connections: transport, TLS, greeting, STARTTLS.</summary>
internal static class ConnectionOpener
{
    public static async Task<ImapConnection> OpenAsync(ImapEndpoint endpoint, ImapConnectionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        IImapTransport transport = await ConnectAsync(endpoint, options, cancellationToken).ConfigureAwait(false);
        ImapConnection connection = await GreetAsync(transport, options, endpoint.Host, endpoint.Port, cancellationToken).ConfigureAwait(false);
        if (endpoint.Security != ImapSecurity.StartTls)
            return connection;

        try
        {
            await StartTlsAsync(connection, endpoint, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public static async Task<ImapConnection> GreetAsync(
        IImapTransport transport, ImapConnectionOptions options, string host, int port, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ConnectionCore core = Start(transport, options, host, port);
        string tooSlow = $"{core.Server} did not greet within {options.Transport.ConnectTimeout.TotalSeconds:0} seconds. Is it an IMAP server, and is the kind of security right?";
        try
        {
            StatusResponse greeting = await TimeLimit.RunAsync(
                core, static (core, token) => new ValueTask<StatusResponse>(core.Greeting.WaitAsync(token)), options.Transport.ConnectTimeout, options.TimeProvider, tooSlow, cancellationToken)
                .ConfigureAwait(false);
            core.Opened(greeting.Text);
            return new ImapConnection(core);
        }
        catch (Exception exception)
        {
            await core.DisposeAsync().ConfigureAwait(false);
            if (exception is TimeoutException)
                throw new ImapConnectionException(exception.Message, innerException: exception);
            throw;
        }
    }

    // The loops and timers outlive the call that makes them, and must not keep what is the caller's: his span, and his other AsyncLocals.
    private static ConnectionCore Start(IImapTransport transport, ImapConnectionOptions options, string host, int port)
    {
        AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        try
        {
            ConnectionCore core = new(transport, options, host, port);
            core.Start();
            return core;
        }
        finally
        {
            flow?.Undo();
        }
    }

    private static async ValueTask<IImapTransport> ConnectAsync(ImapEndpoint endpoint, ImapConnectionOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return endpoint.Security == ImapSecurity.Tls
                ? await ImapTransport.ConnectTlsAsync(endpoint.Host, endpoint.Port, options.Tls, options.Transport, cancellationToken).ConfigureAwait(false)
                : await ImapTransport.ConnectAsync(endpoint.Host, endpoint.Port, options.Transport, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw new ImapConnectionException(exception.Message, innerException: exception);
        }
    }

    private static async Task StartTlsAsync(ImapConnection connection, ImapEndpoint endpoint, CancellationToken cancellationToken)
    {
        if (connection.State != ImapConnectionState.NotAuthenticated)
            throw new ImapConnectionException($"{endpoint} greets as if a user had logged in already (PREAUTH), which makes STARTTLS impossible: somebody on the way may have changed the greeting. Use TLS from the start (port 993).");
        if (connection.Capabilities.IsEmpty)
            await connection.CapabilityAsync(cancellationToken).ConfigureAwait(false);
        if (!connection.Capabilities.Has("STARTTLS"))
            throw new ImapConnectionException($"{endpoint} does not offer STARTTLS: either it has none, or somebody on the way took it out. Use TLS from the start (port 993).");

        try
        {
            await connection.StartTlsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ImapCommandException refusal)
        {
            throw new ImapConnectionException($"{endpoint} does not begin TLS: {refusal.Message}", innerException: refusal);
        }
    }
}
