using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ImapAsync.ServerTests;

/// <summary>The injected client against real servers: over every kind of security, with a mechanism that each offers.</summary>
public sealed class ServerImapClientTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryConnection]
    public async Task A_hosts_client_connects_with_a_password(ServerKind kind, ImapSecurity security)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        using IHost host = HostOf(server, security, options => (options.UserName, options.Password) = (account.Name, account.Password));
        await host.StartAsync(Token);

        await using IImapConnection connection = await host.Services.GetRequiredService<IImapClient>().ConnectAsync(Token);

        Assert.Equal(ImapConnectionState.Authenticated, connection.State);
        Assert.Equal(security != ImapSecurity.None, connection.Tls is not null);
        Assert.Contains(await connection.ListAsync("*", Token), mailbox => mailbox.Name.IsInbox);
    }

    [Theory]
    [EveryServer]
    public async Task A_password_goes_over_an_open_network_by_SCRAM(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        using IHost host = HostOf(server, ImapSecurity.None, options =>
        {
            (options.UserName, options.Password) = (account.Name, account.Password);
            options.AllowPlaintext = false;
        });

        await using IImapConnection connection = await host.Services.GetRequiredService<IImapClient>().ConnectAsync(Token);

        Assert.Equal(ImapConnectionState.Authenticated, connection.State);
    }

    [Fact]
    public async Task A_token_that_has_expired_is_asked_for_once_more()
    {
        TestServer server = await servers.GetDovecotAsync();
        Queue<string> tokens = new([await server.ReadTokenAsync("alice", expired: true), await server.ReadTokenAsync("alice")]);
        using IHost host = HostOf(server, ImapSecurity.Tls, options => (options.UserName, options.TokenProvider) = ("alice", _ => new(tokens.Dequeue())));

        await using IImapConnection connection = await host.Services.GetRequiredService<IImapClient>().ConnectAsync(Token);

        Assert.Empty(tokens);
        Assert.Equal(ImapConnectionState.Authenticated, connection.State);
    }

    [Theory]
    [EveryConnection]
    public async Task A_tunnel_carries_whatever_security_is_asked_for(ServerKind kind, ImapSecurity security)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        int port = server.Endpoint(security).Port;
        using IHost host = HostOf(server, security, options =>
        {
            (options.Host, options.Port, options.UserName, options.Password) = ("localhost", 1, account.Name, account.Password);
            options.Connection = server.ConnectionOptions with { Transport = new() { ConnectCallback = token => ImapTransport.ConnectAsync(server.Host, port, cancellationToken: token) } };
        });

        await using IImapConnection connection = await host.Services.GetRequiredService<IImapClient>().ConnectAsync(Token);

        Assert.Equal(ImapConnectionState.Authenticated, connection.State);
        Assert.Equal(security != ImapSecurity.None, connection.Tls is not null);
    }

    [Theory]
    [EveryConnection]
    public async Task A_wrong_password_is_refused_and_shown_nowhere(ServerKind kind, ImapSecurity security)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        using IHost host = HostOf(server, security, options => (options.UserName, options.Password) = (account.Name, "wrong-secret"));

        ImapAuthenticationException refusal = await Assert.ThrowsAsync<ImapAuthenticationException>(
            () => host.Services.GetRequiredService<IImapClient>().ConnectAsync(Token));

        Assert.Matches("^AUTHENTICATE [A-Z0-9-]+ was refused: NO ", refusal.Message);
        Assert.DoesNotContain("wrong-secret", refusal.ToString(), StringComparison.Ordinal);
    }

    private static IHost HostOf(TestServer server, ImapSecurity security, Action<ImapClientOptions> configure)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddImapClient(options =>
        {
            ImapEndpoint endpoint = server.Endpoint(security);
            (options.Host, options.Port, options.Security) = (endpoint.Host, endpoint.Port, endpoint.Security);
            options.Connection = server.ConnectionOptions;
            configure(options);
        });
        return builder.Build();
    }
}
