using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync.SmokeTest;

/// <summary>A small program without a host, on the server that the environment names: TLS, SCRAM, APPEND, SEARCH, FETCH.</summary>
internal static class LiveRun
{
    public static async Task RunAsync(string host, CancellationToken cancellationToken)
    {
        using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(Setting("IMAP_CA"));
        ImapEndpoint endpoint = new(host, int.Parse(Setting("IMAPS_PORT"), CultureInfo.InvariantCulture));
        ImapConnectionOptions options = new() { Tls = new TlsOptions { TrustedRoots = [authority] } };

        await using ImapConnection connection = await ImapConnection.ConnectAsync(endpoint, options, cancellationToken);
        SaslMechanism scram = SaslMechanism.ScramSha256(Setting("IMAP_USER"), Setting("IMAP_PASSWORD"));
        await connection.AuthenticateAsync(scram, cancellationToken);
        await connection.AppendAsync("INBOX", SampleMessage.Octets, cancellationToken);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", cancellationToken);
        Console.WriteLine(
            $"{connection.Tls}; {connection.ProtocolVersion}; {inbox.Name} has {inbox.Exists} messages");
        await SampleMessage.ReadAllAsync(inbox, cancellationToken);
    }

    private static string Setting(string name) => Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException($"{name} is not set: run this through tests/servers/run-with-dovecot.sh.");
}
