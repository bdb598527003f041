using System.Security.Cryptography;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Chooses the strongest mechanism that both the server and the user's credentials allow. The clear-text password comes
/// last on an unencrypted connection, and only if that is allowed; under TLS it comes before the MD5 digests, for which
/// a server must store passwords readably.
/// </summary>
internal static class SaslSelection
{
    private static readonly HashAlgorithmName[] ScramHashes =
        [HashAlgorithmName.SHA512, HashAlgorithmName.SHA256, HashAlgorithmName.SHA1];

    /// <summary>
    /// The mechanism for a password, or <see langword="null"/> if the server offers none that may be used.
    /// </summary>
    public static SaslMechanism? ForPassword(
        SaslContext context, string userName, string password, string? authorizationId = null,
        bool allowPlaintext = false)
        => Scram(context, userName, password, authorizationId)
            ?? (context.IsEncrypted ? InClear(context, userName, password, authorizationId) : null)
            ?? Digest(context, userName, password, authorizationId)
            ?? (allowPlaintext ? InClear(context, userName, password, authorizationId) : null);

    /// <summary>
    /// The mechanism for an OAuth 2.0 token, or <see langword="null"/> if the server offers none that may be used.
    /// </summary>
    public static SaslMechanism? ForToken(
        SaslContext context, string userName, Func<CancellationToken, ValueTask<string>> tokenProvider,
        bool allowPlaintext = false)
    {
        if (!context.IsEncrypted && !allowPlaintext)
            return null;
        if (context.Offers("OAUTHBEARER"))
            return SaslMechanism.OAuthBearer(userName, tokenProvider);
        return context.Offers("XOAUTH2") ? SaslMechanism.XOAuth2(userName, tokenProvider) : null;
    }

    // A password that SASLprep rejects, or cannot prepare in this process, may still work with another mechanism.
    private static ScramMechanism? Scram(SaslContext context, string userName, string password, string? authorizationId)
    {
        if (SaslPrep.TryPrepare(userName, out _) is not null || SaslPrep.TryPrepare(password, out _) is not null)
            return null;
        ScramOptions options = new() { AuthorizationId = authorizationId };
        bool canBind = ScramChannelBinding.IsCommon(context);
        return OfferedScram(plus: true) ?? OfferedScram(plus: false);

        ScramMechanism? OfferedScram(bool plus)
        {
            if (plus && !canBind)
                return null;
            foreach (HashAlgorithmName hash in ScramHashes)
            {
                if (context.Offers(ScramMechanism.NameOf(hash, plus)))
                    return new(hash, plus, userName, password, options);
            }

            return null;
        }
    }

    private static SaslMechanism? InClear(
        SaslContext context, string userName, string password, string? authorizationId)
    {
        if (context.Offers("PLAIN"))
            return SaslMechanism.Plain(userName, password, authorizationId);
        return authorizationId is null && context.Offers("LOGIN") ? SaslMechanism.Login(userName, password) : null;
    }

    private static SaslMechanism? Digest(SaslContext context, string userName, string password, string? authorizationId)
    {
        if (authorizationId is null && context.Offers("CRAM-MD5"))
            return SaslMechanism.CramMd5(userName, password);
        return context.Offers("DIGEST-MD5") && context.Host.Length > 0
            ? SaslMechanism.DigestMd5(userName, password, authorizationId)
            : null;
    }
}
