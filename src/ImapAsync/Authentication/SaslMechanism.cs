using System.Net;
using System.Security.Cryptography;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A way to authenticate (RFC 4422): an immutable description that can be used for any number of connections. Neither
/// <see cref="object.ToString"/> nor an exception ever shows its secrets.
/// </summary>
public abstract class SaslMechanism
{
    /// <summary>Describes a mechanism.</summary>
    /// <param name="name">
    /// Its registered name, such as <c>PLAIN</c>: 1 to 20 upper-case letters, digits, hyphens and underscores
    /// (RFC 4422 §3.1).
    /// </param>
    protected SaslMechanism(string name) => Name = SaslName.Validate(name);

    /// <summary>The registered name, such as <c>SCRAM-SHA-256</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// Whether an eavesdropper on the connection learns a secret that can be used again. Such a mechanism is refused
    /// without TLS, unless clear text is explicitly allowed.
    /// </summary>
    public abstract bool SendsSecretInClear { get; }

    /// <summary>Whether the description can be used again to authenticate another connection.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public virtual bool IsRepeatable => true;

    /// <summary>PLAIN (RFC 4616): user name and password in one message, as UTF-8.</summary>
    /// <param name="userName">The user whose password it is. Not empty, no NUL.</param>
    /// <param name="password">The password. Not empty, no NUL.</param>
    /// <param name="authorizationId">The user to act as, if different; <see langword="null"/> for the same.</param>
    /// <returns>The mechanism.</returns>
    /// <exception cref="ArgumentException">An argument is empty or holds NUL.</exception>
    public static SaslMechanism Plain(string userName, string password, string? authorizationId = null)
        => new PlainMechanism(userName, password, authorizationId);

    /// <summary>
    /// LOGIN (draft-murchison-sasl-login): user name and password one after the other, for servers without PLAIN.
    /// </summary>
    /// <param name="userName">The user. Not empty, no NUL.</param>
    /// <param name="password">The password. Not empty, no NUL.</param>
    /// <returns>The mechanism.</returns>
    /// <exception cref="ArgumentException">An argument is empty or holds NUL.</exception>
    public static SaslMechanism Login(string userName, string password) => new LoginMechanism(userName, password);

    /// <summary>
    /// CRAM-MD5 (RFC 2195): a digest of the password and the server's challenge. Obsolete: the server proves nothing.
    /// </summary>
    /// <inheritdoc cref="Login"/>
    public static SaslMechanism CramMd5(string userName, string password) => new CramMd5Mechanism(userName, password);

    /// <summary>DIGEST-MD5 (RFC 2831) with <c>qop=auth</c>; historic (RFC 6331).</summary>
    /// <param name="userName">The user. Not empty, no NUL.</param>
    /// <param name="password">The password. Not empty, no NUL.</param>
    /// <param name="authorizationId">The user to act as, if different.</param>
    /// <param name="realm">
    /// The realm; <see langword="null"/> takes the server's. If the server offers several, the one named like the host
    /// is used, otherwise the first.
    /// </param>
    /// <returns>The mechanism.</returns>
    /// <exception cref="ArgumentException">An argument is empty or holds NUL.</exception>
    public static SaslMechanism DigestMd5(
        string userName, string password, string? authorizationId = null, string? realm = null)
        => new DigestMd5Mechanism(userName, password, authorizationId, realm);

    /// <summary>
    /// SCRAM-SHA-1 (RFC 5802): proves the password without revealing it, and makes the server prove it too.
    /// </summary>
    /// <param name="userName">The user. Prepared with SASLprep (RFC 4013).</param>
    /// <param name="password">The password. Prepared with SASLprep.</param>
    /// <param name="options">Limits, and the user to act as.</param>
    /// <returns>The mechanism.</returns>
    /// <exception cref="ArgumentException">An argument is empty, or SASLprep prohibits it.</exception>
    public static SaslMechanism ScramSha1(string userName, string password, ScramOptions? options = null)
        => new ScramMechanism(HashAlgorithmName.SHA1, plus: false, userName, password, options);

    /// <summary>
    /// SCRAM-SHA-1-PLUS: as <see cref="ScramSha1"/>, bound to the TLS connection (RFC 5802 §6), so that it cannot be
    /// relayed.
    /// </summary>
    /// <inheritdoc cref="ScramSha1"/>
    public static SaslMechanism ScramSha1Plus(string userName, string password, ScramOptions? options = null)
        => new ScramMechanism(HashAlgorithmName.SHA1, plus: true, userName, password, options);

