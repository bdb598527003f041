using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync.Tests;

/// <summary>Certificates made on the spot: an authority of its own for the whole test run, and what it signs.</summary>
internal static class TestCertificates
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly ConcurrentDictionary<int, Lazy<RSA>> RsaKeys = new();
    private static readonly Lazy<X509Certificate2> LazyRoot = new(() => MakeAuthority("CN=Test Root", issuer: null));

    /// <summary>The authority, with its key. Put it among the trusted roots.</summary>
    public static X509Certificate2 Root => LazyRoot.Value;

    /// <summary>Trusts <see cref="Root"/>.</summary>
    public static TlsOptions Trusting => new() { TrustedRoots = [Root] };

    public static X509Certificate2 Issue(CertificateRequestOptions? options = null)
    {
        options ??= new();
        X509Certificate2 issuer = options.Issuer ?? Root;
        AsymmetricAlgorithm key = options.EllipticCurve is { } curve ? ECDsa.Create(curve) : RsaKey(options.RsaBits);
        CertificateRequest request = Request(options.Subject, key, options.Hash);
        AddServerExtensions(request, options);
        byte[] serial = new byte[8];
        RandomNumberGenerator.Fill(serial);
        serial[0] &= 0x7F;
        using RSA issuerKey = issuer.GetRSAPrivateKey()!;
        X509SignatureGenerator generator = X509SignatureGenerator.CreateForRSA(issuerKey, options.Padding);
        using X509Certificate2 certificate = request.Create(
            issuer.SubjectName, options.Sha1Signature ? new Sha1Generator(generator, issuerKey) : generator, Now + options.From, Now + options.To, serial);
        return WithKey(certificate, key);
    }

    public static X509Certificate2 SelfSigned(string name = "localhost", int rsaBits = 2048)
    {
        RSA key = RsaKey(rsaBits);
        CertificateRequest request = Request($"CN={name}", key, HashAlgorithmName.SHA256);
        AddServerExtensions(request, new CertificateRequestOptions { DnsNames = [name] });
        return request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(30));
    }

    public static X509Certificate2 MakeAuthority(string subject, X509Certificate2? issuer, int rsaBits = 2048)
    {
        RSA key = RsaKey(rsaBits);
        CertificateRequest request = Request(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        if (issuer is null)
            return request.CreateSelfSigned(Now.AddYears(-5), Now.AddYears(5));
        using X509Certificate2 certificate = request.Create(issuer, Now.AddYears(-1), Now.AddYears(1), [1, 2, 3, 4]);
        return certificate.CopyWithPrivateKey(key);
    }

    // Creating keys takes long, and here certificates may share them.
    private static RSA RsaKey(int bits) => RsaKeys.GetOrAdd(bits, static size => new Lazy<RSA>(() => RSA.Create(size))).Value;

    private static CertificateRequest Request(string subject, AsymmetricAlgorithm key, HashAlgorithmName hash) => key is RSA rsa
        ? new CertificateRequest(subject, rsa, hash, RSASignaturePadding.Pkcs1)
        : new CertificateRequest(subject, (ECDsa)key, hash);

    private static void AddServerExtensions(CertificateRequest request, CertificateRequestOptions options)
    {
        SubjectAlternativeNameBuilder names = new();
        foreach (string name in options.DnsNames)
            names.AddDnsName(name);
        foreach (IPAddress address in options.Addresses)
            names.AddIpAddress(address);
        if (options.DnsNames.Length + options.Addresses.Length > 0)
            request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(options.Usage)], critical: false));
    }

    private static X509Certificate2 WithKey(X509Certificate2 certificate, AsymmetricAlgorithm key) =>
        key is RSA rsa ? certificate.CopyWithPrivateKey(rsa) : certificate.CopyWithPrivateKey((ECDsa)key);

    // CertificateRequest refuses to sign by SHA-1.
    private sealed class Sha1Generator(X509SignatureGenerator rsa, RSA key) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
            [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x05, 0x05, 0x00];

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

        protected override PublicKey BuildPublicKey() => rsa.PublicKey;
    }
}
