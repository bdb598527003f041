namespace ImapAsync;

/// <summary>
/// An account: where its server is, who logs in, and how its connections behave. A <see cref="Host"/> is needed, and
/// one way to authenticate: <see cref="UserName"/> with <see cref="Password"/> or <see cref="TokenProvider"/>, or a
/// <see cref="Mechanism"/>.
/// </summary>
public sealed class ImapClientOptions
{
    private ImapConnectionOptions _connection = ImapConnectionOptions.Default;

    /// <summary>The server's host name, which its certificate must be valid for, or an IP address.</summary>
    /// <value>Default: none; it must be set.</value>
    public string? Host { get; set; }

    /// <summary>The port.</summary>
    /// <value>Default: null, which is 993 for <see cref="ImapSecurity.Tls"/> and 143 otherwise.</value>
    public int? Port { get; set; }

    /// <summary>How the connection is protected.</summary>
    /// <value>Default: <see cref="ImapSecurity.Tls"/>.</value>
    public ImapSecurity Security { get; set; }

    /// <summary>
    /// Whether passwords and tokens may be sent without TLS: <see cref="ImapConnectionOptions.AllowPlaintext"/> of
    /// <see cref="Connection"/>.
    /// </summary>
    /// <value>Default: false.</value>
    public bool AllowPlaintext
    {
        get => Connection.AllowPlaintext;
        set => Connection = Connection with { AllowPlaintext = value };
    }

    /// <summary>Who logs in.</summary>
    /// <value>Default: none; needed with <see cref="Password"/> and <see cref="TokenProvider"/>.</value>
    public string? UserName { get; set; }

    /// <summary>
    /// The user's password, or an application's own where the provider wants one. It is sent by the strongest mechanism
    /// that the server offers.
    /// </summary>
    /// <value>Default: none.</value>
    public string? Password { get; set; }

    /// <summary>
    /// The user to act as, where that is another one than <see cref="UserName"/>: an administrator's right on most
    /// servers. With <see cref="Password"/> only.
    /// </summary>
    /// <value>Default: none.</value>
    public string? AuthorizationId { get; set; }

    /// <summary>
    /// Gives an OAuth 2.0 access token that has not expired: asked at each connection, and once more where the server
    /// refuses the token.
    /// </summary>
    /// <value>Default: none.</value>
    public Func<CancellationToken, ValueTask<string>>? TokenProvider { get; set; }

    /// <summary>
    /// The mechanism to authenticate by, with credentials of its own, such as <see cref="SaslMechanism.External"/>.
    /// </summary>
    /// <value>
    /// Default: null, chosen by what the server offers. Where it is set, the password and the token provider are not
    /// used.
    /// </value>
    public SaslMechanism? Mechanism { get; set; }

    /// <summary>
    /// How the connections behave: TLS, timeouts, limits, proxy. In a host its logger factory and its
    /// <see cref="TimeProvider"/>, where one is registered, take the place of the defaults.
    /// </summary>
    /// <value>Default: <see cref="ImapConnectionOptions"/> with its defaults.</value>
    public ImapConnectionOptions Connection
    {
        get => _connection;
        set => _connection = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>What the configuration has and could not be read, as sentences.</summary>
    internal List<string> Unreadable { get; } = [];

    /// <summary>User and server; never the password.</summary>
    public override string ToString() =>
        $"{UserName ?? Mechanism?.Name ?? "(no user)"} at {Host ?? "(no host)"} ({Security})";
}
