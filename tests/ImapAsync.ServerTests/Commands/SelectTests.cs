namespace ImapAsync.ServerTests;

/// <summary>SELECT, EXAMINE, CLOSE, UNSELECT, CHECK, and RECENT by NOOP.</summary>
public sealed class SelectTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryConnection]
    [Seen("SELECT")]
    public async Task Reports_what_is_there(ServerKind kind, ImapSecurity security)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(security, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("selected");
        await connection.CreateMailboxAsync(name, Token);
        IReadOnlyList<Uid> uids = await connection.FillAsync(
            name, [new AppendMessage(Mail.Numbered(1)) { Flags = [Flag.Seen] }, new AppendMessage(Mail.Numbered(2)) { Flags = ["$Custom"] }, new AppendMessage(Mail.Numbered(3))], Token);
        MailboxStatus status = await connection.StatusAsync(name, StatusItems.UidValidity, Token);

        SelectedMailbox mailbox = await connection.SelectAsync(name, Token);
        SelectResult selection = mailbox.Selection;

        Assert.Equal((name, 3L, 3L, 3L), (mailbox.Name, mailbox.Exists, selection.Exists, selection.Recent));
        Assert.Equal((false, false, ImapConnectionState.Selected), (mailbox.IsReadOnly, selection.UidNotSticky, connection.State));
        Assert.Equal((uids[2].Value + 1, 2u), (selection.UidNext!.Value.Value, selection.FirstUnseen!.Value.Value));
        Assert.All(new[] { Flag.Answered, Flag.Flagged, Flag.Draft, Flag.Deleted, Flag.Seen, "$Custom" }, flag =>
        {
            Assert.Contains(flag, selection.Flags);
            Assert.Contains(flag, selection.PermanentFlags);
        });
        Assert.Contains(Flag.Any, selection.PermanentFlags);
        Assert.Equal(status.UidValidity!.Value, selection.UidValidity!.Value);
        Assert.Equal(kind == ServerKind.Cyrus, selection.MailboxId is not null);
    }

    [Theory]
    [EveryServer]
    [Seen("EXAMINE")]
    public async Task EXAMINE_changes_nothing(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        await connection.FillAsync("INBOX", [new AppendMessage(Mail.Numbered(1))], Token);

        SelectedMailbox mailbox = await connection.ExamineAsync("INBOX", Token);
        Assert.True(mailbox.IsReadOnly);
        Assert.Equal((1L, 1L), (mailbox.Exists, mailbox.Recent));
        ImapResult<StoreResult<UidSet>> refused = await mailbox.SendAsync(new UidStoreCommand(UidSet.All, FlagOperation.Add, Flag.Seen), Token);
        // Dovecot says OK and changes nothing.
        Assert.Equal(kind == ServerKind.Cyrus ? ImapStatus.No : ImapStatus.Ok, refused.Status);
        await mailbox.FetchOctetsAsync(UidSet.All, FetchItem.BodyMarkingSeen(), Token);
        Assert.DoesNotContain(Flag.Seen, (await mailbox.FetchOneAsync(UidSet.All, FetchItems.Flags, Token)).Flags);

        // The message is still recent.
        Assert.Equal(1, (await connection.SelectAsync("INBOX", Token)).Recent);
        Assert.False(mailbox.IsCurrent);
    }

    [Theory]
    [EveryServer]
    [Seen("CLOSE", "UNSELECT", "CHECK", "SELECT")]
    public async Task Close_removes_and_UNSELECT_does_not(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        await connection.FillAsync("INBOX", [new AppendMessage(Mail.Numbered(1)) { Flags = [Flag.Deleted] }, new AppendMessage(Mail.Numbered(2))], Token);

        SelectedMailbox mailbox = await connection.SelectAsync("INBOX", Token);
        await mailbox.CheckAsync(Token);
        await mailbox.UnselectAsync(Token);
        Assert.Equal((false, ImapConnectionState.Authenticated), (mailbox.IsCurrent, connection.State));
        Assert.Equal(2, (await connection.StatusAsync("INBOX", StatusItems.Messages, Token)).Messages);
        await Assert.ThrowsAsync<ImapSelectionException>(async () => await mailbox.CheckAsync(Token));

        mailbox = await connection.SelectAsync("INBOX", Token);
        await mailbox.CloseAsync(Token);
        Assert.Equal((false, ImapConnectionState.Authenticated), (mailbox.IsCurrent, connection.State));
        Assert.Equal(1, (await connection.StatusAsync("INBOX", StatusItems.Messages, Token)).Messages);
    }

    [Theory]
    [EveryServer]
    [Seen("NOOP", "APPEND")]
    public async Task NOOP_reports_what_is_recent(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        await using ImapConnection other = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        SelectedMailbox mailbox = await connection.SelectAsync("INBOX", Token);
        Assert.Equal((0L, 0L), (mailbox.Exists, mailbox.Recent));
        Assert.Null(await mailbox.RecentAsync(Token));

        await other.AppendAsync("INBOX", Mail.Numbered(1), Token);
        await other.AppendAsync("INBOX", Mail.Numbered(2), Token);

        Assert.Equal(2, await mailbox.RecentAsync(Token));
        Assert.Equal((2L, 2L), (mailbox.Exists, mailbox.Recent));
    }

    [Theory]
    [EveryServer]
    public async Task A_refusal_leaves_nothing_selected(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        MailboxName missing = server.NewMailboxName("missing");

        ImapCommandException refusal = await Assert.ThrowsAsync<ImapCommandException>(() => connection.SelectAsync(missing, Token));

        Assert.Equal((ImapStatus.No, $"SELECT \"{missing}\""), (refusal.Status, refusal.Command));
        Assert.Equal((false, ImapConnectionState.Authenticated), (inbox.IsCurrent, connection.State));
        Assert.Equal("INBOX", (await connection.SelectAsync("INBOX", Token)).Name.Value);
    }
}
