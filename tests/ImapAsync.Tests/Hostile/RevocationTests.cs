using System.Net.Sockets;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>A certificate that its authority has revoked, with the authority's list served over HTTP as in practice.</summary>
public sealed class RevocationTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_revoked_certificate_is_refused_where_revocation_is_checked(bool isRevoked)
    {
        using X509Certificate2 authority = TestCertificates.MakeAuthority($"CN=Authority {Guid.NewGuid():N}", issuer: null);
        using LoopbackListener web = new();
        using X509Certificate2 certificate = Issue(authority, $"http://127.0.0.1:{web.Port}/{Guid.NewGuid():N}.crl");
        Task serving = ServeAsync(web, ListOf(authority, isRevoked ? certificate : null));
        await using TlsSession session = new(certificate);
        TlsOptions options = new() { TrustedRoots = [authority], RevocationMode = X509RevocationMode.Online };

        if (isRevoked)
        {
            string refusal = await session.RefusalAsync(options);
            Assert.Contains("it was revoked by its authority. Do not connect", refusal, StringComparison.Ordinal);
        }
        else
        {
            await using IImapTransport transport = await session.ConnectAsync(options);
            Assert.NotNull(transport.Tls);
        }

        await serving.InTime();
    }

    private static X509Certificate2 Issue(X509Certificate2 authority, string listAddress)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([listAddress]));
        using X509Certificate2 issued = request.Create(authority, Now.AddDays(-1), Now.AddDays(30), [7, 7, 7, 7]);
        return issued.CopyWithPrivateKey(key);
    }

    private static byte[] ListOf(X509Certificate2 authority, X509Certificate2? revoked)
    {
        CertificateRevocationListBuilder list = new();
        if (revoked is not null)
            list.AddEntry(revoked, Now.AddHours(-1), X509RevocationReason.KeyCompromise);
        return list.Build(authority, BigInteger.One, Now.AddDays(1), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, Now.AddHours(-2));
    }

    private static async Task ServeAsync(LoopbackListener web, byte[] list)
    {
        await using NetworkStream peer = await web.AcceptAsync();
        byte[] asked = new byte[4000];
        Assert.NotEqual(0, await peer.ReadAsync(asked, TestContext.Current.CancellationToken));
        await peer.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/pkix-crl\r\nContent-Length: {list.Length}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        await peer.WriteAsync(list, TestContext.Current.CancellationToken);
    }
}
