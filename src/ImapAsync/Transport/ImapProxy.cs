using System.Globalization;

namespace ImapAsync;

/// <summary>A proxy through which connections are made. Immutable; its password is never shown.</summary>
/// <remarks>
/// For other routes (a chain of proxies, an HTTPS proxy), use <see cref="ImapTransport.FromStream"/> with your own
/// stream.
/// </remarks>
public abstract class ImapProxy
{
    private protected ImapProxy(string host, int port, string? user, string? password)
    {
        HostAndPort.Check(host, port);
        if (user is null && password is not null)
            throw new ArgumentException("A proxy password needs a user name.", nameof(user));
        (Host, Port, User, Password) = (host, port, user, password);
    }

    /// <summary>The proxy's host name or address.</summary>
    public string Host { get; }

    /// <summary>The proxy's port.</summary>
    public int Port { get; }

    private protected string? User { get; }

    private protected string? Password { get; }

    private protected abstract string Scheme { get; }

    /// <summary>
    /// A SOCKS version 5 proxy (RFC 1928). The proxy also resolves the server's name, so the client does not look it
    /// up.
    /// </summary>
    /// <param name="host">The proxy's host name or address.</param>
    /// <param name="port">The proxy's port, usually 1080.</param>
    /// <param name="user">The user name (RFC 1929), 1 to 255 bytes in UTF-8, or null to connect without.</param>
    /// <param name="password">
    /// The password, 1 to 255 bytes in UTF-8. It crosses the network to the proxy in the clear.
    /// </param>
    /// <exception cref="ArgumentException">A value is empty, too long or out of range.</exception>
    public static ImapProxy Socks5(string host, int port, string? user = null, string? password = null) =>
        new Socks5Proxy(host, port, user, password);

    /// <summary>An HTTP proxy that opens tunnels by CONNECT (RFC 9110 §9.3.6).</summary>
    /// <param name="host">The proxy's host name or address.</param>
    /// <param name="port">The proxy's port, often 3128 or 8080.</param>
    /// <param name="user">
    /// The user name for Basic authentication (RFC 7617), without a colon, or null to connect without.
    /// </param>
    /// <param name="password">The password. It crosses the network to the proxy in the clear.</param>
    /// <exception cref="ArgumentException">A value is empty or out of range.</exception>
    public static ImapProxy Http(string host, int port, string? user = null, string? password = null) =>
        new HttpConnectProxy(host, port, user, password);

    /// <summary>The proxy as a URL, without user and password.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Scheme}://{HostAndPort.Format(Host, Port)}");

    /// <summary>
    /// Asks the proxy for a tunnel over a newly opened stream; consumes nothing of what the server sends.
    /// </summary>
    internal abstract ValueTask OpenTunnelAsync(
        Stream proxy, string host, int port, CancellationToken cancellationToken);
}