    /// <summary>
    /// SCRAM-SHA-256 (RFC 7677): proves the password without revealing it, and makes the server prove it too.
    /// </summary>
    /// <param name="userName">The user. Prepared with SASLprep (RFC 4013).</param>
    /// <param name="password">The password. Prepared with SASLprep.</param>
    /// <param name="options">Limits, and the user to act as.</param>
    /// <returns>The mechanism.</returns>
    /// <exception cref="ArgumentException">An argument is empty, or SASLprep prohibits it.</exception>
    public static SaslMechanism ScramSha256(string userName, string password, ScramOptions? options = null)
        => new ScramMechanism(HashAlgorithmName.SHA256, plus: false, userName, password, options);

    /// <summary>
    /// SCRAM-SHA-256-PLUS: as <see cref="ScramSha256"/>, bound to the TLS connection (RFC 5802 §6), so that it cannot
    /// be relayed.
    /// </summary>
    /// <inheritdoc cref="ScramSha256"/>
    public static SaslMechanism ScramSha256Plus(string userName, string password, ScramOptions? options = null)
        => new ScramMechanism(HashAlgorithmName.SHA256, plus: true, userName, password, options);

    /// <summary>
    /// SCRAM-SHA-512 (RFC 5802 with SHA-512): proves the password without revealing it, and makes the server prove it
    /// too.
    /// </summary>
    /// <param name="userName">The user. Prepared with SASLprep (RFC 4013).</param>
    /// <param name="password">The password. Prepared with SASLprep.</param>
    /// <param name="options">Limits, and the user to act as.</param>
    /// <returns>The mechanism.</returns>
    /// <exception cref="ArgumentException">An argument is empty, or SASLprep prohibits it.</exception>
    public static SaslMechanism ScramSha512(string userName, string password, ScramOptions? options = null)
        => new ScramMechanism(HashAlgorithmName.SHA512, plus: false, userName, password, options);

    /// <summary>
    /// SCRAM-SHA-512-PLUS: as <see cref="ScramSha512"/>, bound to the TLS connection (RFC 5802 §6), so that it cannot
    /// be relayed.
    /// </summary>
    /// <inheritdoc cref="ScramSha512"/>
    public static SaslMechanism ScramSha512Plus(string userName, string password, ScramOptions? options = null)
        => new ScramMechanism(HashAlgorithmName.SHA512, plus: true, userName, password, options);

    /// <summary>XOAUTH2 with an access token that is already known.</summary>
    /// <param name="userName">The user, usually an e-mail address.</param>
    /// <param name="accessToken">The OAuth 2.0 access token.</param>
    /// <returns>The mechanism.</returns>
    /// <exception cref="ArgumentException">The name has control characters, or the token is not valid.</exception>
    public static SaslMechanism XOAuth2(string userName, string accessToken) =>
        new XOAuth2Mechanism(userName, BearerToken.Fixed(accessToken));

    /// <summary>XOAUTH2 that asks for an access token at each authentication.</summary>
    /// <param name="userName">The user, usually an e-mail address.</param>
    /// <param name="tokenProvider">Returns an OAuth 2.0 access token that has not expired.</param>
    /// <returns>The mechanism.</returns>
    /// <exception cref="ArgumentException">The name is empty or has control characters.</exception>
    public static SaslMechanism XOAuth2(string userName, Func<CancellationToken, ValueTask<string>> tokenProvider)
        => new XOAuth2Mechanism(userName, tokenProvider);

    /// <summary>OAUTHBEARER (RFC 7628) with an access token that is already known.</summary>
    /// <param name="userName">The user; <see langword="null"/> if the token identifies it.</param>
    /// <param name="accessToken">The OAuth 2.0 access token.</param>
    /// <returns>The mechanism.</returns>
    /// <exception cref="ArgumentException">The name has control characters, or the token is not valid.</exception>
    public static SaslMechanism OAuthBearer(string? userName, string accessToken) =>
        new OAuthBearerMechanism(userName, BearerToken.Fixed(accessToken));

    /// <summary>OAUTHBEARER (RFC 7628) that asks for an access token at each authentication.</summary>
    /// <param name="userName">The user; <see langword="null"/> if the token identifies it.</param>
    /// <param name="tokenProvider">Returns an OAuth 2.0 access token that has not expired.</param>
    /// <returns>The mechanism.</returns>
    /// <exception cref="ArgumentException">The name has control characters.</exception>
    public static SaslMechanism OAuthBearer(string? userName, Func<CancellationToken, ValueTask<string>> tokenProvider)
        => new OAuthBearerMechanism(userName, tokenProvider);

