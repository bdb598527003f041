using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace ImapAsync.Tests;

public sealed class AddImapClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_injected_client_connects_as_the_options_say()
    {
        await using ScriptedServer server = ScriptedServer.Bare();
        ServiceCollection services = new();
        services.AddImapClient(options =>
        {
            options.Host = "imap.example.org";
            options.Security = ImapSecurity.None;
            options.UserName = "alice";
            options.Password = "secret";
            options.Connection = ScriptedAccount.ConnectionTo(server);
            options.AllowPlaintext = true;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();

        IImapClient client = provider.GetRequiredService<IImapClient>();

        Assert.Same(client, provider.GetRequiredService<IImapClient>());
        await using IImapConnection connection = await LogInAsync(server, client, "alice");
        await server.CloseAsync();
    }

    [Fact]
    public async Task Clients_by_name_are_keyed_services()
    {
        await using ScriptedServer one = ScriptedServer.Bare();
        await using ScriptedServer other = ScriptedServer.Bare();
        ServiceCollection services = new();
        services.AddImapClient("work", options => Configure(options, "alice", one));
        services.AddImapClient("home", options => Configure(options, "bob", other));
        services.AddSingleton<TwoAccounts>();
        await using ServiceProvider provider = services.BuildServiceProvider();

        TwoAccounts accounts = provider.GetRequiredService<TwoAccounts>();

        await using IImapConnection work = await LogInAsync(one, accounts.Work, "alice");
        await using IImapConnection home = await LogInAsync(other, accounts.Home, "bob");
        Assert.Null(provider.GetService<IImapClient>());
        await one.CloseAsync();
        await other.CloseAsync();
    }

    [Fact]
    public void What_is_returned_names_the_account_and_its_services()
    {
        ServiceCollection services = new();

        IImapClientBuilder named = services.AddImapClient("work", options => options.Host = "imap.example.org");
        IImapClientBuilder unnamed = services.AddImapClient(new ConfigurationManager());

        Assert.Equal(("work", "work", ""), (named.Name, named.Options.Name, unnamed.Name));
        Assert.Same(services, named.Services);
    }

    [Fact]
    public async Task A_token_provider_can_come_from_the_container()
    {
        await using ScriptedServer server = ScriptedServer.Bare();
        ServiceCollection services = new();
        services.AddSingleton<TokenSource>();
        services.AddImapClient(options => Configure(options, "alice", server, password: null))
            .Options.Configure<TokenSource>((options, tokens) => options.TokenProvider = tokens.GetAsync);
        await using ServiceProvider provider = services.BuildServiceProvider();

        Task<IImapConnection> connecting = provider.GetRequiredService<IImapClient>().ConnectAsync(Token);
        await server.SendAsync("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready\r\n");
        await server.ExpectAsync("A1 AUTHENTICATE XOAUTH2 dXNlcj1hbGljZQFhdXRoPUJlYXJlciB0MAEB\r\n");
        await server.CloseAsync();
        await connecting.FailsAsync<ImapConnectionException>();
    }

    [Fact]
    public async Task The_hosts_log_and_clock_are_used()
    {
        await using ScriptedServer server = ScriptedServer.Bare();
        ManualTimeProvider clock = new();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging.AddFakeLogging().SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddImapClient(options => Configure(options, "alice", server));
        using IHost host = builder.Build();

        ImapConnectionOptions options = host.Services.GetRequiredService<IOptions<ImapClientOptions>>().Value.Connection;
        Assert.Same(clock, options.TimeProvider);
        Assert.Same(clock, options.Transport.TimeProvider);
        await using IImapConnection connection = await LogInAsync(server, host.Services.GetRequiredService<IImapClient>(), "alice");
        IReadOnlyList<FakeLogRecord> log = host.Services.GetFakeLogCollector().GetSnapshot();
        Assert.Contains(log, static entry => entry.Category == "ImapAsync.Connection" && LogCapture.TextOf(entry) == "Authenticated by LOGIN");
        Assert.DoesNotContain(log, static entry => entry.Message.Contains("secret", StringComparison.Ordinal));
        await server.CloseAsync();
    }

    [Fact]
    public async Task A_log_and_a_clock_set_in_the_options_are_kept()
    {
        using LogCapture log = new();
        ManualTimeProvider clock = new();
        ServiceCollection services = new();
        services.AddLogging().AddSingleton(TimeProvider.System).AddImapClient(options =>
        {
            options.Host = "imap.example.org";
            options.Mechanism = SaslMechanism.External();
            options.Connection = new() { LoggerFactory = log, TimeProvider = clock };
        });
        await using ServiceProvider provider = services.BuildServiceProvider();

        ImapConnectionOptions options = provider.GetRequiredService<IOptions<ImapClientOptions>>().Value.Connection;

        Assert.Same(log, options.LoggerFactory);
        Assert.Same(clock, options.TimeProvider);
    }

    [Fact]
    public async Task A_later_registration_does_not_replace_a_client_but_adds_to_its_options()
    {
        ServiceCollection services = new();
        IImapClient own = NSubstitute.Substitute.For<IImapClient>();
        services.AddSingleton(own);
        services.AddImapClient(options => options.Host = "imap.example.org");
        services.AddImapClient(options => options.Mechanism = SaslMechanism.External());
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredService<IImapClient>());
        ImapClientOptions options = provider.GetRequiredService<IOptions<ImapClientOptions>>().Value;
        Assert.Equal(("imap.example.org", "EXTERNAL"), (options.Host, options.Mechanism?.Name));
    }

    [Fact]
    public void Nothing_required_may_be_missing()
    {
        ServiceCollection services = new();
        Assert.Throws<ArgumentNullException>(() => services.AddImapClient((Action<ImapClientOptions>)null!));
        Assert.Throws<ArgumentNullException>(() => services.AddImapClient((IConfiguration)null!));
        Assert.Throws<ArgumentException>(() => services.AddImapClient("", _ => { }));
    }

    private static void Configure(ImapClientOptions options, string user, ScriptedServer server, string? password = "secret")
    {
        options.Host = "imap.example.org";
        options.Security = ImapSecurity.None;
        options.UserName = user;
        options.Password = password;
        options.Connection = ScriptedAccount.ConnectionTo(server);
        options.AllowPlaintext = true;
    }

    private static async Task<IImapConnection> LogInAsync(ScriptedServer server, IImapClient client, string user)
    {
        Task<IImapConnection> connecting = client.ConnectAsync(Token);
        await server.SendAsync("* OK [CAPABILITY IMAP4rev1] ready\r\n");
        await server.AnswerAsync($"A1 LOGIN {user} \"secret\"\r\n", "{tag} OK [CAPABILITY IMAP4rev1] welcome\r\n");
        return await connecting.InTime();
    }

    private sealed class TwoAccounts([FromKeyedServices("work")] IImapClient work, [FromKeyedServices("home")] IImapClient home)
    {
        public IImapClient Work => work;

        public IImapClient Home => home;
    }

    private sealed class TokenSource
    {
        public ValueTask<string> GetAsync(CancellationToken cancellationToken) => new("t0");
    }
}
