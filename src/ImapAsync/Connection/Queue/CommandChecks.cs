using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Checks a command before it is queued.</summary>
internal static class CommandChecks
{
    public static void Check(ImapCommand command, ConnectionContext context, SessionState session)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Traits.Has(CommandTraits.NeedsSelection))
        {
            throw new InvalidOperationException(
                $"{command.Description} acts on messages: send it through the {nameof(SelectedMailbox)} that "
                + "SelectAsync returned, so that it can never reach another mailbox.");
        }

        CheckSecret(command, context, session);
    }

    /// <summary>Credentials are sent only over TLS, unless the caller allows otherwise.</summary>
    public static void CheckSecret(ImapCommand command, ConnectionContext context, SessionState session)
    {
        ArgumentNullException.ThrowIfNull(command);
        bool mayBeRead = context.Transport.Tls is null && !context.Options.AllowPlaintext;
        if (mayBeRead && command.Traits.Has(CommandTraits.Secret))
        {
            throw new InvalidOperationException(
                $"{command.Description} would send a secret in the clear: connect with TLS, "
                + $"or set {nameof(ImapConnectionOptions)}.{nameof(ImapConnectionOptions.AllowPlaintext)} "
                + "if you trust the network.");
        }

        if (command is LoginCommand)
            RefuseDisabledLogin(context, session);
        if (session.Capabilities is { } capabilities && command.MissingFrom(capabilities) is { } reason)
            throw new NotSupportedException($"{command.Description} was not sent: {reason}");
    }

    // RFC 9051 §6.2.3. Some servers still list it after a login.
    private static void RefuseDisabledLogin(ConnectionContext context, SessionState session)
    {
        if (session is not { State: ImapConnectionState.NotAuthenticated, Capabilities: { } known }
            || !known.Contains(Capability.LoginDisabled))
        {
            return;
        }

        throw new ImapAuthenticationException(
            context.Transport.Tls is null
                ? "LOGIN was not sent: the server has disabled it (LOGINDISABLED), at least while the connection is "
                    + "without TLS. Connect with TLS or STARTTLS."
                : "LOGIN was not sent: the server has disabled it (LOGINDISABLED). Authenticate with one of "
                    + $"{string.Join(", ", known.AuthMechanisms)}.",
            "LOGIN");
    }
}
