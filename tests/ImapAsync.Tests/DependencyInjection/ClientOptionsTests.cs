using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ImapAsync.Tests;

/// <summary>Everything that is wrong with an account's options is reported when the host starts, without the password.</summary>
public sealed class ClientOptionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_does_not_start_with_wrong_options_and_lists_them_all()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddImapClient("archive", options =>
        {
            options.Port = 70000;
            options.Security = ImapSecurity.None;
            options.AuthorizationId = "bob";
            options.Password = "secret";
            options.TokenProvider = _ => new("token");
        });
        using IHost host = builder.Build();

        OptionsValidationException refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));

        Assert.Equal(
            [
                "AddImapClient(\"archive\"): ImapClientOptions.Host is not set: name the server, for example imap.example.org.",
                "AddImapClient(\"archive\"): ImapClientOptions.Port is 70000: a port is between 1 and 65535; IMAP over TLS uses 993, IMAP with STARTTLS 143.",
                "AddImapClient(\"archive\"): ImapClientOptions.Password and TokenProvider are both set: set only one of them.",
                "AddImapClient(\"archive\"): ImapClientOptions.UserName is not set: it identifies the account.",
                "AddImapClient(\"archive\"): ImapClientOptions.AuthorizationId cannot be sent with a token: the token itself says whom it is for.",
                "AddImapClient(\"archive\"): A token would be sent in the clear, since ImapClientOptions.Security is None: use Tls or StartTls, or set AllowPlaintext if you trust the network.",
            ],
            refusal.Failures);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UserName=alice", "No way to authenticate is set: set ImapClientOptions.UserName with Password or TokenProvider, or a Mechanism.")]
    [InlineData("UserName=alice;Password=", "ImapClientOptions.Password is empty.")]
    [InlineData("UserName=al\0ice;Password=secret", "ImapClientOptions.UserName has a NUL, which no mechanism can send.")]
    [InlineData("UserName=alice;Password=sec\0ret", "ImapClientOptions.Password has a NUL, which no mechanism can send.")]
    [InlineData("UserName=alice;Password=secret;Port=imaps", "Imap:Port is \"imaps\": that is not a number.")]
    [InlineData("UserName=alice;Password=secret;Security=ssl", "Imap:Security is \"ssl\": it is Tls, StartTls or None.")]
    [InlineData("UserName=alice;Password=secret;Security=7", "Imap:Security is \"7\": it is Tls, StartTls or None.")]
    [InlineData("UserName=alice;Password=secret;AllowPlaintext=yes", "Imap:AllowPlaintext is \"yes\": it must be true or false.")]
    [InlineData("UserName=alice;Password=secret;Connection:SilenceTimeout=30", "Imap:Connection:SilenceTimeout is \"30\": a time is written as hours:minutes:seconds, for example 00:00:30.")]
    [InlineData("UserName=alice;Password=secret;Connection:SilenceTimeout=-00:00:30", "Imap:Connection:SilenceTimeout is \"-00:00:30\": A timeout must be more than zero and less than 49 days, or Timeout.InfiniteTimeSpan.")]
    [InlineData("UserName=alice;Password=secret;Connection:Tls:TargetHost=a b", "Imap:Connection:Tls:TargetHost is \"a b\": 'a b' is not a host name or an IP address. Specify only the name, without scheme, user or port.")]
    public void Each_fault_in_the_configuration_is_reported_with_its_key(string settings, string problem)
    {
        OptionsValidationException refusal = Assert.Throws<OptionsValidationException>(() => Read("Host=imap.example.org;" + settings));

        Assert.Equal($"AddImapClient: {problem}", Assert.Single(refusal.Failures));
    }

    [Fact]
    public void Everything_that_a_configuration_can_contain_is_read()
    {
        ImapClientOptions options = Read(
            "host=imap.example.org;port=1143;security=starttls;allowplaintext=true;username=alice;password=secret;authorizationid=bob;"
            + "connection:silencetimeout=00:01:30;connection:idlerestart=00:10:00;connection:pollinterval=00:00:20;connection:tls:targethost=mail.example.org;"
            + "connection:tls:handshaketimeout=00:00:05;connection:transport:connecttimeout=00:00:07");

        Assert.Equal(("imap.example.org", 1143, ImapSecurity.StartTls, true), (options.Host, options.Port, options.Security, options.AllowPlaintext));
        Assert.Equal(("alice", "secret", "bob"), (options.UserName, options.Password, options.AuthorizationId));
        ImapConnectionOptions connection = options.Connection;
        Assert.Equal((TimeSpan.FromSeconds(90), TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(20)), (connection.SilenceTimeout, connection.IdleRestart, connection.PollInterval));
        Assert.Equal(("mail.example.org", TimeSpan.FromSeconds(5)), (connection.Tls.TargetHost, connection.Tls.HandshakeTimeout));
        Assert.Equal(TimeSpan.FromSeconds(7), connection.Transport.ConnectTimeout);
    }

    [Fact]
    public void A_missing_section_is_named()
    {
        ServiceCollection services = new();
        services.AddImapClient(new ConfigurationManager().GetSection("Mail:Imap"));
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException refusal = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<ImapClientOptions>>().Value);

        Assert.Equal("AddImapClient: The configuration has no section \"Mail:Imap\".", refusal.Failures.First());
    }

    [Fact]
    public async Task A_changed_configuration_counts_from_the_next_connection_on()
    {
        await using ScriptedServer first = ScriptedServer.Bare();
        await using ScriptedServer second = ScriptedServer.Bare();
        ConfigurationManager configuration = new();
        configuration["Imap:Host"] = "imap.example.org";
        configuration["Imap:UserName"] = "alice";
        configuration["Imap:Password"] = "secret";
        configuration["Imap:Security"] = "None";
        ImapConnectionOptions connection = ScriptedAccount.ConnectionTo(first, second) with { AllowPlaintext = true };
        ServiceCollection services = new();
        services.AddImapClient(configuration.GetSection("Imap")).Options.Configure(options => options.Connection = connection);
        await using ServiceProvider provider = services.BuildServiceProvider();
        IImapClient client = provider.GetRequiredService<IImapClient>();

        await using IImapConnection before = await LogInAsync(first, client, "secret");
        configuration["Imap:Password"] = "changed";
        ((IConfigurationRoot)configuration).Reload();
        await using IImapConnection after = await LogInAsync(second, client, "changed");

        await first.CloseAsync();
        await second.CloseAsync();
    }

    private static ImapClientOptions Read(string settings)
    {
        ConfigurationManager configuration = new();
        foreach (string setting in settings.Split(';'))
            configuration[$"Imap:{setting[..setting.IndexOf('=', StringComparison.Ordinal)]}"] = setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..];
        ServiceCollection services = new();
        services.AddImapClient(configuration.GetSection("Imap"));
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<ImapClientOptions>>().Value;
    }

    private static async Task<IImapConnection> LogInAsync(ScriptedServer server, IImapClient client, string password)
    {
        Task<IImapConnection> connecting = client.ConnectAsync(Token);
        await server.SendAsync("* OK [CAPABILITY IMAP4rev1] ready\r\n");
        await server.AnswerAsync($"A1 LOGIN alice \"{password}\"\r\n", "{tag} OK [CAPABILITY IMAP4rev1] welcome\r\n");
        return await connecting.InTime();
    }
}
