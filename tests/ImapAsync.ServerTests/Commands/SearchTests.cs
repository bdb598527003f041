namespace ImapAsync.ServerTests;

/// <summary>SEARCH and UID SEARCH: each key, and each result that can be returned.</summary>
public sealed class SearchTests(TestServers servers)
{
    private static readonly (SearchQuery Query, int[] Found)[] Keys =
    [
        (SearchQuery.All, [1, 2, 3, 4]), (!SearchQuery.All, []),
        (SearchQuery.Answered, [1]), (SearchQuery.Unanswered, [2, 3, 4]), (SearchQuery.Deleted, [3]), (SearchQuery.Undeleted, [1, 2, 4]),
        (SearchQuery.Draft, [3]), (SearchQuery.Undraft, [1, 2, 4]), (SearchQuery.Flagged, [2]), (SearchQuery.Unflagged, [1, 3, 4]),
        (SearchQuery.Seen, [1]), (SearchQuery.Unseen, [2, 3, 4]), (SearchQuery.Keyword("$Label"), [2]), (!SearchQuery.Keyword("$Label"), [1, 3, 4]),
        (SearchQuery.From("anna@"), [1]), (SearchQuery.To("anna"), [2]), (SearchQuery.Cc("CAROL"), [1]), (SearchQuery.Bcc("dave"), [1]),
        (SearchQuery.Subject("quarterly"), [1, 3]), (SearchQuery.Subject("Grüße aus"), [2]), (SearchQuery.Body("alpha"), [1]), (SearchQuery.Body("Straße"), [2]),
        (SearchQuery.Text("epsilon"), [4]), (SearchQuery.Text("special value"), [4]), (SearchQuery.Body("special value"), []),
        (SearchQuery.Header("X-Custom", ""), [4]), (SearchQuery.Header("X-Custom", "SPECIAL"), [4]), (SearchQuery.Header("Message-ID", "<second@"), [2]),
        (SearchQuery.Before(new(2026, 2, 10)), [1]), (SearchQuery.On(new(2026, 2, 10)), [2]), (SearchQuery.Since(new(2026, 2, 10)), [2, 3, 4]),
        (SearchQuery.SentBefore(new(2026, 1, 10)), [4]), (SearchQuery.SentOn(new(2026, 1, 10)), [1]), (SearchQuery.SentSince(new(2026, 1, 20)), [2, 3]),
        (SearchQuery.Larger(2000), [3]), (SearchQuery.Smaller(2000), [1, 2, 4]), (SearchQuery.Numbers(SequenceSet.Parse("2:3")), [2, 3]), (SearchQuery.Numbers(SequenceSet.Last), [4]),
        (SearchQuery.From("anna@") | SearchQuery.Flagged, [1, 2]), (SearchQuery.Unseen & !SearchQuery.Deleted & SearchQuery.Larger(1), [2, 4]),
        (SearchQuery.AnyOf(SearchQuery.Seen, SearchQuery.Draft, SearchQuery.Flagged) & SearchQuery.Subject("report"), [1, 3]),
        (!(SearchQuery.Seen | SearchQuery.Subject("Köln")), [3, 4]), (SearchQuery.Raw("OR SEEN DRAFT"), [1, 3]),
    ];

    // WITHIN, SAVEDATE: the message appended just now, without a date of its own, is the fourth.
    private static readonly (SearchQuery Query, int[] Found)[] Ages =
    [
        (SearchQuery.Younger(TimeSpan.FromHours(1)), [4]), (SearchQuery.Older(TimeSpan.FromHours(1)), [1, 2, 3]),
        (SearchQuery.SavedSince(new(2026, 4, 1)), [1, 2, 3, 4]), (SearchQuery.SavedBefore(new(2026, 4, 1)), []), (SearchQuery.SavedOn(new(2026, 4, 1)), []),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryConnection]
    [Seen("UID SEARCH", "UID SEARCH OLDER", "UID SEARCH SAVEDSINCE")]
    public async Task Every_key_by_UID(ServerKind kind, ImapSecurity security)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(security, server.NewAccount(), Token);
        (SelectedMailbox mailbox, IReadOnlyList<Uid> uids) = await PrepareAsync(connection, server);