    /// <summary>
    /// EXTERNAL (RFC 4422 appendix A): the server already knows the client, by its TLS certificate or its socket.
    /// </summary>
    /// <param name="authorizationId">
    /// The user to act as; <see langword="null"/> for the one that the certificate names.
    /// </param>
    /// <returns>The mechanism.</returns>
    public static SaslMechanism External(string? authorizationId = null) => new ExternalMechanism(authorizationId);

    /// <summary>ANONYMOUS (RFC 4505).</summary>
    /// <param name="trace">
    /// The text for the server's log: an e-mail address, or at most 255 characters without <c>@</c>. Default: empty.
    /// </param>
    /// <returns>The mechanism.</returns>
    /// <exception cref="ArgumentException">The trace is too long or is not text (RFC 4505 §3).</exception>
    public static SaslMechanism Anonymous(string trace = "") => new AnonymousMechanism(trace);

    /// <summary>
    /// GSSAPI (RFC 4752): Kerberos with mutual authentication and without a SASL security layer, which TLS replaces.
    /// </summary>
    /// <param name="credential">
    /// The credential of the ticket; <see langword="null"/> for the user of this process (<c>kinit</c>).
    /// </param>
    /// <param name="authorizationId">The user to act as, if different.</param>
    /// <param name="targetName">
    /// The service principal; <see langword="null"/> for <c>imap/</c> and the host name.
    /// </param>
    /// <returns>The mechanism.</returns>
    public static SaslMechanism Gssapi(
        NetworkCredential? credential = null, string? authorizationId = null, string? targetName = null)
        => new NegotiateMechanism("GSSAPI", "Kerberos", credential, targetName, authorizationId);

    /// <summary>GSS-SPNEGO: Kerberos or NTLM, whichever both sides support (RFC 4178).</summary>
    /// <param name="credential">The credential; <see langword="null"/> for the user of this process.</param>
    /// <param name="targetName">
    /// The service principal; <see langword="null"/> for <c>imap/</c> and the host name.
    /// </param>
    /// <returns>The mechanism.</returns>
    public static SaslMechanism GssSpnego(NetworkCredential? credential = null, string? targetName = null)
        => new NegotiateMechanism("GSS-SPNEGO", "Negotiate", credential, targetName);

    /// <summary>
    /// NTLM, as implemented by Microsoft's servers. Outside Windows it needs the package gss-ntlmssp, or the run-time
    /// switch <c>System.Net.Security.UseManagedNtlm</c>.
    /// </summary>
    /// <inheritdoc cref="GssSpnego"/>
    public static SaslMechanism Ntlm(NetworkCredential? credential = null, string? targetName = null)
        => new NegotiateMechanism("NTLM", "NTLM", credential, targetName);

    /// <summary>
    /// Any mechanism, implemented by a callback, like <c>authenticate(mechanism, authobject)</c> of Python's imaplib.
    /// </summary>
    /// <param name="name">The mechanism's registered name.</param>
    /// <param name="respond">
    /// Takes the decoded challenge and returns the response; <see langword="null"/> cancels the authentication with
    /// <c>*</c>.
    /// </param>
    /// <param name="initialResponse">
    /// What the client says first; <see langword="null"/> if the server speaks first.
    /// </param>
    /// <param name="sendsSecretInClear">
    /// Whether the responses are reusable secrets, which are refused without TLS. Default: <see langword="true"/>,
    /// because it cannot be known.
    /// </param>
    /// <param name="isRepeatable">
    /// Whether <paramref name="respond"/> can be called again for another connection. Default: <see langword="true"/>.
    /// </param>
    /// <returns>The mechanism.</returns>
    public static SaslMechanism FromCallback(
        string name,
        Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<byte[]?>> respond,
        ReadOnlyMemory<byte>? initialResponse = null,
        bool sendsSecretInClear = true,
        bool isRepeatable = true)
        => new CallbackMechanism(name, respond, initialResponse, sendsSecretInClear, isRepeatable);

    /// <summary>The mechanism's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public sealed override string ToString() => Name;

    /// <summary>Starts a run: one authentication of one connection. A token provider is asked at this point.</summary>
    /// <param name="context">The connection to authenticate.</param>
    /// <param name="cancellationToken">A token that cancels the wait for an access token.</param>
    /// <returns>The run; dispose it when it has ended.</returns>
    /// <exception cref="ImapAuthenticationException">The mechanism cannot be used on this connection.</exception>
    protected internal abstract ValueTask<SaslExchange> StartAsync(
        SaslContext context, CancellationToken cancellationToken);
}
