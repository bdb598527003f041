using System.Security.Cryptography.X509Certificates;

namespace ImapAsync.Testing.Tests.Network;

public sealed class ServerCertificateTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void IsForLoopback(string host)
    {
        using X509Certificate2 certificate = ServerCertificate.Create();
        Assert.True(certificate.MatchesHostname(host));
        Assert.True(certificate.HasPrivateKey);
    }

    [Fact]
    public void IsMadeAnewForEachServer()
    {
        using X509Certificate2 one = ServerCertificate.Create();
        using X509Certificate2 other = ServerCertificate.Create();
        Assert.NotEqual(one.Thumbprint, other.Thumbprint);
    }
}
