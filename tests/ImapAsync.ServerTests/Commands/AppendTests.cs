using System.Text;

namespace ImapAsync.ServerTests;

/// <summary>APPEND in all its forms: what arrived is checked with FETCH.</summary>
public sealed class AppendTests(TestServers servers)
{
    private static readonly DateTimeOffset Date = new(2024, 2, 29, 23, 59, 58, TimeSpan.FromHours(5.5));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryConnection]
    [Seen("APPEND", "APPEND several messages")]
    public async Task Flags_dates_and_several_at_once(ServerKind kind, ImapSecurity security)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(security, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("Anhänge");
        await connection.CreateMailboxAsync(name, Token);

        AppendResult one = await connection.AppendAsync(name, new AppendMessage(Mail.Numbered(1)) { Flags = [Flag.Seen, "$Custom"], InternalDate = Date }, Token);
        AppendResult two = await connection.AppendAsync(
            name, [new AppendMessage(Mail.Numbered(2)) { Flags = [Flag.Draft, Flag.Recent] }, new AppendMessage(Mail.Numbered(3)) { InternalDate = Date.AddDays(-1) }], Token);

        SelectedMailbox mailbox = await connection.SelectAsync(name, Token);
        Assert.Equal((mailbox.UidValidity, mailbox.UidValidity), (one.UidValidity, two.UidValidity));
        Assert.Equal((1, 2), (one.Uids.Count, two.Uids.Count));
        List<FetchedMessage> messages = await mailbox.FetchAllAsync(UidSet.All, FetchItems.FastMacro | FetchItem.Envelope, Token);
        Assert.Equal([one.Uid!.Value, .. two.Uids], messages.Select(message => message.Uid));
        Assert.Equal(["Message 1", "Message 2", "Message 3"], messages.Select(message => message.Envelope.Subject));
        Assert.Equal([FlagSet.Of(Flag.Seen, "$Custom"), Flag.Draft, FlagSet.Empty], messages.Select(message => message.Flags - Flag.Recent));
        Assert.Equal((Date, Date.AddDays(-1)), (messages[0].InternalDate, messages[2].InternalDate));
        Assert.Equal(Mail.Numbered(1), await mailbox.FetchOctetsAsync(one.Uid.Value, FetchItem.Body(), Token));
    }

    // The octets come from a stream that gives them piece by piece, in a literal that waits for the server's consent.
    [Theory]
    [EveryServer]
    [Seen("APPEND")]
    public async Task Literals_that_wait(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        ImapConnectionOptions waits = server.ConnectionOptions with { SynchronizeLiteralsOver = 0 };
        await using ImapConnection connection = await ImapConnection.ConnectAsync(server.Endpoint(ImapSecurity.Tls), waits, Token);
        await connection.LoginAsync(account.Name, account.Password, Token);
        using GeneratedMail mail = new(300_000);

        AppendResult result = await connection.AppendAsync("INBOX", ImapLiteral.From(mail, mail.Length), Token);

        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        byte[] octets = (await inbox.FetchOctetsAsync(result.Uid!.Value, FetchItem.Body(), Token))!;
        Assert.Equal(mail.Sha256, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(octets)));
    }

    // LITERAL- allows 4096 octets without waiting (RFC 7888): Dovecot on that address ends the connection over one more.
    [Fact]
    [Seen("APPEND", On = [ServerKind.Dovecot])]
    public async Task Small_literals_under_literal_minus()
    {
        TestServer server = await servers.GetDovecotAsync();
        TestAccount account = server.NewAccount();
        await using ImapConnection connection = await ImapConnection.ConnectAsync(server.Endpoint(ImapSecurity.StartTls, server.VariantHost), server.ConnectionOptions, Token);
        await connection.AuthenticateAsync(SaslMechanism.Plain(account.Name, account.Password), Token);
        Assert.True(connection.Capabilities.Contains("LITERAL-"), connection.Capabilities.ToString());
        byte[][] messages = [new byte[4096], new byte[4097], new byte[100_000]];
        Assert.All(messages, message =>
        {
            message.AsSpan().Fill((byte)'x');
            "Subject: x\r\n\r\n"u8.CopyTo(message);
        });

        foreach (byte[] message in messages)
            await connection.AppendAsync("INBOX", message, Token);

        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        Assert.Equal([4096, 4097, 100_000], (await inbox.FetchAllAsync(UidSet.All, FetchItems.Size, Token)).Select(message => (int)message.Size));
    }

    [Theory]
    [EveryServer]
    [Seen("APPEND BINARY")]
    public async Task Octets_of_every_value(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        byte[] body = [.. Enumerable.Range(0, 1024).Select(i => (byte)i)];
        byte[] message = [.. "Subject: binary\r\nMIME-Version: 1.0\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n\r\n"u8, .. body];

        AppendResult result = await connection.AppendAsync("INBOX", new AppendMessage(message) { Form = AppendForm.Binary }, Token);

        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        Assert.Equal(body, await inbox.FetchOctetsAsync(result.Uid!.Value, FetchItem.Binary(BodySection.Part(1)), Token));
    }

    [Theory]
    [EveryServer]
    [Seen("APPEND CATENATE")]
    public async Task Assembled_by_the_server(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        AppendResult source = await connection.AppendAsync("INBOX", Mail.Numbered(1, bodyLines: 3), Token);
        byte[] header = "Subject: put together\r\n\r\n"u8.ToArray();
        string url = $"/INBOX;UIDVALIDITY={source.UidValidity}/;UID={source.Uid}/;SECTION=TEXT";

        AppendMessage message = new([CatenatePart.Text(header), CatenatePart.Url(url), CatenatePart.Text("The end.\r\n"u8.ToArray())]) { Flags = [Flag.Seen] };
        AppendResult result = await connection.AppendAsync("INBOX", message, Token);

        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        string text = Encoding.ASCII.GetString(Mail.Numbered(1, bodyLines: 3)).Split("\r\n\r\n")[1];
        Assert.Equal(Encoding.ASCII.GetString(header) + text + "The end.\r\n", await inbox.FetchTextAsync(result.Uid!.Value, FetchItem.Body(), Token));
        Assert.Contains(Flag.Seen, (await inbox.FetchOneAsync(result.Uid.Value, FetchItems.Flags, Token)).Flags);
    }

    [Theory]
    [EveryServer]
    public async Task Refusals_say_why(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.Quinn, Token);

        ImapCommandException full = await Assert.ThrowsAsync<ImapCommandException>(async () => await connection.AppendAsync("INBOX", Mail.Numbered(1, bodyLines: 1000), Token));
        Assert.Equal(ImapStatus.No, full.Status);
        if (kind == ServerKind.Dovecot)
            Assert.True(full.Code?.Is("OVERQUOTA"), full.Message);
        ImapCommandException missing = await Assert.ThrowsAsync<ImapCommandException>(async () => await connection.AppendAsync(server.NewMailboxName(), Mail.Numbered(1), Token));
        Assert.True(missing.Code?.Is("TRYCREATE"), missing.Message);
        Assert.Equal(0, (await connection.StatusAsync("INBOX", StatusItems.Messages, Token)).Messages);
    }

    // Neither server has REPLACE: the message must stay.
    [Theory]
    [EveryServer]
    public async Task Replace_is_refused_and_nothing_is_lost(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        AppendResult draft = await connection.AppendAsync("INBOX", Mail.Numbered(1), Token);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);

        ImapCommandException refusal = await Assert.ThrowsAsync<ImapCommandException>(
            async () => await inbox.ReplaceAsync(draft.Uid!.Value, "INBOX", new AppendMessage(Mail.Numbered(2)), Token));

        Assert.Equal(ImapStatus.Bad, refusal.Status);
        Assert.Equal("Message 1", (await inbox.FetchOneAsync(UidSet.All, FetchItems.Envelope, Token)).Envelope.Subject);
    }
}
