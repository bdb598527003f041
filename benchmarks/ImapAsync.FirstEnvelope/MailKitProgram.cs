// What Program.cs does, with MailKit.
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

if (args is not [string host, string port, string certificate, string user, string password, string mailbox])
    return 2;

using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(certificate);
using ImapClient client = new();
client.ServerCertificateValidationCallback = (_, shown, _, _) => authority.Equals(shown);
await client.ConnectAsync(host, int.Parse(port, CultureInfo.InvariantCulture), SecureSocketOptions.SslOnConnect);
await client.AuthenticateAsync(user, password);
IMailFolder folder = await client.GetFolderAsync(mailbox);
await folder.OpenAsync(FolderAccess.ReadOnly);
foreach (IMessageSummary message in await folder.FetchAsync([new UniqueId(1)], MessageSummaryItems.Envelope))
    Console.WriteLine(message.Envelope!.Subject);
await Console.In.ReadToEndAsync();
return 0;
