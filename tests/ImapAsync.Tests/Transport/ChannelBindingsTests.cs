using System.Net.Security;
using System.Runtime.InteropServices;
using System.Security.Authentication;
using System.Security.Authentication.ExtendedProtection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync.Tests;

public class ChannelBindingsTests
{
    [Theory]
    [InlineData("SHA256", false, 32)]
    [InlineData("SHA384", false, 48)]
    [InlineData("SHA512", false, 64)]
    [InlineData("SHA256", true, 32)]
    [InlineData("SHA384", true, 48)]
    [InlineData("SHA512", true, 64)]
    public async Task The_end_point_is_the_certificates_hash_by_its_signatures_hash_function(string hash, bool pss, int length)
    {
        HashAlgorithmName name = new(hash);
        X509Certificate2 certificate = TestCertificates.Issue(new() { Hash = name, Padding = pss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1 });
        await using TlsSession session = new(certificate);
        await using IImapTransport transport = await session.ConnectAsync();

        byte[] binding = transport.Tls!.GetChannelBinding("tls-server-end-point")!.Value.ToArray();

        Assert.Equal(length, binding.Length);
        Assert.Equal(certificate.GetCertHash(name), binding);
        // The framework does not know RSASSA-PSS here.
        if (pss)
            return;
        await using TlsSession another = new(certificate);
        using SslStream client = new(await another.DialAsync(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
        await client.AuthenticateAsClientAsync("localhost");
        Assert.Equal(FrameworksBinding(client, ChannelBindingKind.Endpoint, "tls-server-end-point:"), binding);
    }

    [Fact]
    public void Sha1_is_replaced_by_sha256()
    {
        X509Certificate2 certificate = TestCertificates.Issue(new() { Sha1Signature = true });
        Assert.Equal(certificate.GetCertHash(HashAlgorithmName.SHA256), ChannelBindings.ServerEndPoint(certificate)!.Value.ToArray());
    }

    [Theory]
    [InlineData("SHA256")]
    [InlineData("SHA384")]
    public void Elliptic_curve_signatures_have_hashes_too(string hash)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        HashAlgorithmName name = new(hash);
        using X509Certificate2 certificate = new CertificateRequest("CN=localhost", key, name).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));
        Assert.Equal(certificate.GetCertHash(name), ChannelBindings.ServerEndPoint(certificate)!.Value.ToArray());
    }

    [Fact]
    public async Task The_unique_binding_of_tls_1_2_is_the_same_on_both_ends()
    {
        await using TlsSession session = new();
        await using IImapTransport transport = await session.ConnectAsync(TestCertificates.Trusting with { Protocols = SslProtocols.Tls12 });
        SslStream server = await session.Server;
        byte[] binding = transport.Tls!.GetChannelBinding("tls-unique")!.Value.ToArray();
        Assert.Equal(12, binding.Length);
        Assert.Equal(FrameworksBinding(server, ChannelBindingKind.Unique, "tls-unique:"), binding);
    }

    [Fact]
    public async Task The_unique_binding_is_undefined_with_tls_1_3_and_others_are_unknown()
    {
        await using TlsSession session = new();
        await using IImapTransport transport = await session.ConnectAsync(TestCertificates.Trusting with { Protocols = SslProtocols.Tls13 });
        await session.Server;
        Assert.Null(transport.Tls!.GetChannelBinding("tls-unique"));
        Assert.Null(transport.Tls.GetChannelBinding("tls-exporter"));
        Assert.Null(transport.Tls.GetChannelBinding("TLS-UNIQUE"));
    }

    private static byte[] FrameworksBinding(SslStream stream, ChannelBindingKind kind, string prefix)
    {
        using ChannelBinding binding = stream.TransportContext.GetChannelBinding(kind)!;
        byte[] bytes = new byte[binding.Size];
        Marshal.Copy(binding.DangerousGetHandle(), bytes, 0, bytes.Length);
        int start = bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(prefix));
        return bytes[(start + prefix.Length)..];
    }
}
