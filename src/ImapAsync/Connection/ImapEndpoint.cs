namespace ImapAsync;

/// <summary>The address of a server, and how the connection to it is protected.</summary>
public sealed record ImapEndpoint
{
    /// <summary>Creates an endpoint.</summary>
    /// <param name="host">The host name, for which the certificate must be valid, or an IP address.</param>
    /// <param name="port">The port; by default 993 for <see cref="ImapSecurity.Tls"/> and 143 otherwise.</param>
    /// <param name="security">How the connection is protected.</param>
    /// <exception cref="ArgumentException">
    /// The host is more than a host name or address, or the port is out of range.
    /// </exception>
    public ImapEndpoint(string host, int? port = null, ImapSecurity security = ImapSecurity.Tls)
    {
        Port = port ?? (security == ImapSecurity.Tls ? 993 : 143);
        HostAndPort.Check(host, Port);
        Host = host;
        Security = security;
    }

    /// <summary>The host name or IP address.</summary>
    public string Host { get; }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>How the connection is protected.</summary>
    public ImapSecurity Security { get; }

    /// <summary>Why it is not a host name or address; null if it is one.</summary>
    internal static string? FindProblem(string host) => HostAndPort.FindProblem(host);

    /// <summary>The endpoint of a host name: TLS on port 993.</summary>
    public static implicit operator ImapEndpoint(string host) => new(host);

    /// <summary>The host and the port.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