        await Task.WhenAll(Keys.Concat(Ages).Append((SearchQuery.Uids([uids[1], uids[3]]), [2, 4])).Select(async key =>
        {
            SearchResult result = await mailbox.SearchAsync(key.Item1, Token);
            Assert.True(result.Uids == UidSet.Of(key.Item2.Select(number => uids[number - 1])), $"{key.Item1} found {result.Uids} of {string.Join(",", uids)}.");
            Assert.Equal(key.Item2.Length, result.Count);
        }));
    }

    [Theory]
    [EveryServer]
    [Seen("SEARCH", "SEARCH CHARSET UTF-8")]
    public async Task Every_key_by_sequence_number(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        (SelectedMailbox mailbox, _) = await PrepareAsync(connection, server);

        await Task.WhenAll(Keys.Select(async key =>
        {
            SequenceSearchResult result = await mailbox.SearchNumbersAsync(key.Query, Token);
            Assert.True(result.Numbers == SequenceSet.Of(key.Found.Select(number => new SequenceNumber((uint)number))), $"{key.Query} found {result.Numbers}.");
        }));
    }

    // \Recent belongs to the first session that sees the message.
    [Theory]
    [EveryServer]
    [Seen("UID SEARCH")]
    public async Task Recent_new_and_old(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        (SelectedMailbox mailbox, IReadOnlyList<Uid> uids) = await PrepareAsync(connection, server);
        Assert.Equal(4, mailbox.Recent);
        Assert.Equal(UidSet.Of(uids), (await mailbox.SearchAsync(SearchQuery.Recent, Token)).Uids);
        Assert.Equal(UidSet.Of(uids[1], uids[2], uids[3]), (await mailbox.SearchAsync(SearchQuery.New, Token)).Uids);
        Assert.Empty((await mailbox.SearchAsync(SearchQuery.Old, Token)).Uids);

        mailbox = await connection.SelectAsync(mailbox.Name, Token);
        Assert.Equal(UidSet.Of(uids), (await mailbox.SearchAsync(SearchQuery.Old, Token)).Uids);
        Assert.Empty((await mailbox.SearchAsync(SearchQuery.New, Token)).Uids);
    }

    [Theory]
    [EveryServer]
    [Seen("SEARCH RETURN (MIN MAX ALL COUNT)", "UID SEARCH RETURN (MIN MAX ALL COUNT)")]
    public async Task What_is_returned(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        (SelectedMailbox mailbox, IReadOnlyList<Uid> uids) = await PrepareAsync(connection, server);

        SearchResult all = await mailbox.SearchAsync(SearchQuery.Unseen, SearchReturnOptions.Min | SearchReturnOptions.Max | SearchReturnOptions.All | SearchReturnOptions.Count, Token);
        Assert.Equal((uids[1], uids[3], 3L, UidSet.Of(uids[1], uids[2], uids[3])), (all.Min!.Value, all.Max!.Value, all.Count!.Value, all.Uids));
        SearchResult lowest = await mailbox.SearchAsync(SearchQuery.Subject("Grüße"), SearchReturnOptions.Min, Token);
        Assert.Equal((uids[1], (long?)null, UidSet.Empty), (lowest.Min!.Value, lowest.Count, lowest.Uids));
        SearchResult none = await mailbox.SearchAsync(!SearchQuery.All, SearchReturnOptions.Min | SearchReturnOptions.Count, Token);
        Assert.Equal((null, 0L), (none.Min, none.Count!.Value));

        SequenceSearchResult numbers = await mailbox.SearchNumbersAsync(SearchQuery.Unseen, SearchReturnOptions.Max | SearchReturnOptions.Count | SearchReturnOptions.All, Token);
        Assert.Equal((4u, 3L, "2:4"), (numbers.Max!.Value.Value, numbers.Count!.Value, numbers.Numbers.ToString()));
    }

    [Fact]
    [Seen("UID SEARCH RETURN (SAVE)", "UID SEARCH RETURN (PARTIAL)", "UID SEARCH FUZZY", On = [ServerKind.Dovecot])]
    public async Task Kept_in_the_server_and_in_parts()
    {
        TestServer server = await servers.GetDovecotAsync();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        (SelectedMailbox mailbox, IReadOnlyList<Uid> uids) = await PrepareAsync(connection, server);

        SearchResult kept = await mailbox.SearchAsync(SearchQuery.Unseen, SearchReturnOptions.Save, Token);
        Assert.Equal((UidSet.Empty, null), (kept.Uids, kept.Count));
        Assert.Equal(["2", "3", "4"], (await mailbox.FetchAllAsync(UidSet.Saved, FetchItems.Flags, Token)).Select(message => message.SequenceNumber.ToString()));
        Assert.Equal(UidSet.Of(uids[1]), (await mailbox.SearchAsync(SearchQuery.Saved & SearchQuery.Flagged, Token)).Uids);
        Assert.Equal(UidSet.Of(uids[1], uids[2], uids[3]), (await mailbox.CopyAsync(UidSet.Saved, "INBOX", Token)).Source);

        Assert.Equal(UidSet.Of(uids[0], uids[2]), (await mailbox.SearchAsync(SearchQuery.Fuzzy(SearchQuery.Subject("report")), Token)).Uids);
        SearchResult part = await mailbox.SearchAsync(SearchQuery.All, new PartialRange(2, 3), Token);
        Assert.Equal((UidSet.Of(uids[1], uids[2]), new PartialRange(2, 3)), (part.Uids, part.Partial!.Value));
    }

    [Fact]
    [Seen("UID SEARCH EMAILID", "UID SEARCH THREADID", On = [ServerKind.Cyrus])]
    public async Task Object_ids()
    {
        TestServer server = await servers.GetCyrusAsync();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        (SelectedMailbox mailbox, IReadOnlyList<Uid> uids) = await PrepareAsync(connection, server);
        List<FetchedMessage> messages = await mailbox.FetchAllAsync(UidSet.All, FetchItem.EmailId | FetchItem.ThreadId, Token);

        Assert.Equal(UidSet.Of(uids[3]), (await mailbox.SearchAsync(SearchQuery.EmailId(messages[3].EmailId!), Token)).Uids);
        // The third answers the first.
        Assert.Equal(messages[0].ThreadId, messages[2].ThreadId);
        Assert.Equal(UidSet.Of(uids[0], uids[2]), (await mailbox.SearchAsync(SearchQuery.ThreadId(messages[0].ThreadId!), Token)).Uids);
    }

    [Theory]
    [EveryServer]
    public async Task A_refusal_says_why(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);

        ImapCommandException unknown = await Assert.ThrowsAsync<ImapCommandException>(async () => await inbox.SearchAsync(SearchQuery.Raw("XNOSUCHKEY"), Token));
        Assert.Equal((ImapStatus.Bad, "UID SEARCH"), (unknown.Status, unknown.Command));
        ImapResult<UntypedResult> charset = await inbox.SendAsync(new RawCommand("SEARCH", RawArgument.Raw("CHARSET X-NONE"), RawArgument.Raw("SUBJECT"), "x"), Token);
        Assert.False(charset.IsOk);
        Assert.Empty((await inbox.SearchAsync(SearchQuery.All, Token)).Uids);
    }

    private static async Task<(SelectedMailbox Mailbox, IReadOnlyList<Uid> Uids)> PrepareAsync(ImapConnection connection, TestServer server)
    {
        MailboxName name = server.NewMailboxName("search");
        IReadOnlyList<Uid> uids = await connection.CreateSearchableAsync(name, Token);
        return (await connection.SelectAsync(name, Token), uids);
    }
}
