// What a small application does, published trimmed: it shows that the trimmer leaves the library whole.
// The environment is that of tests/servers/run-with-dovecot.sh.
using System.Security.Cryptography.X509Certificates;
using ImapAsync;

using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(Setting("IMAP_CA"));
var endpoint = new ImapEndpoint(Setting("IMAP_HOST"), int.Parse(Setting("IMAPS_PORT")));
var options = new ImapConnectionOptions { Tls = new TlsOptions { TrustedRoots = [authority] } };
using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));

await using ImapConnection connection = await ImapConnection.ConnectAsync(endpoint, options, limit.Token);
await connection.AuthenticateAsync(SaslMechanism.ScramSha256(Setting("IMAP_USER"), Setting("IMAP_PASSWORD")), limit.Token);
SelectedMailbox inbox = await connection.SelectAsync(new SelectCommand("INBOX"), limit.Token);
Console.WriteLine($"{connection.Tls}; {connection.ProtocolVersion}; {inbox.Name} has {inbox.Exists} messages");

static string Setting(string name) =>
    Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set: run this through tests/servers/run-with-dovecot.sh.");
