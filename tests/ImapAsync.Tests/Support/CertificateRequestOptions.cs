using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync.Tests;

/// <summary>The properties of a certificate of <see cref="TestCertificates.Issue"/>. By default it is one that a strict client accepts for localhost and 127.0.0.1.</summary>
internal sealed record CertificateRequestOptions
{
    public string Subject { get; init; } = "CN=localhost";

    public string[] DnsNames { get; init; } = ["localhost"];

    public IPAddress[] Addresses { get; init; } = [IPAddress.Loopback];

    public int RsaBits { get; init; } = 2048;

    public ECCurve? EllipticCurve { get; init; }

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    public RSASignaturePadding Padding { get; init; } = RSASignaturePadding.Pkcs1;

    public bool Sha1Signature { get; init; }

    public TimeSpan From { get; init; } = TimeSpan.FromDays(-1);

    public TimeSpan To { get; init; } = TimeSpan.FromDays(30);

    public string Usage { get; init; } = "1.3.6.1.5.5.7.3.1";

    public X509Certificate2? Issuer { get; init; }
}
