namespace ImapAsync.ServerTests;

/// <summary>STATUS, each of its items.</summary>
public sealed class StatusTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    [Seen("STATUS", "STATUS SIZE", "STATUS HIGHESTMODSEQ")]
    public async Task Counters(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("Zählung");
        await connection.CreateMailboxAsync(name, Token);
        IReadOnlyList<Uid> uids = await connection.FillAsync(name, [new AppendMessage(Mail.Numbered(1)) { Flags = [Flag.Seen] }, new AppendMessage(Mail.Numbered(2))], Token);

        StatusItems all = StatusItems.Basic | StatusItems.Recent | StatusItems.Size | StatusItems.HighestModSequence;
        MailboxStatus status = await connection.StatusAsync(name, all, Token);

        Assert.Equal((name, 2L, 2L, 1L), (status.Name, status.Messages, status.Recent, status.Unseen));
        Assert.Equal(uids[1].Value + 1, status.UidNext!.Value.Value);
        Assert.Equal(Mail.Numbered(1).Length + Mail.Numbered(2).Length, status.Size);
        Assert.Null(status.Deleted);
        SelectedMailbox mailbox = await connection.SelectAsync(new SelectCommand(name) { CondStore = true }, Token);
        Assert.Equal((mailbox.UidValidity!.Value, mailbox.Selection.HighestModSequence!.Value), (status.UidValidity!.Value, status.HighestModSequence!.Value));
    }

    [Fact]
    [Seen("STATUS MAILBOXID", On = [ServerKind.Cyrus])]
    public async Task Mailbox_ids()
    {
        TestServer server = await servers.GetCyrusAsync();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("id");
        MailboxName renamed = server.NewMailboxName("id");
        CreateResult created = await connection.CreateMailboxAsync(name, Token);
        await connection.RenameMailboxAsync(name, renamed, Token);

        Assert.Equal(created.MailboxId, (await connection.StatusAsync(renamed, StatusItems.MailboxId, Token)).MailboxId);
        Assert.NotEqual(created.MailboxId, (await connection.StatusAsync("INBOX", StatusItems.MailboxId, Token)).MailboxId);
    }

    // Neither server has these items: they must say so, and the connection must stay usable.
    [Theory]
    [EveryServer]
    public async Task What_does_not_exist_is_refused(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);

        foreach (StatusItems items in new[] { StatusItems.Deleted, StatusItems.AppendLimit, StatusItems.DeletedStorage })
            Assert.Equal(ImapStatus.Bad, (await connection.SendAsync(new StatusCommand("INBOX", items), Token)).Status);
        ImapCommandException missing = await Assert.ThrowsAsync<ImapCommandException>(async () => await connection.StatusAsync(server.NewMailboxName(), cancellationToken: Token));
        Assert.Equal(ImapStatus.No, missing.Status);
        Assert.Equal(0, (await connection.StatusAsync("INBOX", StatusItems.Messages, Token)).Messages);
    }

    [Theory]
    [EveryServer]
    [Seen("STATUS")]
    public async Task Many_at_once_are_distinguished(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName[] names = [.. Enumerable.Range(0, 5).Select(_ => (MailboxName)server.NewMailboxName())];
        for (int i = 0; i < names.Length; i++)
            await connection.CreateWithAsync(names[i], i, 1, Token);

        MailboxStatus[] statuses = await Task.WhenAll(names.Select(name => connection.StatusAsync(name, StatusItems.Messages, Token)));

        Assert.Equal([0L, 1L, 2L, 3L, 4L], statuses.Select(status => status.Messages!.Value));
    }
}
