using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync;

/// <summary>
/// The result of the TLS negotiation of one connection. Remains readable after the connection is closed.
/// </summary>
public sealed class TlsInfo
{
    private readonly ReadOnlyMemory<byte>? _tlsUnique;
    private readonly ReadOnlyMemory<byte>? _tlsServerEndPoint;

    internal TlsInfo(SslStream stream)
    {
        Protocol = stream.SslProtocol;
        CipherSuite = stream.NegotiatedCipherSuite;
        TargetHost = stream.TargetHostName;
        IsMutuallyAuthenticated = stream.IsMutuallyAuthenticated;
        RemoteCertificate = stream.RemoteCertificate as X509Certificate2;
        _tlsUnique = ChannelBindings.Unique(stream);
        _tlsServerEndPoint = RemoteCertificate is null ? null : ChannelBindings.ServerEndPoint(RemoteCertificate);
    }

    /// <summary>The version of TLS.</summary>
    public SslProtocols Protocol { get; }

    /// <summary>The cipher suite, by its IANA name.</summary>
    public TlsCipherSuite CipherSuite { get; }

    /// <summary>The name that was sent to the server and expected in its certificate.</summary>
    public string TargetHost { get; }

    /// <summary>Whether the server asked for a client certificate and got one.</summary>
    public bool IsMutuallyAuthenticated { get; }

    /// <summary>The server's certificate.</summary>
    /// <value>Null only if a certificate callback accepted a server without one.</value>
    public X509Certificate2? RemoteCertificate { get; }

    /// <summary>
    /// The data that binds a SASL exchange to this TLS connection, for the mechanisms whose name ends in -PLUS
    /// (RFC 5056).
    /// </summary>
    /// <param name="name">
    /// <c>tls-server-end-point</c>: the hash of the server's certificate (RFC 5929 §4), with any version.
    /// <c>tls-unique</c>: the first Finished message (RFC 5929 §3), with TLS 1.2 only.
    /// <c>tls-exporter</c> (RFC 9266) is not available: .NET has no way to export keying material.
    /// </param>
    /// <returns>The bytes, or null if this binding is not available here.</returns>
    public ReadOnlyMemory<byte>? GetChannelBinding(string name) => name switch
    {
        "tls-server-end-point" => _tlsServerEndPoint,
        "tls-unique" => _tlsUnique,
        _ => null,
    };

    /// <summary>The version and the cipher suite.</summary>
    public override string ToString() => $"{Protocol}, {CipherSuite}";
}
