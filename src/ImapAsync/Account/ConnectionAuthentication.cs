using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Authentication of a connection.</summary>
public static class ConnectionAuthentication
{
    /// <summary>
    /// Authenticates with a SASL mechanism (RFC 9051 §6.2.2): in one round trip if the server has SASL-IR and the
    /// mechanism speaks first. If the server refuses an OAuth token as expired or invalid, the mechanism's token
    /// provider is asked for another one, once.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="mechanism">The mechanism, with its credentials.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapAuthenticationException">
    /// The server refused, or could not prove that it knows the secret although the mechanism demands that.
    /// </exception>
    /// <exception cref="InvalidOperationException">The mechanism would send a secret without TLS.</exception>
    public static async Task AuthenticateAsync(
        this ImapConnection connection, SaslMechanism mechanism, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(mechanism);
        RefuseInTheClear(mechanism, connection.Core.Context);
        await LearnCapabilitiesAsync(connection, cancellationToken).ConfigureAwait(false);
        using (SaslExchange exchange =
            await mechanism.StartAsync(ContextOf(connection), cancellationToken).ConfigureAwait(false))
        {
            ImapAuthenticationException? refusal =
                await TryAsync(connection, mechanism, exchange, cancellationToken).ConfigureAwait(false);
            if (refusal is not null)
            {
                await TryWithAnotherTokenAsync(connection, mechanism, exchange, refusal, cancellationToken)
                    .ConfigureAwait(false);
            }
        }

        await LearnCapabilitiesAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Logs in with user name and password (LOGIN, RFC 9051 §6.2.3). Use it only if the server has no better way: see
    /// <see cref="AuthenticateAsync"/>.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="user">The user name.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapAuthenticationException">
    /// The server has disabled LOGIN (LOGINDISABLED): nothing was sent.
    /// </exception>
    /// <exception cref="InvalidOperationException">The password would be sent without TLS.</exception>
    public static async Task LoginAsync(
        this ImapConnection connection, string user, string password, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        LoginCommand command = new(user, password) { IsFollowedByCapability = true };
        CommandChecks.CheckSecret(command, connection.Core.Context, connection.Core.Session);
        // Whether LOGIN is disabled must be known before the password is sent, rather than from the refusal.
        await LearnCapabilitiesAsync(connection, cancellationToken).ConfigureAwait(false);
        await connection.SendForValueAsync(command, cancellationToken).ConfigureAwait(false);
        await LearnCapabilitiesAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    internal static async ValueTask LearnCapabilitiesAsync(
        ImapConnection connection, CancellationToken cancellationToken)
    {
        if (connection.Capabilities.IsEmpty)
            await connection.SendForValueAsync(new CapabilityCommand(), cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<ImapAuthenticationException?> TryAsync(
        ImapConnection connection, SaslMechanism mechanism, SaslExchange exchange, CancellationToken cancellationToken)
    {
        bool initial = exchange.InitialResponse is not null && connection.Capabilities.Supports(Capability.SaslIr);
        AuthenticateCommand command = new(mechanism.Name, exchange, initial, cancellationToken);
        ImapResult<ImapNothing> result =
            await connection.Core.SendAsync(command, mailbox: null, opens: null, cancellationToken)
                .ConfigureAwait(false);
        return result.IsOk ? null : command.Failure ?? Refused(command, result, connection.Capabilities);
    }

    // A token may have expired since the provider obtained it. If it stays the same, it need not be tried again.
    private static async ValueTask TryWithAnotherTokenAsync(
        ImapConnection connection, SaslMechanism mechanism, SaslExchange first, ImapAuthenticationException refusal,
        CancellationToken cancellationToken)
    {
        bool isExpired = refusal.InnerException is ImapCommandException { Code.Name: ResponseCodes.Expired };
        if (first is not OAuthExchange token || !(token.TokenWasRefused || isExpired))
            throw refusal;

        using SaslExchange second =
            await mechanism.StartAsync(ContextOf(connection), cancellationToken).ConfigureAwait(false);
        if (second.InitialResponse.AsSpan().SequenceEqual(first.InitialResponse))
            throw refusal;
        if (await TryAsync(connection, mechanism, second, cancellationToken).ConfigureAwait(false) is { } again)
        {
            throw new ImapAuthenticationException(
                $"{again.Message} The token provider was asked once for a new one; it was refused too.",
                again.Mechanism, again.ServerError, again.InnerException);
        }
    }

    internal static SaslContext ContextOf(ImapConnection connection) => new()
    {
        Host = connection.Core.Context.Host,
        Port = connection.Core.Context.Port,
        IsEncrypted = connection.Tls is not null,
        ChannelBinding = name => connection.Tls?.GetChannelBinding(name),
        OfferedMechanisms = connection.Capabilities.AuthMechanisms,
    };

    private static void RefuseInTheClear(SaslMechanism mechanism, ConnectionContext context)
    {
        if (mechanism.SendsSecretInClear && context.Transport.Tls is null && !context.Options.AllowPlaintext)
        {
            throw new InvalidOperationException(
                $"AUTHENTICATE {mechanism.Name} would send a secret in the clear: "
                + "connect with TLS, choose a SCRAM mechanism, or set "
                + $"{nameof(ImapConnectionOptions)}.{nameof(ImapConnectionOptions.AllowPlaintext)} "
                + "if you trust the network.");
        }
    }

    private static ImapAuthenticationException Refused(
        AuthenticateCommand command, ImapResult<ImapNothing> result, ImapCapabilities capabilities)
    {
        ImapCommandException cause = new(result.Status, result.Code, result.Text, command.Description);
        string message = command.Exchange.ServerError is { } told
            ? $"{command.Description} was refused ({told}): {result}."
            : cause.Message;
        if (capabilities.AuthMechanisms.Count > 0 && !capabilities.ContainsAuth(command.Mechanism))
        {
            message =
                $"{message.TrimEnd('.')}. The server does not offer {command.Mechanism}, "
                + $"but {string.Join(", ", capabilities.AuthMechanisms)}.";
        }

        return new ImapAuthenticationException(message, command.Mechanism, command.Exchange.ServerError, cause);
    }
}
