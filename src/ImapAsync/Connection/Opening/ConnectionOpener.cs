using System.Security.Authentication;

namespace ImapAsync;

/// <summary>Opens connections: transport, TLS, greeting, STARTTLS.</summary>
internal static class ConnectionOpener
{
    public static async Task<ImapConnection> OpenAsync(
        ImapEndpoint endpoint, ImapConnectionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        IImapTransport transport = await ConnectAsync(endpoint, options, cancellationToken).ConfigureAwait(false);
        ImapConnection connection = await GreetAsync(
            transport, options, endpoint.Host, endpoint.Port, endpoint.Security == ImapSecurity.StartTls,
            cancellationToken)
            .ConfigureAwait(false);
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
        IImapTransport transport, ImapConnectionOptions options, string host, int port, bool awaitsTls,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ConnectionCore core = Start(transport, options, host, port, awaitsTls);
        GreetingWait wait = core.Session.Greeting!;
        try
        {
            StatusResponse greeting = await TimeLimit.RunAsync(
                wait, static (wait, token) => new ValueTask<StatusResponse>(wait.Greeting.WaitAsync(token)),
                options.Transport.ConnectTimeout, options.TimeProvider, "", cancellationToken)
                .ConfigureAwait(false);
            core.Opened(greeting.Text);
            return new ImapConnection(core);
        }
        catch (Exception exception)
        {
            await core.DisposeAsync().ConfigureAwait(false);
            if (exception is TimeoutException)
            {
                throw new ImapConnectionException(
                    wait.TooSlow(options.Transport.ConnectTimeout), innerException: exception)
                {
                    Reason = ConnectionFailure.TimedOut,
                };
            }

            throw;
        }
    }

    // The loops and timers outlive the call that creates them, and must not keep the caller's span and other
    // AsyncLocals.
    private static ConnectionCore Start(
        IImapTransport transport, ImapConnectionOptions options, string host, int port, bool awaitsTls)
    {
        AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        try
        {
            return new ConnectionCore(transport, options, host, port, awaitsTls);
        }
        finally
        {
            flow?.Undo();
        }
    }

    private static async ValueTask<IImapTransport> ConnectAsync(
        ImapEndpoint endpoint, ImapConnectionOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return endpoint.Security == ImapSecurity.Tls
                ? await ImapTransport.ConnectTlsAsync(
                    endpoint.Host, endpoint.Port, options.Tls, options.Transport, cancellationToken)
                    .ConfigureAwait(false)
                : await ImapTransport.ConnectAsync(endpoint.Host, endpoint.Port, options.Transport, cancellationToken)
                    .ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is IOException or AuthenticationException or TimeoutException
                or System.Net.Sockets.SocketException)
        {
            throw FailureReason.ToException(exception);
        }
    }

    private static async Task StartTlsAsync(
        ImapConnection connection, ImapEndpoint endpoint, CancellationToken cancellationToken)
    {
        if (connection.State != ImapConnectionState.NotAuthenticated)
        {
            throw new ImapConnectionException(
                $"{endpoint} greets as if a user had logged in already (PREAUTH), which makes STARTTLS impossible: an "
                + "attacker in between may have changed the greeting. Use TLS from the start (port 993).")
            {
                Reason = ConnectionFailure.TlsFailed,
            };
        }

        if (connection.Capabilities.IsEmpty)
            await connection.SendForValueAsync(new CapabilityCommand(), cancellationToken).ConfigureAwait(false);
        if (!connection.Capabilities.Contains(Capability.StartTls))
        {
            throw new ImapConnectionException(
                $"{endpoint} does not offer STARTTLS: either it does not support it, or an attacker in between removed "
                + "it. Use TLS from the start (port 993).")
            {
                Reason = ConnectionFailure.TlsFailed,
            };
        }

        try
        {
            await connection.StartTlsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ImapCommandException refusal)
        {
            throw new ImapConnectionException(
                $"{endpoint} does not begin TLS: {refusal.Message}", innerException: refusal)
            {
                Reason = ConnectionFailure.TlsFailed,
                Code = refusal.Code,
                IsTransient = refusal.IsTransient,
            };
        }
    }
}
