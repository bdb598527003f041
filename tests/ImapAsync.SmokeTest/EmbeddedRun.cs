using System.Text.Json;
using ImapAsync.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ImapAsync.SmokeTest;

/// <summary>A hosted application on the embedded server: configuration, options, injection, logging, and JSON of what it read.</summary>
internal static class EmbeddedRun
{
    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        await using ImapTestServer server = await ImapTestServer.StartAsync(
            static options => options.AddUser("alice", "secret"), cancellationToken);
        using IHost host = Build(server);
        await host.StartAsync(cancellationToken); // the options are checked here

        IImapClient client = host.Services.GetRequiredService<IImapClient>();
        await using (IImapConnection connection = await client.ConnectAsync(cancellationToken))
        {
            await connection.AppendAsync("INBOX", SampleMessage.Octets, cancellationToken);
            IImapMailbox inbox = await connection.SelectAsync("INBOX", cancellationToken);
            RoundTrip(await SampleMessage.ReadAllAsync(inbox, cancellationToken));
        }

        await host.StopAsync(cancellationToken);
    }

    private static IHost Build(ImapTestServer server)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Imap:Host"] = server.TlsEndpoint.Host,
            ["Imap:Port"] = server.TlsEndpoint.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Imap:UserName"] = "alice",
            ["Imap:Password"] = "secret",
            ["Imap:Connection:SilenceTimeout"] = "00:00:30",
        });
        builder.Services.AddImapClient(builder.Configuration.GetSection("Imap"))
            .Options.Configure(options => options.Connection = options.Connection with { Tls = server.ClientOptions.Tls });
        return builder.Build();
    }

    private static void RoundTrip(List<StoredMessage> messages)
    {
        string json = JsonSerializer.Serialize(messages, StoredMessages.Default.ListStoredMessage);
        Console.WriteLine(json);
        List<StoredMessage>? read = JsonSerializer.Deserialize(json, StoredMessages.Default.ListStoredMessage);
        if (read?[0].Uid != messages[0].Uid)
            throw new InvalidOperationException("What was written as JSON is not what was read.");
    }
}
