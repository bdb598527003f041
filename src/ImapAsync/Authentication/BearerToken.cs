namespace ImapAsync;

/// <summary>
/// The source of an OAuth 2.0 access token. It is asked at each authentication, since a token may have expired in the
/// meantime.
/// </summary>
internal static class BearerToken
{
    /// <summary>Uses a token that is already known.</summary>
    public static Func<CancellationToken, ValueTask<string>> Fixed(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        if (!IsSendable(token))
        {
            throw new ArgumentException(
                "The token has characters other than visible ASCII: it is not an access token (RFC 6750 §2.1).",
                nameof(token));
        }

        return _ => new(token);
    }

    /// <summary>Asks the provider for a token.</summary>
    public static async ValueTask<string> AskAsync(
        Func<CancellationToken, ValueTask<string>> provider, string mechanism, CancellationToken cancellationToken)
    {
        string token = await provider(cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrEmpty(token))
        {
            throw new ImapAuthenticationException(
                $"AUTHENTICATE {mechanism} was not sent: the token provider returned no token.", mechanism);
        }

        if (!IsSendable(token))
        {
            throw new ImapAuthenticationException(
                $"AUTHENTICATE {mechanism} was not sent: the token provider returned characters other than visible "
                + "ASCII, so it is not an access token (RFC 6750 §2.1).",
                mechanism);
        }

        return token;
    }

    private static bool IsSendable(string token) => !token.AsSpan().ContainsAnyExceptInRange('!', '~');
}
