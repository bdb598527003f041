namespace ImapAsync.ServerTests;

/// <summary>STORE and UID STORE: what they answer, and what FETCH finds afterwards.</summary>
public sealed class StoreTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    [Seen("UID STORE")]
    public async Task By_UID(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("store");
        IReadOnlyList<Uid> uids = await connection.CreateWithAsync(name, 3, 1, Token);
        SelectedMailbox mailbox = await connection.SelectAsync(name, Token);

        StoreResult<UidSet> set = await mailbox.StoreAsync([uids[0], uids[2]], FlagOperation.Set, [Flag.Flagged, "$One"], cancellationToken: Token);
        Assert.Equal([(uids[0], 1u), (uids[2], 3u)], set.Changed.Select(update => (update.Uid!.Value, update.Number.Value)));
        Assert.All(set.Changed, update => Assert.Equal([Flag.Flagged, "$One"], update.Flags! - Flag.Recent));
        StoreResult<UidSet> added = await mailbox.StoreAsync(uids[0], FlagOperation.Add, Flag.Answered, cancellationToken: Token);
        Assert.Equal([Flag.Answered, Flag.Flagged, "$One"], Sorted(Assert.Single(added.Changed).Flags!));
        StoreResult<UidSet> removed = await mailbox.StoreAsync(uids[0], FlagOperation.Remove, [Flag.Flagged, Flag.Draft], cancellationToken: Token);
        Assert.Equal([Flag.Answered, "$One"], Sorted(Assert.Single(removed.Changed).Flags!));

        await mailbox.AddFlagsAsync(uids[1], Flag.Seen, Token);
        await mailbox.RemoveFlagsAsync(uids[2], ["$One"], Token);
        await mailbox.SetFlagsAsync(uids[0], FlagSet.Empty, Token);
        List<FetchedMessage> messages = await mailbox.FetchAllAsync(UidSet.All, FetchItems.Flags, Token);
        Assert.Equal([FlagSet.Empty, Flag.Seen, Flag.Flagged], messages.Select(message => message.Flags - Flag.Recent));
        Assert.Contains((Flag)"$One", mailbox.Flags);
        // A message that does not exist is skipped.
        Assert.Empty((await mailbox.StoreAsync(new Uid(uids[2].Value + 100), FlagOperation.Add, Flag.Seen, cancellationToken: Token)).Changed);
    }

    [Theory]
    [EveryServer]
    [Seen("STORE")]
    public async Task By_sequence_number(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("store");
        await connection.CreateWithAsync(name, 3, 1, Token);
        SelectedMailbox mailbox = await connection.SelectAsync(name, Token);

        StoreResult<SequenceSet> set = await mailbox.StoreAsync(SequenceSet.Parse("2:*"), FlagOperation.Add, Flag.Flagged, cancellationToken: Token);
        Assert.Equal([2u, 3u], set.Changed.Select(update => update.Number.Value));
        Assert.All(set.Changed, update => Assert.Contains(Flag.Flagged, update.Flags!));
        await mailbox.AddFlagsAsync(SequenceSet.All, Flag.Seen, Token);
        await mailbox.RemoveFlagsAsync(new SequenceNumber(3), Flag.Flagged, Token);
        await mailbox.SetFlagsAsync(new SequenceNumber(1), [Flag.Draft], Token);

        List<FetchedMessage> messages = await mailbox.FetchAllAsync(UidSet.All, FetchItems.Flags, Token);
        Assert.Equal([Flag.Draft, Flag.Seen | Flag.Flagged, Flag.Seen], messages.Select(message => message.Flags - Flag.Recent));
        // A number that does not exist is the client's error; RFC 9051 §6.4.6 leaves open which.
        ImapResult<StoreResult<SequenceSet>> missing = await mailbox.SendAsync(new StoreCommand(new SequenceNumber(9), FlagOperation.Add, Flag.Seen), Token);
        Assert.False(missing.IsOk && missing.Value.Changed.Count > 0, missing.ToString());
    }

    private static IEnumerable<Flag> Sorted(FlagSet flags) => (flags - Flag.Recent).OrderBy(flag => flag.IsSystem ? 0 : 1).ThenBy(flag => flag.Name, StringComparer.Ordinal);
}
