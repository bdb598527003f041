namespace ImapAsync;

/// <summary>
/// An account: its server, its user, and how its connections behave. A <see cref="Host"/> is required, and one way to
/// authenticate: <see cref="UserName"/> with <see cref="Password"/> or <see cref="TokenProvider"/>, or a
/// <see cref="Mechanism"/>.
/// </summary>
public sealed class ImapClientOptions
{
    private ImapConnectionOptions _connection = ImapConnectionOptions.Default;

    /// <summary>The server's host name, for which its certificate must be valid, or an IP address.</summary>
    /// <value>Default: null; it must be set.</value>
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

    /// <summary>The user who logs in.</summary>
    /// <value>Default: null; required with <see cref="Password"/> and <see cref="TokenProvider"/>.</value>
    public string? UserName { get; set; }

    /// <summary>
    /// The user's password, or an application password if the provider requires one. It is sent with the strongest
    /// mechanism that the server offers.
    /// </summary>
    /// <value>Default: null.</value>
    public string? Password { get; set; }

    /// <summary>
    /// The user to act as, if different from <see cref="UserName"/>: an administrator's right on most servers. Only
    /// with <see cref="Password"/>.
    /// </summary>
    /// <value>Default: null.</value>
    public string? AuthorizationId { get; set; }

    /// <summary>
    /// Returns an OAuth 2.0 access token that has not expired: called for each connection, and once more if the server
    /// refuses the token.
    /// </summary>
    /// <value>Default: null.</value>
    public Func<CancellationToken, ValueTask<string>>? TokenProvider { get; set; }

    /// <summary>
    /// The mechanism to authenticate with, which has its own credentials, such as <see cref="SaslMechanism.External"/>.
    /// </summary>
    /// <value>
    /// Default: null, chosen from what the server offers. If it is set, the password and the token provider are not
    /// used.
    /// </value>
    public SaslMechanism? Mechanism { get; set; }

    /// <summary>
    /// The settings of the connections: TLS, timeouts, limits, proxy. In a host, its logger factory and its
    /// <see cref="TimeProvider"/>, if registered, replace the defaults.
    /// </summary>
    /// <value>Default: <see cref="ImapConnectionOptions"/> with its defaults.</value>
    public ImapConnectionOptions Connection
    {
        get => _connection;
        set => _connection = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The unreadable values of the configuration, described in sentences.</summary>
    internal List<string> Unreadable { get; } = [];

    /// <summary>User and server; never the password.</summary>
    public override string ToString() =>
        $"{UserName ?? Mechanism?.Name ?? "(no user)"} at {Host ?? "(no host)"} ({Security})";
}
