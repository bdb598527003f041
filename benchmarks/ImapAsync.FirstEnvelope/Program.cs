// Reads one envelope, and then stays until its input ends, to be looked at.
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using ImapAsync;

if (args is not [string host, string port, string certificate, string user, string password, string mailbox])
    return 2;

using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(certificate);
ImapEndpoint endpoint = new(host, int.Parse(port, CultureInfo.InvariantCulture), ImapSecurity.Tls);
ImapConnectionOptions options = new() { Tls = new TlsOptions { TrustedRoots = [authority] } };
await using ImapConnection imap = await ImapConnection.ConnectAsync(endpoint, options);
await imap.LoginAsync(user, password);
SelectedMailbox selected = await imap.SelectAsync(mailbox);
await foreach (FetchedMessage message in selected.FetchAsync(new Uid(1), FetchItems.Envelope))
    Console.WriteLine(message.Envelope.Subject);
await Console.In.ReadToEndAsync();
return 0;
