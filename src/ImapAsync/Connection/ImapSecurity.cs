namespace ImapAsync;

/// <summary>
/// How a connection is protected. There is no "when available": an attacker who strips STARTTLS from the capabilities
/// could read everything.
/// </summary>
public enum ImapSecurity
{
    /// <summary>TLS from the first octet, on port 993 (RFC 8314 §3). The default.</summary>
    Tls,

    /// <summary>TLS with STARTTLS, on port 143: required; a server that does not offer it is refused.</summary>
    StartTls,

    /// <summary>
    /// None, on port 143. Passwords are refused unless <see cref="ImapConnectionOptions.AllowPlaintext"/> is set.
    /// </summary>
    None,
}
