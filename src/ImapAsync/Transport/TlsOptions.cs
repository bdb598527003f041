using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync;

/// <summary>
/// How TLS is negotiated and which certificates are trusted. The defaults are strict; each relaxation is explicit.
/// </summary>
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

    /// <summary>The name sent to the server (SNI) and expected in its certificate.</summary>
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
            if (value is not null)
                HostAndPort.CheckHost(value);
            _targetHost = value;
        }
    }

    /// <summary>
    /// The certificates that may end a chain of trust, instead of the system's: those of a private authority, or the
    /// server's own self-signed one.
    /// </summary>
    /// <value>Default: null, the system's trust store decides. If set, only these are trusted.</value>
    public X509Certificate2Collection? TrustedRoots { get; init; }

    /// <summary>Whether revocation is checked.</summary>
    /// <value>
    /// Default: <see cref="X509RevocationMode.NoCheck"/>, as elsewhere in .NET. <see cref="X509RevocationMode.Online"/>
    /// asks the authority over plain HTTP before the handshake ends: it is slower, it reveals to a third party who
    /// connects where, and it refuses certificates whose authority publishes no answer, as is often the case with
    /// private authorities and short-lived certificates. If it is on, an unknown answer is a refusal.
    /// </value>
    public X509RevocationMode RevocationMode { get; init; } = X509RevocationMode.NoCheck;

    /// <summary>
    /// The shortest RSA key, in bits, that the server and the intermediate authorities may use. Elliptic curves need
    /// 224 bits, and signatures with MD5 or SHA-1 are refused.
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
    /// Replaces all built-in checks of the server's certificate: name, dates, chain and key strength.
    /// </summary>
    /// <value>
    /// Default: null, the built-in checks decide. Prefer <see cref="TrustedRoots"/> and <see cref="TargetHost"/>, which
    /// keep those checks.
    /// </value>
    public RemoteCertificateValidationCallback? CertificateValidation { get; init; }

    /// <summary>
    /// Certificates with private keys, one of which is chosen when the server requests a client certificate.
    /// </summary>
    /// <value>Default: none.</value>
    /// <exception cref="ArgumentException">One has no private key.</exception>
    public X509Certificate2Collection? ClientCertificates
    {
        get => _clientCertificates;
        init => _clientCertificates = value?.FirstOrDefault(certificate => !certificate.HasPrivateKey) is { } keyless
            ? throw new ArgumentException(
                $"The client certificate '{keyless.Subject}' has no private key, so it cannot prove an identity. Load "
                + "it from a PKCS #12 or PEM file that has the key.",
                nameof(value))
            : value;
    }

    /// <summary>Whether to announce the protocol "imap" in the handshake (ALPN, RFC 7301).</summary>
    /// <value>Default: false, since some servers close the connection when they see it.</value>
    public bool SendAlpn { get; init; }

    /// <summary>The time limit for the handshake.</summary>
    /// <value>Default: 30 seconds. <see cref="Timeout.InfiniteTimeSpan"/> waits indefinitely.</value>
    public TimeSpan HandshakeTimeout
    {
        get => _handshakeTimeout;
        init => _handshakeTimeout = TimeLimit.Check(value);
    }
}
