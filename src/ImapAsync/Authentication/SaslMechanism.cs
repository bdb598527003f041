using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A way to authenticate (RFC 4422): an immutable description, which may be used for any number of connections.
/// Neither <see cref="object.ToString"/> nor an exception ever shows its secrets.
/// </summary>
public abstract class SaslMechanism
{
    /// <summary>Describes a mechanism.</summary>
    /// <param name="name">Its registered name, such as <c>PLAIN</c>: 1 to 20 upper-case letters, digits, hyphens and underscores (RFC 4422 §3.1).</param>
    protected SaslMechanism(string name) => Name = SaslName.Validate(name);

    /// <summary>The registered name, such as <c>SCRAM-SHA-256</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// Whether whoever reads the connection learns a secret that works again. Such a mechanism is refused without TLS, unless clear text is explicitly allowed.
    /// </summary>
    public abstract bool SendsSecretInClear { get; }

    /// <summary>Whether the description may be used again, to authenticate another connection.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public virtual bool IsRepeatable => true;

    /// <summary>PLAIN (RFC 4616): user name and password in one message, as UTF-8.</summary>
    /// <param name="userName">The user whose password it is. Not empty, no NUL.</param>
    /// <param name="password">The password. Not empty, no NUL.</param>
    /// <param name="authorizationId">The user to act as, where that is another one; <see langword="null"/> for the same.</param>
    /// <returns>The mechanism.</returns>
    /// <exception cref="ArgumentException">An argument is empty or holds NUL.</exception>
    public static SaslMechanism Plain(string userName, string password, string? authorizationId = null)
        => new PlainMechanism(userName, password, authorizationId);

    /// <summary>Any mechanism, answered by a function, as <c>authenticate(mechanism, authobject)</c> of Python's imaplib does.</summary>
    /// <param name="name">The mechanism's registered name.</param>
    /// <param name="respond">Gets the decoded challenge, gives the response; <see langword="null"/> cancels the authentication with <c>*</c>.</param>
    /// <param name="initialResponse">What the client says first; <see langword="null"/> where the server speaks first.</param>
    /// <param name="sendsSecretInClear">
    /// Whether the answers are secrets that work again, which are refused without TLS. Default: <see langword="true"/>, as it cannot be known.
    /// </param>
    /// <param name="isRepeatable">Whether <paramref name="respond"/> can do it again for another connection. Default: <see langword="true"/>.</param>
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

    /// <summary>Starts a run: one authentication of one connection. A token provider is asked here.</summary>
    /// <param name="context">The connection to authenticate.</param>
    /// <param name="cancellationToken">Ends the wait for a token.</param>
    /// <returns>The run, to be disposed at its end.</returns>
    /// <exception cref="ImapAuthenticationException">The mechanism cannot be used on this connection.</exception>
    protected internal abstract ValueTask<SaslExchange> StartAsync(SaslContext context, CancellationToken cancellationToken);
}
