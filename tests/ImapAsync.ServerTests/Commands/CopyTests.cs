namespace ImapAsync.ServerTests;

/// <summary>COPY, MOVE, EXPUNGE and their UID forms: what they answer, and where the messages are afterwards.</summary>
public sealed class CopyTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    [Seen("COPY", "UID COPY")]
    public async Task Copies_are_reported(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName from = server.NewMailboxName("from");
        MailboxName to = server.NewMailboxName("hinüber");
        IReadOnlyList<Uid> uids = await connection.CreateWithAsync(from, 4, 1, Token);
        await connection.CreateWithAsync(to, 1, 1, Token);
        SelectedMailbox mailbox = await connection.SelectAsync(from, Token);
        await mailbox.AddFlagsAsync(uids[3], [Flag.Flagged, "$Kept"], Token);

        CopyResult byUid = await mailbox.CopyAsync(UidSet.Of(uids[1], uids[3], new Uid(uids[3].Value + 50)), to, Token);
        CopyResult byNumber = await mailbox.CopyAsync(new SequenceNumber(1), to, Token);

        Assert.Equal(UidSet.Of(uids[1], uids[3]), byUid.Source);
        Assert.Equal(UidSet.Of(uids[0]), byNumber.Source);
        Assert.Equal(4, mailbox.Exists);
        SelectedMailbox copies = await connection.SelectAsync(to, Token);
        Assert.Equal((copies.UidValidity, copies.UidValidity), (byUid.UidValidity, byNumber.UidValidity));
        List<FetchedMessage> messages = await copies.FetchAllAsync(UidSet.All, FetchItems.Envelope | FetchItem.Flags, Token);
        Assert.Equal(["Message 1", "Message 2", "Message 4", "Message 1"], messages.Select(message => message.Envelope.Subject));
        Assert.Equal((messages[1].Uid, messages[2].Uid, messages[3].Uid), (byUid.DestinationOf(uids[1])!.Value, byUid.DestinationOf(uids[3])!.Value, byNumber.DestinationOf(uids[0])!.Value));
        Assert.Equal(Flag.Flagged | "$Kept", messages[2].Flags - Flag.Recent);
    }

    [Theory]
    [EveryServer]
    [Seen("MOVE", "UID MOVE")]
    public async Task What_is_moved_is_gone(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName from = server.NewMailboxName("from");
        MailboxName to = server.NewMailboxName("to");
        IReadOnlyList<Uid> uids = await connection.CreateWithAsync(from, 4, 1, Token);
        await connection.CreateMailboxAsync(to, Token);
        SelectedMailbox mailbox = await connection.SelectAsync(from, Token);

        CopyResult byUid = await mailbox.MoveAsync([uids[0], uids[2]], to, Token);
        Assert.Equal(UidSet.Of(uids[0], uids[2]), byUid.Source);
        Assert.Equal(2, mailbox.Exists);
        CopyResult byNumber = await mailbox.MoveAsync(new SequenceNumber(2), to, Token);
        Assert.Equal(UidSet.Of(uids[3]), byNumber.Source);
        Assert.Equal(1, mailbox.Exists);

        Assert.Equal("Message 2", (await mailbox.FetchOneAsync(UidSet.All, FetchItems.Envelope, Token)).Envelope.Subject);
        List<FetchedMessage> moved = await (await connection.SelectAsync(to, Token)).FetchAllAsync(UidSet.All, FetchItems.Envelope, Token);
        Assert.Equal(["Message 1", "Message 3", "Message 4"], moved.Select(message => message.Envelope.Subject));
        Assert.Equal([.. byUid.Destination, .. byNumber.Destination], moved.Select(message => message.Uid));
    }

    [Theory]
    [EveryServer]
    [Seen("EXPUNGE", "UID EXPUNGE")]
    public async Task Expunge_reports_what_is_gone(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("expunge");
        IReadOnlyList<Uid> uids = await connection.CreateWithAsync(name, 6, 1, Token);
        SelectedMailbox mailbox = await connection.SelectAsync(name, Token);
        await mailbox.AddFlagsAsync([uids[0], uids[1], uids[4]], Flag.Deleted, Token);

        // Of the two that are named one has no \Deleted.
        ExpungeResult named = await mailbox.ExpungeAsync([uids[1], uids[3]], Token);
        Assert.Equal((2u, 5L), (Assert.Single(named.Numbers).Value, mailbox.Exists));
        ExpungeResult all = await mailbox.ExpungeAsync(Token);
        Assert.Equal((2L, 3L), (all.Count, mailbox.Exists));
        Assert.Equal([uids[2], uids[3], uids[5]], (await mailbox.FetchAllAsync(UidSet.All, FetchItems.Uid, Token)).Select(message => message.Uid));

        // With QRESYNC the UIDs are reported.
        await connection.EnableAsync(["QRESYNC"], Token);
        await mailbox.AddFlagsAsync(uids[3], Flag.Deleted, Token);
        ExpungeResult vanished = await mailbox.ExpungeAsync(Token);
        Assert.Equal((UidSet.Of(uids[3]), 1L, 2L), (vanished.Uids, vanished.Count, mailbox.Exists));
    }

    [Theory]
    [EveryServer]
    public async Task Nothing_is_copied_to_a_mailbox_that_does_not_exist(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        await connection.FillAsync("INBOX", [new AppendMessage(Mail.Numbered(1))], Token);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        MailboxName missing = server.NewMailboxName();

        foreach (Func<Task> attempt in new[] { () => inbox.CopyAsync(UidSet.All, missing, Token), () => inbox.MoveAsync(UidSet.All, missing, Token) })
        {
            ImapCommandException refusal = await Assert.ThrowsAsync<ImapCommandException>(attempt);
            Assert.Equal((ImapStatus.No, "TRYCREATE"), (refusal.Status, refusal.Code?.Name));
        }

        Assert.Equal(1, inbox.Exists);
    }
}
