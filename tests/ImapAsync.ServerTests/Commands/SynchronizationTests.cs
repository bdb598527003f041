namespace ImapAsync.ServerTests;

/// <summary>CONDSTORE and QRESYNC: what changed since, in SELECT, FETCH, STORE and SEARCH.</summary>
public sealed class SynchronizationTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    [Seen("SELECT (CONDSTORE)", "FETCH (CHANGEDSINCE)", "UID SEARCH MODSEQ")]
    public async Task Mod_sequence_s_from_select_on(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("condstore");
        IReadOnlyList<Uid> uids = await connection.CreateWithAsync(name, 3, 1, Token);

        SelectedMailbox mailbox = await connection.SelectAsync(new SelectCommand(name) { CondStore = true }, Token);
        ModSequence before = mailbox.Selection.HighestModSequence!.Value;
        StoreResult<UidSet> stored = await mailbox.StoreAsync(uids[1], FlagOperation.Add, Flag.Flagged, cancellationToken: Token);
        ModSequence after = Assert.Single(stored.Changed).ModSequence!.Value;
        Assert.True(after > before, $"{after} is not higher than {before}");

        List<FetchedMessage> changed = [];
        await foreach (FetchedMessage message in mailbox.StreamAsync(new FetchCommand(SequenceSet.All, FetchItems.Uid | FetchItem.Flags) { ChangedSince = before }, Token))
            changed.Add(message);
        Assert.Equal((uids[1], after), (Assert.Single(changed).Uid, changed[0].ModSequence!.Value));

        SearchResult found = await mailbox.SearchAsync(SearchQuery.ModSequence(after), Token);
        Assert.Equal(UidSet.Of(uids[1]), found.Uids);
        Assert.Equal(after, found.ModSequence);
    }

    [Theory]
    [EveryServer]
    [Seen("STORE (UNCHANGEDSINCE)", "UID STORE (UNCHANGEDSINCE)")]
    public async Task What_others_changed_is_left_unchanged(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        await using ImapConnection other = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        MailboxName name = server.NewMailboxName("unchanged");
        IReadOnlyList<Uid> uids = await connection.CreateWithAsync(name, 3, 1, Token);
        SelectedMailbox mailbox = await connection.SelectAsync(new SelectCommand(name) { CondStore = true }, Token);
        ModSequence known = mailbox.Selection.HighestModSequence!.Value;
        await (await other.SelectAsync(name, Token)).AddFlagsAsync(uids[1], Flag.Answered, Token);

        StoreResult<UidSet> byUid = await mailbox.StoreAsync(UidSet.All, FlagOperation.Add, Flag.Flagged, known, Token);
        Assert.Equal(UidSet.Of(uids[1]), byUid.Modified);
        List<FetchedMessage> flags = await mailbox.FetchAllAsync(UidSet.All, FetchItems.Flags, Token);
        Assert.Equal([true, false, true], flags.Select(message => message.Flags.Contains(Flag.Flagged)));

        StoreResult<SequenceSet> byNumber = await mailbox.StoreAsync(SequenceSet.All, FlagOperation.Add, Flag.Seen, known, Token);
        Assert.Equal(SequenceSet.All.Resolve(new SequenceNumber(3)), byNumber.Modified);
        Assert.DoesNotContain(await mailbox.FetchAllAsync(UidSet.All, FetchItems.Flags, Token), message => message.Flags.Contains(Flag.Seen));
    }

    [Theory]
    [EveryServer]
    [Seen("ENABLE", "SELECT (QRESYNC)", "UID FETCH (CHANGEDSINCE VANISHED)", "UID EXPUNGE")]
    public async Task What_changed_meanwhile(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        await using ImapConnection other = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        MailboxName name = server.NewMailboxName("qresync");
        IReadOnlyList<Uid> uids = await connection.CreateWithAsync(name, 6, 1, Token);
        Assert.True((await connection.EnableAsync(["QRESYNC"], Token)).Contains("QRESYNC"));
        Assert.True(connection.Enabled.Contains("QRESYNC"));
        SelectResult remembered = (await connection.SelectAsync(name, Token)).Selection;
        await connection.SelectAsync("INBOX", Token);

        SelectedMailbox there = await other.SelectAsync(name, Token);
        await there.AddFlagsAsync([uids[1], uids[4]], Flag.Deleted, Token);
        await there.ExpungeAsync([uids[1], uids[4]], Token);
        await there.AddFlagsAsync(uids[2], Flag.Flagged, Token);
        Uid added = (await other.AppendAsync(name, Mail.Numbered(7), Token)).Uid!.Value;

        QResyncParameters parameters = new(remembered.UidValidity!.Value, remembered.HighestModSequence!.Value);
        SelectedMailbox mailbox = await connection.SelectAsync(new SelectCommand(name) { QResync = parameters }, Token);
        Assert.Equal(UidSet.Of(uids[1], uids[4]), mailbox.Selection.Vanished);
        Assert.Equal([uids[2], added], mailbox.Selection.Changed.Select(message => message.Uid));
        Assert.Contains(Flag.Flagged, mailbox.Selection.Changed[0].Flags);
        Assert.Equal(5, mailbox.Exists);
        KnownPositions positions = new(SequenceSet.Parse("1,3,6"), [uids[0], uids[2], uids[5]]);
        mailbox = await connection.SelectAsync(new SelectCommand(name) { QResync = parameters with { KnownUids = UidSet.Of(uids), Positions = positions } }, Token);
        Assert.Equal(UidSet.Of(uids[1], uids[4]), mailbox.Selection.Vanished);

        FetchedChanges changes = await mailbox.FetchChangesAsync(UidSet.All, FetchItems.Flags, parameters.ModSequence, Token);
        Assert.Equal([uids[2], added], changes.Changed.Select(message => message.Uid));
        Assert.All(changes.Changed, message => Assert.True(message.ModSequence > parameters.ModSequence));
        Assert.Equal(UidSet.Of(uids[1], uids[4]), changes.Vanished);
        FetchedChanges some = await mailbox.FetchChangesAsync([uids[0], uids[1]], FetchItems.Flags, parameters.ModSequence, Token);
        Assert.Empty(some.Changed);
        Assert.Equal(UidSet.Of(uids[1]), some.Vanished);
    }

    // Cyrus 3.6.1 takes the * of 1:* for the highest remaining UID, and reports no expunge above it.
    [Theory]
    [EveryServer]
    [Seen("UID FETCH (CHANGEDSINCE VANISHED)")]
    public async Task What_was_expunged_above_the_highest_remaining(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        await using ImapConnection other = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        MailboxName name = server.NewMailboxName("above");
        IReadOnlyList<Uid> uids = await connection.CreateWithAsync(name, 5, 1, Token);
        await connection.EnableAsync(["QRESYNC"], Token);
        SelectResult remembered = (await connection.SelectAsync(name, Token)).Selection;
        await connection.SelectAsync("INBOX", Token);
        SelectedMailbox there = await other.SelectAsync(name, Token);
        await there.AddFlagsAsync([uids[3], uids[4]], Flag.Deleted, Token);
        await there.ExpungeAsync([uids[3], uids[4]], Token);

        QResyncParameters parameters = new(remembered.UidValidity!.Value, remembered.HighestModSequence!.Value);
        UidSet gone = UidSet.Of(uids[3], uids[4]);
        foreach (UidSet? known in new[] { null, UidSet.All, UidSet.From(uids[1]) })
        {
            SelectedMailbox mailbox = await connection.SelectAsync(new SelectCommand(name) { QResync = parameters with { KnownUids = known } }, Token);
            Assert.Equal(gone, mailbox.Selection.Vanished & gone);
            FetchedChanges changes = await mailbox.FetchChangesAsync(known ?? UidSet.From(uids[3]), FetchItems.Flags, parameters.ModSequence, Token);
            Assert.Equal(gone, changes.Vanished & gone);
            Assert.Empty(changes.Changed);
            await connection.SelectAsync("INBOX", Token);
        }

        FetchedChanges ever = await (await connection.SelectAsync(name, Token)).FetchChangesAsync(UidSet.All, FetchItems.Flags, new ModSequence(0), Token);
        Assert.Equal(uids.Take(3), ever.Changed.Select(message => message.Uid));
        Assert.All(ever.Changed, message => Assert.NotNull(message.ModSequence));
        Assert.Equal(gone, ever.Vanished & gone);
    }
}
