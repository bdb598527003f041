using System.Text;
using ImapAsync;
using ImapAsync.Testing;
using MimeKit;
using Xunit;

namespace Shop.Mail;

public sealed class MimeWritingTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_MimeKit_writes_is_stored_with_CRLF()
    {
        MimeMessage message = new() { Subject = "Lines" };
        message.From.Add(new MailboxAddress("Ann", "ann@example.org"));
        message.Body = new Multipart("mixed")
        {
            new TextPart("plain") { Text = "one\ntwo\r\nthree\n" },
            new MimePart("application", "octet-stream") { Content = new MimeContent(new MemoryStream([0, 10, 13, 255])), ContentTransferEncoding = ContentEncoding.Base64 },
        };

        string stored = await StoredAsync(imap => imap.AppendAsync("INBOX", message, Ct));

        Assert.DoesNotContain('\n', stored.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', stored.Replace("\r\n", "", StringComparison.Ordinal));
        MimeMessage read = await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(stored)), Ct);
        Assert.Equal("one\ntwo\nthree\n", read.TextBody?.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task What_has_LF_alone_is_stored_with_CRLF_too()
    {
        using MemoryStream file = new("Subject: Lines\n\none\ntwo\r\n"u8.ToArray());

        string stored = await StoredAsync(async imap => await imap.AppendAsync("INBOX", await ImapLiteral.From(file).WithCrLfAsync(Ct), Ct));

        Assert.Equal("Subject: Lines\r\n\r\none\r\ntwo\r\n", stored);
    }

    private static async Task<string> StoredAsync(Func<ImapConnection, Task> append)
    {
        await using ImapTestServer server = await ImapTestServer.StartAsync(options => options.AddUser("alice", "secret"));
        await using ImapConnection imap = await ImapConnection.ConnectAsync(server.Connect(), new ImapConnectionOptions { AllowPlaintext = true }, cancellationToken: Ct);
        await imap.LoginAsync("alice", "secret", Ct);
        await append(imap);
        return Encoding.Latin1.GetString(server.User("alice").Inbox.Messages.Single().Octets.Span);
    }
}
