using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync.Tests;

/// <summary>Servers whose certificate does not prove who they are, from the point of view of a connecting program. The checks one by one are in <see cref="CertificateCheckTests"/>.</summary>
public class CertificateAttackTests
{
    private static readonly Dictionary<string, Func<X509Certificate2>> Certificates = new()
    {
        ["it expired on "] = static () => TestCertificates.Issue(new() { From = TimeSpan.FromDays(-60), To = TimeSpan.FromDays(-1) }),
        ["it is valid only from "] = static () => TestCertificates.Issue(new() { From = TimeSpan.FromDays(2) }),
        ["it is self-signed"] = static () => TestCertificates.SelfSigned(),
        ["it is for imap.evil.example, not for localhost"] = static () => TestCertificates.Issue(new() { DnsNames = ["imap.evil.example"], Addresses = [] }),
        ["its RSA key is weak: 1024 bits"] = static () => TestCertificates.Issue(new() { RsaBits = 1024 }),
        ["its elliptic curve key is weak: 192 bits"] = static () => TestCertificates.Issue(new() { EllipticCurve = ECCurve.CreateFromValue("1.2.840.10045.3.1.1") }),
        ["its signature is weak (sha1RSA)"] = static () => TestCertificates.Issue(new() { Sha1Signature = true }),
        ["NotValidForUsage"] = static () => TestCertificates.Issue(new() { Usage = "1.3.6.1.5.5.7.3.2" }),
    };

    public static TheoryData<string, ImapSecurity> Cases()
    {
        TheoryData<string, ImapSecurity> cases = [];
        foreach (string problem in Certificates.Keys)
        {
            cases.Add(problem, ImapSecurity.Tls);
            cases.Add(problem, ImapSecurity.StartTls);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Is_refused_with_the_reason_and_nothing_else(string problem, ImapSecurity security)
    {
        await using HostileServer server = new(async peer =>
        {
            if (security == ImapSecurity.StartTls)
            {
                await peer.SendAsync("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n");
                await peer.AnswerAsync("A1 STARTTLS", "A1 OK begin\r\n");
            }

            await peer.StartTlsAsync(Certificates[problem]());
            await peer.SendAsync("* PREAUTH [CAPABILITY IMAP4rev1] come in\r\n");
        });

        ImapConnectionException refusal = await server.RefusesAsync(security);

        // OpenSSL refuses on the server's side what it will not sign with, before the client is involved.
        if (!refusal.Message.Contains("handshake", StringComparison.Ordinal))
            Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
        Assert.Equal("", server.SaidUnderTls);
        Assert.Equal(security == ImapSecurity.StartTls ? "A1 STARTTLS\r\n" : "", server.SaidInTheClear);
    }
}
