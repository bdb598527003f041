using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Authentication of a connection.</summary>
public static class ConnectionAuthentication
{
    /// <summary>Authenticates by a SASL mechanism (RFC 9051 §6.2.2): in one round trip where the server has SASL-IR and the mechanism speaks first.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="mechanism">The mechanism, with its credentials.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ImapAuthenticationException">The server refused, or could not prove that it knows the secret where the mechanism demands that.</exception>
    /// <exception cref="InvalidOperationException">The mechanism would send a secret without TLS.</exception>
    public static async Task AuthenticateAsync(this ImapConnection connection, SaslMechanism mechanism, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(mechanism);
        ConnectionCore core = connection.Core;
        RefuseInTheClear(mechanism, core);
        if (connection.Capabilities.IsEmpty)
            await connection.CapabilityAsync(cancellationToken).ConfigureAwait(false);

        using (SaslExchange exchange = await mechanism.StartAsync(ContextOf(connection), cancellationToken).ConfigureAwait(false))
        {
            bool initial = exchange.InitialResponse is not null && connection.Capabilities.Supports("SASL-IR");
            AuthenticateCommand command = new(mechanism.Name, exchange, initial);
            ImapResult<ImapNothing> result = await core.SendAsync(command, mailbox: null, opens: null, cancellationToken).ConfigureAwait(false);
            Judge(command, result, core);
        }

        if (connection.Capabilities.IsEmpty)
            await connection.CapabilityAsync(cancellationToken).ConfigureAwait(false);
    }

    private static SaslContext ContextOf(ImapConnection connection) => new()
    {
        Host = connection.Core.Host,
        Port = connection.Core.Port,
        IsEncrypted = connection.Tls is not null,
        ChannelBinding = name => connection.Tls?.GetChannelBinding(name),
        OfferedMechanisms = connection.Capabilities.AuthMechanisms,
    };

    private static void RefuseInTheClear(SaslMechanism mechanism, ConnectionCore core)
    {
        if (mechanism.SendsSecretInClear && core.Transport.Tls is null && !core.Options.AllowPlaintext)
        {
            throw new InvalidOperationException(
                $"AUTHENTICATE {mechanism.Name} would send a secret that anybody on the way can read: connect with TLS, choose a SCRAM mechanism, or set {nameof(ImapConnectionOptions)}.{nameof(ImapConnectionOptions.AllowPlaintext)} if the network is to be trusted.");
        }
    }

    private static void Judge(AuthenticateCommand command, ImapResult<ImapNothing> result, ConnectionCore core)
    {
        try
        {
            if (command.Failure is { } failure)
                throw failure is ImapAuthenticationException ? failure : new ImapAuthenticationException($"AUTHENTICATE {command.Mechanism} was cancelled: {failure.Message}", command.Mechanism, innerException: failure);
            command.Exchange.Complete(result.IsOk);
        }
        catch when (result.IsOk)
        {
            // Whoever says OK without proof is not the server that the user trusts.
            core.Fail(new ConnectionFault("The connection was closed because the server could not be authenticated"));
            throw;
        }

        if (!result.IsOk)
            throw Refused(command, result);
    }

    private static ImapAuthenticationException Refused(AuthenticateCommand command, ImapResult<ImapNothing> result)
    {
        ImapCommandException cause = new(result.Status, result.Code, result.Text, command.Description);
        string error = command.Exchange.ServerError is { } told ? $" ({told})" : "";
        return new ImapAuthenticationException(cause.Message.Replace(" was refused:", $" was refused{error}:", StringComparison.Ordinal), command.Mechanism, command.Exchange.ServerError, cause);
    }
}
