using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync;

/// <summary>How TLS is negotiated and whom it trusts. The defaults are strict; each relaxation is explicit.</summary>
public sealed record TlsOptions
{
    private const SslProtocols Safe = SslProtocols.Tls12 | SslProtocols.Tls13;

    private readonly SslProtocols _protocols = Safe;
    private readonly TimeSpan _handshakeTimeout = TimeSpan.FromSeconds(30);
    private readonly int _minimumRsaKeyBits = 2048;
    private readonly X509Certificate2Collection? _clientCertificates;
    private readonly string? _targetHost;

    /// <summary>The strict defaults.</summary>
    public static TlsOptions Default { get; } = new();

    /// <summary>The versions that may be negotiated.</summary>
    /// <value>Default: TLS 1.2 and TLS 1.3.</value>
    /// <exception cref="ArgumentException">
    /// Another version is among them: SSL 2 and 3, TLS 1.0 and 1.1 are broken (RFC 8996) and cannot be allowed.
    /// </exception>
    public SslProtocols Protocols
    {
        get => _protocols;
        init => _protocols = value != SslProtocols.None && (value | Safe) == Safe
            ? value
            : throw new ArgumentException(
                $"Only Tls12 and Tls13 may be allowed, not {value}: older versions are broken (RFC 8996). "
                + "Leave the default, or upgrade the server.",
                nameof(value));
    }

    /// <summary>The name sent to the server (SNI) and looked for in its certificate.</summary>
    /// <value>
    /// Default: null, the host that is connected to. Set it when connecting by address, through a tunnel, or to an
    /// alias.
    /// </value>
    /// <exception cref="ArgumentException">Neither a host name nor an IP address.</exception>
    public string? TargetHost
    {
        get => _targetHost;
        init
        {
            if (value is not null) HostAndPort.CheckHost(value);
            _targetHost = value;
        }
    }

    /// <summary>
    /// Certificates that end a chain of trust, in place of the system's: those of a private authority, or the server's
    /// own self-signed one.
    /// </summary>
    /// <value>Default: none, the system's trust store decides. When there is one, only these are trusted.</value>
    public X509Certificate2Collection? TrustedRoots { get; init; }

    /// <summary>Whether revocation is looked up.</summary>
    /// <value>
    /// Default: <see cref="X509RevocationMode.NoCheck"/>, as in the rest of .NET.
    /// <see cref="X509RevocationMode.Online"/> asks the authority over plain HTTP before the handshake ends: slower, it
    /// tells a third party who connects where, and it refuses certificates whose authority publishes no answer, as that
    /// of private authorities and of short-lived certificates often does. Where it is on, an unknown answer is a
    /// refusal.
    /// </value>
    public X509RevocationMode RevocationMode { get; init; } = X509RevocationMode.NoCheck;

    /// <summary>
    /// The shortest RSA key, in bits, that the server and the authorities between it and the root may use. Elliptic
    /// curves need 224 bits, and signatures by MD5 or SHA-1 are refused.
    /// </summary>
    /// <value>Default: 2048. Range: 1024 to 16384.</value>
    public int MinimumRsaKeyBits
    {
        get => _minimumRsaKeyBits;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1024);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 16384);
            _minimumRsaKeyBits = value;
        }
    }

    /// <summary>
    /// Decides about the server's certificate instead of the built-in checks, all of them: name, dates, chain and
    /// strength of keys.
    /// </summary>
    /// <value>
    /// Default: null, the built-in checks decide. Prefer <see cref="TrustedRoots"/> and <see cref="TargetHost"/>, which
    /// keep them.
    /// </value>
    public RemoteCertificateValidationCallback? CertificateValidation { get; init; }

    /// <summary>
    /// Certificates, with their private keys, from which one is chosen when the server asks the client for one.
    /// </summary>
    /// <value>Default: none.</value>
    /// <exception cref="ArgumentException">One has no private key.</exception>
    public X509Certificate2Collection? ClientCertificates
    {
        get => _clientCertificates;
        init => _clientCertificates = value?.FirstOrDefault(certificate => !certificate.HasPrivateKey) is { } keyless
            ? throw new ArgumentException(
                $"The client certificate '{keyless.Subject}' has no private key, so it proves nothing. "
                + "Load it from a PKCS #12 or PEM file that has the key.",
                nameof(value))
            : value;
    }

    /// <summary>Whether to announce the protocol "imap" in the handshake (ALPN, RFC 7301).</summary>
    /// <value>Default: false, since some servers hang up when they see it.</value>
    public bool SendAlpn { get; init; }

    /// <summary>The longest a handshake may take.</summary>
    /// <value>Default: 30 seconds. <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</value>
    public TimeSpan HandshakeTimeout
    {
        get => _handshakeTimeout;
        init => _handshakeTimeout = TimeLimit.Check(value);
    }
}
