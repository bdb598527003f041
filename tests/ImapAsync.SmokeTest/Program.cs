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
await connection.AppendAsync("INBOX", "Subject: =?utf-8?q?sm=C3=B6ke?=\r\nFrom: A <a@example.org>\r\n\r\nhello\r\n"u8.ToArray(), limit.Token);
SelectedMailbox inbox = await connection.SelectAsync("INBOX", limit.Token);
Console.WriteLine($"{connection.Tls}; {connection.ProtocolVersion}; {inbox.Name} has {inbox.Exists} messages");

SearchResult hits = await inbox.SearchAsync(SearchQuery.All, limit.Token);
await foreach (FetchedMessage message in inbox.FetchAsync(hits.Uids, [FetchItem.Flags, FetchItem.Envelope, FetchItem.BodyStructure, FetchItem.BodyPeek()], limit.Token))
{
    using var body = new MemoryStream();
    await message.CopyBodyToAsync(body, limit.Token);
    Console.WriteLine($"{message.Uid} {message.Flags} {message.Envelope.Subject} from {message.Envelope.From[0]}: {message.Body.ContentType}, {body.Length} octets");
    if (message.Envelope.Subject != "smöke" || body.Length == 0)
        throw new InvalidOperationException("The message is not the one that was appended.");
}

static string Setting(string name) =>
    Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set: run this through tests/servers/run-with-dovecot.sh.");
