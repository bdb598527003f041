using System.Text;
using ImapAsync.Extension;

namespace ImapAsync.ServerTests;

/// <summary>The programs that people want to write, each as short as possible, on each server.</summary>
public sealed class TourTests(TestServers servers)
{
    private const string Invoice =
        "From: Billing <billing@example.org>\r\nTo: alice@example.org\r\nSubject: Invoice\r\nDate: Mon, 5 Jan 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/mixed; boundary=cut\r\n\r\n--cut\r\nContent-Type: text/plain\r\n\r\nThe invoice is attached.\r\n"
        + "--cut\r\nContent-Type: application/pdf; name=invoice.pdf\r\nContent-Disposition: attachment; filename=invoice.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--cut--\r\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    public async Task Hello(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount alice = server.NewAccount();
        CancellationToken ct = Token;

        await using ImapConnection imap = await ImapConnection.ConnectAsync(server.Endpoint(ImapSecurity.Tls), server.ConnectionOptions, ct);
        await imap.LoginAsync(alice.Name, alice.Password, ct);
        SelectedMailbox inbox = await imap.SelectAsync("INBOX", ct);
        string greeting = $"{inbox.Exists} messages, UIDs valid for {inbox.UidValidity}";

        Assert.Matches("^0 messages, UIDs valid for [1-9][0-9]*$", greeting);
    }

    [Theory]
    [EveryServer]
    public async Task A_hundred_questions_at_once(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection imap = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        string prefix = server.NewMailboxName("many");
        CancellationToken ct = Token;
        await Task.WhenAll(Enumerable.Range(1, 100).Select(number => imap.CreateMailboxAsync($"{prefix}-{number}", ct)));
        IReadOnlyList<MailboxInfo> mailboxes = await imap.ListAsync(prefix + "-*", ct);

        MailboxStatus[] counts = await Task.WhenAll(mailboxes.Select(m => imap.StatusAsync(m.Name, StatusItems.Messages | StatusItems.Unseen, ct)));

        Assert.Equal(100, counts.Length);
        Assert.Equal(mailboxes.Select(m => m.Name), counts.Select(count => count.Name));
        Assert.All(counts, count => Assert.Equal((0, 0), (count.Messages, count.Unseen)));
    }

    [Theory]
    [EveryServer]
    public async Task Ask_precisely_and_read_lazily(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection imap = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox inbox = await InboxWithInvoicesAsync(imap, 2);
        List<string> lines = [];
        CancellationToken ct = Token;

        SearchResult hits = await inbox.SearchAsync(SearchQuery.From("billing@") & SearchQuery.Since(new(2026, 1, 1)) & !SearchQuery.Seen, ct);

        await foreach (FetchedMessage m in inbox.FetchAsync(hits.Uids, FetchItems.Uid | FetchItems.Flags | FetchItems.Envelope | FetchItems.BodyStructure, ct))
            lines.Add($"{m.Uid} {m.Envelope.Date:d} {m.Envelope.From[0].DisplayName}: {m.Envelope.Subject}, {m.BodyStructure.Attachments.Count()} attachments");

        Assert.Equal(["1 01/05/2026 Billing: Invoice, 1 attachments", "2 01/05/2026 Billing: Invoice, 1 attachments"], lines);
    }

    [Theory]
    [EveryServer]
    public async Task Bodies_to_disk_and_a_command_in_the_middle_of_the_loop(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection imap = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox inbox = await InboxWithInvoicesAsync(imap, 3);
        SearchResult hits = await inbox.SearchAsync(SearchQuery.All, Token);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("tour-");
        CancellationToken ct = Token;

        await foreach (FetchedMessage m in inbox.FetchAsync(hits.Uids, [FetchItem.Flags, FetchItem.Body()], ct))
        {
            await using FileStream file = File.Create(Path.Combine(folder.FullName, $"{m.Uid}.eml"));
            await m.CopyBodyToAsync(file, ct);
            await inbox.AddFlagsAsync(m.Uid, Flag.Seen, ct);
        }

        Assert.Equal(3, (await inbox.SearchAsync(SearchQuery.Seen, ct)).Uids.Count);
        Assert.All(["1.eml", "2.eml", "3.eml"], (string name) => Assert.Equal(Invoice, File.ReadAllText(Path.Combine(folder.FullName, name))));
        folder.Delete(recursive: true);
    }

    [Theory]
    [EveryServer]
    public async Task One_attachment_decoded(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection imap = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox inbox = await InboxWithInvoicesAsync(imap, 1);
        FetchedMessage m = await inbox.FetchOneAsync(UidSet.All, FetchItems.Uid | FetchItems.BodyStructure, Token);
        using MemoryStream octets = new();
        CancellationToken ct = Token;

        BodyPart pdf = m.BodyStructure.Attachments.First(p => p.ContentType.Is("application/pdf"));
        await using (Stream bytes = await inbox.OpenPartAsync(m.Uid, pdf, ct))
            await bytes.CopyToAsync(octets, ct);

        Assert.Equal("%PDF-1.4\n", Encoding.ASCII.GetString(octets.ToArray()));
    }

    [Fact]
    public async Task From_one_server_to_another()
    {
        TestServer dovecot = await servers.GetDovecotAsync();
        TestServer cyrus = await servers.GetCyrusAsync();
        await using ImapConnection from = await dovecot.ConnectAsync(ImapSecurity.Tls, dovecot.NewAccount(), Token);
        await using ImapConnection target = await cyrus.ConnectAsync(ImapSecurity.Tls, cyrus.NewAccount(), Token);
        SelectedMailbox source = await InboxWithInvoicesAsync(from, 5);
        CancellationToken ct = Token;

        await foreach (FetchedMessage m in source.FetchAsync(UidSet.All, [FetchItem.Flags, FetchItem.InternalDate, FetchItem.Size, FetchItem.Body()], ct))
            await target.AppendAsync("INBOX", m.ToAppendMessage(), ct);

        SelectedMailbox copies = await target.SelectAsync("INBOX", ct);
        Assert.Equal(5, copies.Exists);
        Assert.Equal(Invoice, await copies.FetchTextAsync(new Uid(5), FetchItem.Body(), ct));
    }

    [Theory]
    [EveryServer]
    public async Task What_the_server_said_exactly(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection imap = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox inbox = await InboxWithInvoicesAsync(imap, 1);
        string archive = server.NewMailboxName("Archive");
        UidSet uids = UidSet.All;
        CancellationToken ct = Token;

        ImapResult<CopyResult> result = await inbox.SendAsync(new UidMoveCommand(uids, archive), ct);
        if (result is { Status: ImapStatus.No, Code: { Name: "TRYCREATE" } })
        {
            await imap.CreateMailboxAsync(archive, ct);
            result = await inbox.SendAsync(new UidMoveCommand(uids, archive), ct);
        }

        Assert.Equal(ImapStatus.Ok, result.Status);
        Assert.Equal(1, (await imap.StatusAsync(archive, cancellationToken: ct)).Messages);
    }

    [Fact]
    public async Task An_extension_unknown_to_the_library()
    {
        TestServer server = await servers.GetCyrusAsync();
        await using ImapConnection imap = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        CancellationToken ct = Token;

        ImapResult<IReadOnlyList<string>> typed = await imap.SendAsync(new XListCommand("", "*"), ct);
        UntypedResult raw = await imap.SendRawAsync("XLIST", ["", "*"], ct);

        Assert.Contains("INBOX", typed.Value);
        Assert.Equal(typed.Value.Count, raw.Named("XLIST").Count());
    }

    private static async Task<SelectedMailbox> InboxWithInvoicesAsync(ImapConnection imap, int count)
    {
        for (int i = 0; i < count; i++)
            await imap.AppendAsync("INBOX", Encoding.ASCII.GetBytes(Invoice), Token);
        return await imap.SelectAsync("INBOX", Token);
    }
}
