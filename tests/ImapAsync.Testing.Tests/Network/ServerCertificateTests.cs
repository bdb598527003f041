using System.Security.Cryptography.X509Certificates;
using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Network;

public sealed class ServerCertificateTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void Is_for_loopback(string host)
    {
        using X509Certificate2 certificate = ServerCertificate.Create();
        Assert.True(certificate.MatchesHostname(host));
        Assert.True(certificate.HasPrivateKey);
    }

    [Fact]
    public void Has_a_key_of_its_own()
    {
        using X509Certificate2 one = ServerCertificate.Create();
        using X509Certificate2 other = ServerCertificate.Create();
        Assert.NotEqual(one.Thumbprint, other.Thumbprint);
    }

    [Fact]
    public async Task Is_not_created_without_TLS()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using ImapConnection connection = await server.ConnectAsync(TestContext.Current.CancellationToken);
        await connection.LoginAsync("alice", "secret", TestContext.Current.CancellationToken);
        _ = (server.Endpoint, server.TlsEndpoint, server.InMemoryOptions);
        Assert.False(server.HasCertificate);
        await using ImapConnection other = await server.ConnectAsync(TestContext.Current.CancellationToken);
        await other.StartTlsAsync(TestContext.Current.CancellationToken);
        Assert.True(server.HasCertificate);
    }

    [Fact]
    public async Task Is_the_same_for_all_servers_and_outlives_them()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        ImapTestServer gone = await Servers.WithThreeMessagesAsync();
        Assert.Same(gone.Certificate, server.Certificate);
        await gone.DisposeAsync();
        await using ImapConnection connection = await ImapConnection.ConnectAsync(server.TlsEndpoint, server.ClientOptions, TestContext.Current.CancellationToken);
        await connection.NoopAsync(TestContext.Current.CancellationToken);
    }
}
