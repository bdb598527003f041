using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Authenticates a connection with what its account has and what the server offers.</summary>
internal static class AccountAuthentication
{
    public static async Task AuthenticateAsync(
        ImapConnection connection, ImapClientOptions options, CancellationToken cancellationToken)
    {
        await ConnectionAuthentication.LearnCapabilitiesAsync(connection, cancellationToken).ConfigureAwait(false);

        // The server may have identified the user of a tunnel already (PREAUTH).
        if (connection.State is ImapConnectionState.Authenticated or ImapConnectionState.Selected)
            return;

        SaslContext context = ConnectionAuthentication.ContextOf(connection);
        if ((options.Mechanism ?? Choose(context, options)) is { } mechanism)
            await connection.AuthenticateAsync(mechanism, cancellationToken).ConfigureAwait(false);
        else if (MayLogIn(context, connection.Capabilities, options))
            await LogInAsync(connection, options, cancellationToken).ConfigureAwait(false);
        else
            throw NoWay(connection, context, options);
    }

    private static SaslMechanism? Choose(SaslContext context, ImapClientOptions options) =>
        options.TokenProvider is { } tokens
            ? SaslSelection.ForToken(context, options.UserName!, tokens, options.AllowPlaintext)
            : SaslSelection.ForPassword(
                context, options.UserName!, options.Password!, options.AuthorizationId, options.AllowPlaintext);

    // LOGIN can carry neither a token nor an authorization identity.
    private static bool MayLogIn(SaslContext context, ImapCapabilities capabilities, ImapClientOptions options) =>
        options is { Password: not null, AuthorizationId: null } && !capabilities.Contains(Capability.LoginDisabled)
            && (context.IsEncrypted || options.AllowPlaintext);

    private static async Task LogInAsync(
        ImapConnection connection, ImapClientOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await connection.LoginAsync(options.UserName!, options.Password!, cancellationToken).ConfigureAwait(false);
        }
        catch (ImapCommandException refusal)
        {
            throw new ImapAuthenticationException(refusal.Message, "LOGIN", innerException: refusal);
        }
    }

    private static ImapAuthenticationException NoWay(
        ImapConnection connection, SaslContext context, ImapClientOptions options)
    {
        string credential = options.TokenProvider is not null ? "a token"
            : options.AuthorizationId is null ? "a password"
            : "a password and an authorization id";
        string offered = connection.Capabilities.AuthMechanisms is { Count: > 0 } mechanisms
            ? string.Join(", ", mechanisms)
            : "no mechanism";
        string login = connection.Capabilities.Contains(Capability.LoginDisabled)
            ? ", and has disabled LOGIN (LOGINDISABLED)"
            : "";
        string advice = context.IsEncrypted || options.AllowPlaintext
            ? $"Set {nameof(ImapClientOptions)}.{nameof(ImapClientOptions.Mechanism)} to one that the server offers."
            : "Without TLS, nothing is used that would reveal the secret: set "
                + $"{nameof(ImapClientOptions)}.{nameof(ImapClientOptions.Security)} to Tls or StartTls, or "
                + $"{nameof(ImapClientOptions.AllowPlaintext)} if you trust the network.";
        return new ImapAuthenticationException(
            $"{connection.Core.Context.Server} offers no way to authenticate with {credential} that may be used: "
            + $"it offers {offered}{login}. {advice}",
            mechanism: "");
    }
}
