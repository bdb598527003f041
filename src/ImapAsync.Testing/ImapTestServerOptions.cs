using System.Net;

namespace ImapAsync.Testing;

/// <summary>The configuration of a server, and its initial content.</summary>
public sealed class ImapTestServerOptions
{
    private readonly List<string> _capabilities = [.. DefaultCapabilities.All];
    private readonly HashSet<string> _disabledCommands = new(StringComparer.OrdinalIgnoreCase);

    internal ImapTestServerOptions() => Store = new MailStore(() => TimeProvider, () => Limits);

    /// <summary>The clock for internal dates, delays and timeouts. Set it before adding messages.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The seed of everything generated: messages and nonces. The same seed creates the same server.</summary>
    /// <value>Default: 1.</value>
    public int Seed { get; set; } = 1;

    /// <summary>The limits on what is accepted from clients.</summary>
    public ImapTestServerLimits Limits { get; set; } = new();

    /// <summary>The text of the greeting.</summary>
    public string Greeting { get; set; } = "ImapAsync.Testing ready: a test server, keep nothing here";

    /// <summary>The address on which ports are opened.</summary>
    /// <value>
    /// Default: <see cref="IPAddress.Loopback"/>. Anything else admits other machines, against which there is no
    /// protection.
    /// </value>
    public IPAddress ListenAddress { get; set; } = IPAddress.Loopback;

    /// <summary>The port of <see cref="ImapTestServer.Endpoint"/>.</summary>
    /// <value>Default: 0, chosen by the system. Tests that run in parallel need different ports.</value>
    public int Port { get; set; }

    /// <summary>The port of <see cref="ImapTestServer.TlsEndpoint"/>.</summary>
    /// <value>Default: 0, chosen by the system.</value>
    public int TlsPort { get; set; }

    /// <summary>
    /// How long a client may be silent, by the server's clock, before the connection ends with BYE; without BYE if it
    /// is silent in the TLS handshake, or does not read an answer for that long.
    /// </summary>
    /// <value>Default: 30 minutes (RFC 9051 §5.4). <see cref="Timeout.InfiniteTimeSpan"/>: never.</value>
    public TimeSpan InactivityTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The capabilities that the server announces and supports.</summary>
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
    /// server neither announces nor accepts them. What belongs to IMAP4rev2 stays as long as that is announced.
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

    /// <summary>Announces only these capabilities in addition to IMAP4rev1: a minimal server.</summary>
    public ImapTestServerOptions WithOnly(params ReadOnlySpan<string> names)
    {
        _capabilities.Clear();
        _capabilities.Add("IMAP4rev1");
        return With(names);
    }

    /// <summary>
    /// Announces more capabilities: <c>LOGINDISABLED</c> is enforced; unknown ones are merely announced.
    /// </summary>
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
