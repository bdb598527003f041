namespace ImapAsync.ServerTests;

/// <summary>SORT and UID SORT by every key, and THREAD and UID THREAD by every algorithm.</summary>
public sealed class SortTests(TestServers servers)
{
    private static readonly (SortKey[] Keys, int[] Order)[] Orders =
    [
        ([SortKey.Arrival], [1, 2, 3, 4]), ([SortKey.Arrival.Reversed], [4, 3, 2, 1]), ([SortKey.Date], [4, 1, 2, 3]), ([SortKey.From], [1, 4, 3, 2]),
        ([SortKey.To], [3, 1, 2, 4]), ([SortKey.Cc], [2, 3, 4, 1]), ([SortKey.Size.Reversed], [3, 2, 1, 4]), ([SortKey.Subject, SortKey.Date], [4, 2, 1, 3]),
        ([SortKey.Subject, SortKey.Date.Reversed], [4, 2, 3, 1]), ([SortKey.DisplayFrom], [2, 3, 4, 1]), ([SortKey.DisplayTo], [2, 1, 3, 4]),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    [Seen("UID SORT", "UID SORT DISPLAYFROM")]
    public async Task Every_key_by_UID(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        (SelectedMailbox mailbox, IReadOnlyList<Uid> uids) = await PrepareAsync(connection, server);

        foreach ((SortKey[] keys, int[] order) in Orders)
        {
            SortResult<Uid> result = await mailbox.SortAsync(keys, SearchQuery.All, Token);
            Assert.Equal($"{string.Join(' ', keys)}: {string.Join(' ', order)}", $"{string.Join(' ', keys)}: {string.Join(' ', result.Select(uid => uids.ToList().IndexOf(uid) + 1))}");
        }

        Assert.Equal([uids[2], uids[0]], await mailbox.SortAsync([SortKey.Date.Reversed], SearchQuery.Subject("report"), Token));
        Assert.Equal([uids[1]], await mailbox.SortAsync([SortKey.Date], SearchQuery.Subject("Köln"), Token));
        Assert.Empty(await mailbox.SortAsync([SortKey.Date], !SearchQuery.All, Token));
    }

    [Theory]
    [EveryServer]
    [Seen("SORT", "SORT RETURN (MIN MAX ALL COUNT)", "UID SORT RETURN (MIN MAX ALL COUNT)")]
    public async Task By_sequence_number_and_what_is_returned(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        (SelectedMailbox mailbox, IReadOnlyList<Uid> uids) = await PrepareAsync(connection, server);
        const SearchReturnOptions Everything = SearchReturnOptions.Min | SearchReturnOptions.Max | SearchReturnOptions.All | SearchReturnOptions.Count;

        Assert.Equal([4u, 1u, 2u, 3u], (await mailbox.SortNumbersAsync([SortKey.Date], SearchQuery.All, Token)).Select(number => number.Value));
        SortResult<SequenceNumber> numbers = await mailbox.SortNumbersAsync([SortKey.Date], SearchQuery.All, Everything, Token);
        Assert.Equal([4u, 1u, 2u, 3u], numbers.Select(number => number.Value));
        Assert.Equal((4u, 3u, 4L), (numbers.First!.Value.Value, numbers.Last!.Value.Value, numbers.Total!.Value));

        SortResult<Uid> byUid = await mailbox.SortAsync([SortKey.Date.Reversed], SearchQuery.Unseen, Everything, Token);
        Assert.Equal([uids[2], uids[1], uids[3]], byUid);
        Assert.Equal((uids[2], uids[3], 3L), (byUid.First!.Value, byUid.Last!.Value, byUid.Total!.Value));
        SortResult<Uid> first = await mailbox.SortAsync([SortKey.Date], SearchQuery.All, SearchReturnOptions.Min, Token);
        // The first in the order (RFC 5267 §3.1); Cyrus reports the lowest UID.
        Assert.Equal((kind == ServerKind.Cyrus ? uids[0] : uids[3], 0), (first.First!.Value, first.Count));
    }

    [Fact]
    [Seen("UID SORT MODSEQ", On = [ServerKind.Cyrus])]
    public async Task By_mod_sequence()
    {
        TestServer server = await servers.GetCyrusAsync();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        (SelectedMailbox mailbox, IReadOnlyList<Uid> uids) = await PrepareAsync(connection, server);
        await mailbox.AddFlagsAsync(uids[1], ["$Changed"], Token);

        Assert.Equal(uids[1], (await mailbox.SortAsync([SortKey.ModSequence.Reversed], SearchQuery.All, Token))[0]);
        Assert.Equal([.. uids.Reverse()], await mailbox.SortAsync([new SortKey("UID").Reversed], SearchQuery.All, Token));
    }

    [Theory]
    [EveryServer]
    [Seen("THREAD", "UID THREAD", "UID THREAD REFERENCES", "UID THREAD ORDEREDSUBJECT", "UID THREAD REFS")]
    public async Task Threads(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        (SelectedMailbox mailbox, IReadOnlyList<Uid> uids) = await PrepareAsync(connection, server);

        foreach (ThreadAlgorithm algorithm in new[] { ThreadAlgorithm.References, ThreadAlgorithm.OrderedSubject, ThreadAlgorithm.Refs })
        {
            ThreadResult<Uid> threads = await mailbox.ThreadAsync(algorithm, SearchQuery.All, Token);
            Assert.Equal(UidSet.Of(uids), UidSet.Of(threads.Messages));
            ThreadNode<Uid> answered = Assert.Single(threads, thread => thread.Message == uids[0]);
            Assert.Equal([uids[0], uids[2]], answered.Messages);
            Assert.Equal(3, threads.Count);
        }

        ThreadResult<SequenceNumber> numbers = await mailbox.ThreadNumbersAsync(ThreadAlgorithm.References, SearchQuery.Subject("report") | SearchQuery.Subject("Grüße"), Token);
        Assert.Equal("(1 3)(2)", numbers.ToString());
        Assert.Empty(await mailbox.ThreadAsync(ThreadAlgorithm.References, !SearchQuery.All, Token));
    }

    private static async Task<(SelectedMailbox Mailbox, IReadOnlyList<Uid> Uids)> PrepareAsync(ImapConnection connection, TestServer server)
    {
        MailboxName name = server.NewMailboxName("sort");
        IReadOnlyList<Uid> uids = await connection.CreateSearchableAsync(name, Token);
        return (await connection.SelectAsync(name, Token), uids);
    }
}
