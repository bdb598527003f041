namespace ImapAsync;

/// <summary>
/// Where an OAuth 2.0 access token comes from: it is asked for at each authentication, as it may have expired since.
/// </summary>
internal static class BearerToken
{
    /// <summary>A token that is known already.</summary>
    public static Func<CancellationToken, ValueTask<string>> Fixed(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        if (!IsSendable(token))
            throw new ArgumentException(
                "The token has characters other than visible ASCII: it is no access token (RFC 6750 §2.1).",
                nameof(token));
        return _ => new(token);
    }

    /// <summary>Asks for a token.</summary>
    public static async ValueTask<string> AskAsync(
        Func<CancellationToken, ValueTask<string>> provider, string mechanism, CancellationToken cancellationToken)
    {
        var token = await provider(cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrEmpty(token))
            throw new ImapAuthenticationException(
                $"AUTHENTICATE {mechanism} was not sent: the token provider gave no token.", mechanism);
        if (!IsSendable(token))
        {
            throw new ImapAuthenticationException(
                $"AUTHENTICATE {mechanism} was not sent: what the token provider gave has characters other than "
                + "visible ASCII, so that it is no access token (RFC 6750 §2.1).",
                mechanism);
        }

        return token;
    }

    private static bool IsSendable(string token) => !token.AsSpan().ContainsAnyExceptInRange('!', '~');
}
