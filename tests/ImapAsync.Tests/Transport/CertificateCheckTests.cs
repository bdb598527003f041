using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync.Tests;

public class CertificateCheckTests
{
    [Fact]
    public async Task An_expired_certificate_is_refused_with_its_date()
    {
        X509Certificate2 certificate = TestCertificates.Issue(new() { From = TimeSpan.FromDays(-60), To = TimeSpan.FromDays(-1) });
        await using TlsSession session = new(certificate);
        string date = certificate.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(
            $"The certificate of localhost was refused: it expired on {date}. Renew it on the server, or correct this machine's clock.",
            await session.RefusalAsync());
    }

    [Fact]
    public async Task A_certificate_that_is_not_yet_valid_is_refused_with_its_date()
    {
        X509Certificate2 certificate = TestCertificates.Issue(new() { From = TimeSpan.FromDays(2) });
        await using TlsSession session = new(certificate);
        Assert.Contains("it is valid only from ", await session.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused_with_the_names_it_has()
    {
        await using TlsSession session = new(TestCertificates.Issue(new() { DnsNames = ["imap.example.org", "*.example.net"], Addresses = [IPAddress.Parse("192.0.2.7")] }));
        Assert.Equal(
            "The certificate of localhost was refused: it is for imap.example.org, *.example.net, 192.0.2.7, not for localhost. "
            + "Connect to one of its names, or set TlsOptions.TargetHost if it is the same server.",
            await session.RefusalAsync());
    }

    [Fact]
    public async Task An_address_must_be_in_the_certificate_too()
    {
        await using TlsSession session = new(TestCertificates.Issue(new() { Addresses = [] }));
        Assert.Contains("it is for localhost, not for 127.0.0.1.", await session.RefusalAsync(host: "127.0.0.1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_self_signed_certificate_is_refused_unless_it_is_trusted_itself()
    {
        X509Certificate2 certificate = TestCertificates.SelfSigned();
        await using (TlsSession session = new TlsSession(certificate))
        {
            Assert.Equal(
                "The certificate of localhost was refused: it is self-signed and not among the trusted certificates. If it is the right one, add it to TlsOptions.TrustedRoots.",
                await session.RefusalAsync(TlsOptions.Default));
        }

        await using TlsSession trusted = new(certificate);
        await using IImapTransport transport = await trusted.ConnectAsync(new TlsOptions { TrustedRoots = [certificate] });
        Assert.NotNull(transport.Tls);
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_refused_with_its_issuer()
    {
        await using TlsSession session = new();
        string refusal = await session.RefusalAsync(TlsOptions.Default);
        Assert.Contains("'CN=Test Root' is unknown on this machine.", refusal, StringComparison.Ordinal);
        Assert.Contains("add it to TlsOptions.TrustedRoots", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trusted_roots_replace_the_system_roots()
    {
        await using TlsSession session = new();
        Assert.Contains("is unknown on this machine", await session.RefusalAsync(new TlsOptions { TrustedRoots = [TestCertificates.SelfSigned("other")] }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_untrusted_root_that_the_server_sends_along_is_named()
    {
        X509Certificate2 root = TestCertificates.MakeAuthority("CN=Evil Root", issuer: null);
        X509Certificate2 certificate = TestCertificates.Issue(new() { Issuer = root });
        using X509Chain chain = new() { ChainPolicy = { RevocationMode = X509RevocationMode.NoCheck, ExtraStore = { root } } };
        Assert.False(chain.Build(certificate));
        CertificateCheck check = new("localhost", TlsOptions.Default);

        Assert.False(check.Validate(this, certificate, chain, SslPolicyErrors.RemoteCertificateChainErrors));

        Assert.Contains("its root authority 'Evil Root' is not trusted on this machine.", check.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_without_a_certificate_is_refused()
    {
        CertificateCheck check = new("localhost", TlsOptions.Default);
        Assert.False(check.Validate(this, null, null, SslPolicyErrors.RemoteCertificateNotAvailable));
        Assert.Equal("localhost sent no certificate. Its identity is not proven.", check.Refusal);
    }

    [Fact]
    public async Task Intermediate_authorities_are_followed()
    {
        X509Certificate2 middle = TestCertificates.MakeAuthority("CN=Test Intermediate", TestCertificates.Root);
        await using TlsSession session = new(TestCertificates.Issue(new() { Issuer = middle }), null, middle);
        await using IImapTransport transport = await session.ConnectAsync();
        Assert.NotNull(transport.Tls);
    }

    [Fact]
    public async Task A_weak_key_of_an_intermediate_authority_is_refused()
    {
        X509Certificate2 middle = TestCertificates.MakeAuthority("CN=Weak Intermediate", TestCertificates.Root);
        await using TlsSession session = new(TestCertificates.Issue(new() { Issuer = middle, RsaBits = 3072 }), null, middle);
        Assert.Equal(
            "The certificate of localhost was refused: the authority 'Weak Intermediate''s RSA key is weak: 2048 bits, but at least 3072 are required. Ask for a new certificate.",
            await session.RefusalAsync(TestCertificates.Trusting with { MinimumRsaKeyBits = 3072 }));
    }

    [Fact]
    public async Task A_certificate_for_another_purpose_is_refused()
    {
        const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
        await using TlsSession session = new(TestCertificates.Issue(new() { Usage = ClientAuthentication }));
        Assert.Contains("it fails the check NotValidForUsage", await session.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weak_key_is_refused()
    {
        await using TlsSession session = new();
        Assert.Equal(
            "The certificate of localhost was refused: its RSA key is weak: 2048 bits, but at least 4096 are required. Ask for a new certificate.",
            await session.RefusalAsync(TestCertificates.Trusting with { MinimumRsaKeyBits = 4096 }));
    }

    [Theory]
    [InlineData(1024, "its RSA key is weak: 1024 bits, but at least 2048 are required.")]
    [InlineData(1536, "its RSA key is weak: 1536 bits, but at least 2048 are required.")]
    [InlineData(2048, null)]
    public void Rsa_keys_need_2048_bits(int bits, string? problem) =>
        AssertProblem(problem, TestCertificates.Issue(new() { RsaBits = bits }));

    [Fact]
    public void Usual_elliptic_curves_are_strong_enough_and_small_ones_are_not()
    {
        AssertProblem(null, TestCertificates.Issue(new() { EllipticCurve = ECCurve.NamedCurves.nistP256 }));
        AssertProblem(null, TestCertificates.Issue(new() { EllipticCurve = ECCurve.NamedCurves.nistP384 }));
        AssertProblem(
            "its elliptic curve key is weak: 192 bits, but at least 224 are required.",
            TestCertificates.Issue(new() { EllipticCurve = ECCurve.CreateFromValue("1.2.840.10045.3.1.1") }));
    }

    [Fact]
    public void A_signature_by_sha1_is_weak() => AssertProblem("its signature is weak (sha1RSA)", TestCertificates.Issue(new() { Sha1Signature = true }));

    [Fact]
    public async Task A_callback_decides_alone()
    {
        SslPolicyErrors seen = default;
        X509Certificate2 certificate = TestCertificates.SelfSigned("elsewhere");
        await using (TlsSession session = new TlsSession(certificate))
        {
            TlsOptions accept = new() { CertificateValidation = (_, _, _, errors) => (seen = errors) != SslPolicyErrors.None };
            await using IImapTransport transport = await session.ConnectAsync(accept);
            Assert.Equal(SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateChainErrors, seen);
            Assert.Equal(certificate, transport.Tls!.RemoteCertificate);
        }

        await using TlsSession refused = new();
        Assert.Equal(
            "The certificate of localhost was refused by TlsOptions.CertificateValidation.",
            await refused.RefusalAsync(new TlsOptions { CertificateValidation = (_, _, _, _) => false }));
    }

    [Fact]
    public async Task With_revocation_checks_an_unknown_answer_is_a_refusal()
    {
        await using TlsSession session = new();
        string refusal = await session.RefusalAsync(TestCertificates.Trusting with { RevocationMode = X509RevocationMode.Online });
        Assert.Contains("whether it was revoked could not be determined.", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_reported()
    {
        await using TlsSession session = new(TestCertificates.Issue(new() { DnsNames = ["other"], Addresses = [], From = TimeSpan.FromDays(-9), To = TimeSpan.FromDays(-8) }));
        string refusal = await session.RefusalAsync();
        Assert.Contains("it is for other, not for localhost.", refusal, StringComparison.Ordinal);
        Assert.Contains(" Also: it expired on ", refusal, StringComparison.Ordinal);
    }

    private static void AssertProblem(string? expected, X509Certificate2 certificate)
    {
        List<string> problems = new();
        CertificateProblems.AddWeaknesses(problems, certificate, chain: null, minimumRsaKeyBits: 2048);
        if (expected is null)
            Assert.Empty(problems);
        else
            Assert.StartsWith(expected, Assert.Single(problems), StringComparison.Ordinal);
    }
}
