using System.Net;

namespace ImapAsync.Testing;

/// <summary>How a server is, and what is in it when it starts.</summary>
public sealed class ImapTestServerOptions
{
    private readonly List<string> _capabilities = [.. DefaultCapabilities.All];
    private readonly HashSet<string> _disabledCommands = new(StringComparer.OrdinalIgnoreCase);

    internal ImapTestServerOptions() => Store = new MailStore(() => TimeProvider, () => Limits);

    /// <summary>The clock of internal dates, delays and timeouts. Set it before messages are added.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// What all that is made up begins with: generated messages and nonces. The same seed makes the same server.
    /// </summary>
    /// <value>Default: 1.</value>
    public int Seed { get; set; } = 1;

    /// <summary>How much is taken from clients.</summary>
    public ImapTestServerLimits Limits { get; set; } = new();

    /// <summary>The text of the greeting.</summary>
    public string Greeting { get; set; } = "ImapAsync.Testing ready: a test server, keep nothing here";

    /// <summary>Where ports are opened.</summary>
    /// <value>
    /// Default: <see cref="IPAddress.Loopback"/>. Anything else lets other machines in: there is no protection against
    /// them.
    /// </value>
    public IPAddress ListenAddress { get; set; } = IPAddress.Loopback;

    /// <summary>The port of <see cref="ImapTestServer.Endpoint"/>.</summary>
    /// <value>Default: 0, one that the system chooses. Tests that run side by side need different ones.</value>
    public int Port { get; set; }

    /// <summary>The port of <see cref="ImapTestServer.TlsEndpoint"/>.</summary>
    /// <value>Default: 0, one that the system chooses.</value>
    public int TlsPort { get; set; }

    /// <summary>
    /// After how long without a word from the client the connection ends with BYE, by the server's clock; without BYE
    /// where it is silent in the handshake of TLS, or takes nothing of an answer for so long.
    /// </summary>
    /// <value>Default: 30 minutes (RFC 9051 §5.4). <see cref="Timeout.InfiniteTimeSpan"/>: never.</value>
    public TimeSpan InactivityTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>What the server says that it can do, and does.</summary>
    public IReadOnlyList<string> Capabilities => _capabilities;

    internal MailStore Store { get; }

    internal IReadOnlySet<string> DisabledCommands => _disabledCommands;

    /// <summary>Adds a user, with an empty INBOX.</summary>
    /// <param name="name">The name to log in with.</param>
    /// <param name="password">The password.</param>
    /// <returns>The user, to add mailboxes and messages to.</returns>
    public ImapTestUser AddUser(string name, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(password);
        return new ImapTestUser(this, Store.AddUser(name, password));
    }

    /// <summary>
    /// Switches off capabilities, such as <c>IDLE</c> or <c>AUTH=PLAIN</c>, and commands, such as <c>PARTIAL</c>: the
    /// server does not name them and does not know them. What belongs to IMAP4rev2 stays as long as that is announced.
    /// </summary>
    public ImapTestServerOptions Without(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (_capabilities.RemoveAll(capability => capability.Equals(name, StringComparison.OrdinalIgnoreCase)) == 0)
                _disabledCommands.Add(name);
        }

        return this;
    }

    /// <summary>Announces only these capabilities, and only IMAP4rev1 beside them: a poor server.</summary>
    public ImapTestServerOptions WithOnly(params ReadOnlySpan<string> names)
    {
        _capabilities.Clear();
        _capabilities.Add("IMAP4rev1");
        return With(names);
    }

    /// <summary>Announces more: <c>LOGINDISABLED</c> is obeyed, what is unknown is only said.</summary>
    public ImapTestServerOptions With(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (!_capabilities.Contains(name, StringComparer.OrdinalIgnoreCase))
                _capabilities.Add(name);
        }

        return this;
    }
}
