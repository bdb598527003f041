namespace ImapAsync.ServerTests.Embedded;

/// <summary>The embedded server answers like independent implementations of the RFCs: its parsing of messages is not only tested against itself.</summary>
public sealed class SameAnswersTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    public async Task Sorting(ServerKind kind)
    {
        await using TwoMailboxes two = await TwoMailboxes.CreateAsync(await servers.GetAsync(kind), OddMail.Messages, Token);

        // Cyrus does not strip accents from letters (RFC 5051 §2).
        SearchQuery query = kind == ServerKind.Cyrus ? !SearchQuery.Subject("\u00C4pfel") : SearchQuery.All;
        SortKey[][] orders =
        [
            [SortKey.Arrival], [SortKey.Date], [SortKey.Date.Reversed], [SortKey.From], [SortKey.To], [SortKey.Cc, SortKey.From], [SortKey.Size], [SortKey.Subject],
            [SortKey.Subject.Reversed], [SortKey.Subject, SortKey.Date.Reversed], [SortKey.DisplayFrom], [SortKey.DisplayTo],
        ];
        foreach (SortKey[] order in orders)
            await CheckAsync(two, $"SORT {string.Join(' ', order)}", async mailbox => string.Join(' ', await mailbox.SortAsync(order, query, Token)));
    }

    [Theory]
    [EveryServer]
    public async Task Threading(ServerKind kind)
    {
        await using TwoMailboxes two = await TwoMailboxes.CreateAsync(await servers.GetAsync(kind), OddMail.Messages, Token);
        List<ThreadAlgorithm> algorithms = [ThreadAlgorithm.OrderedSubject, ThreadAlgorithm.References];

        // Dovecot orders by the sent date of a thread's last message, not by its arrival.
        if (kind == ServerKind.Cyrus)
            algorithms.Add(ThreadAlgorithm.Refs);
        foreach (ThreadAlgorithm algorithm in algorithms)
        {
            await CheckAsync(two, $"THREAD {algorithm}", async mailbox => $"{await mailbox.ThreadAsync(algorithm, SearchQuery.All, Token)}");
            await CheckAsync(two, $"THREAD {algorithm} UNANSWERED", async mailbox => $"{await mailbox.ThreadAsync(algorithm, !SearchQuery.Answered, Token)}");
        }
    }

    [Theory]
    [EveryServer]
    public async Task Tangled_threads(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        for (int seed = 1; seed <= 4; seed++)
        {
            await using TwoMailboxes two = await TwoMailboxes.CreateAsync(server, TangledMail.Generate(seed, count: 50), Token);
            foreach (ThreadAlgorithm algorithm in (ThreadAlgorithm[])[ThreadAlgorithm.OrderedSubject, ThreadAlgorithm.References])
                await CheckAsync(two, $"THREAD {algorithm} of tangle {seed}", async mailbox => $"{await mailbox.ThreadAsync(algorithm, SearchQuery.All, Token)}");
        }
    }

    [Theory]
    [EveryServer]
    public async Task Searching(ServerKind kind)
    {
        await using TwoMailboxes two = await TwoMailboxes.CreateAsync(await servers.GetAsync(kind), OddMail.Messages, Token);

        // Servers differ in three ways about the sent date of a message without one.
        SearchQuery dated = SearchQuery.Header("Date", "");
        List<SearchQuery> queries =
        [
            SearchQuery.All, SearchQuery.Seen, !SearchQuery.Answered, SearchQuery.Keyword("$Work"), SearchQuery.Flagged | SearchQuery.Answered,
            SearchQuery.Subject("TEA"), SearchQuery.Subject("\u00C4pfel"), SearchQuery.Subject(""), SearchQuery.From("person"), SearchQuery.From("x.example"),
            SearchQuery.To("two@"), SearchQuery.Cc("c1"), SearchQuery.Header("In-Reply-To", ""), SearchQuery.Header("Message-ID", "a@x"), SearchQuery.Text("person"),
            SearchQuery.Body("THREE words"), SearchQuery.Body("inner text"), SearchQuery.Body("sch\u00F6ne"), SearchQuery.Body("nowhere at all"),
            SearchQuery.Before(new(2026, 2, 9)), SearchQuery.On(new(2026, 2, 8)), SearchQuery.Since(new(2026, 2, 20)),
            dated & SearchQuery.SentBefore(new(2026, 2, 8)), dated & SearchQuery.SentOn(new(2026, 2, 8)), dated & SearchQuery.SentSince(new(2026, 2, 9)),
            SearchQuery.Larger(300), SearchQuery.Smaller(200), SearchQuery.Uids(UidSet.Parse("5:*")), SearchQuery.Numbers(SequenceSet.Parse("3,7:9")),
            !(SearchQuery.Seen | SearchQuery.Subject("milk")), SearchQuery.Subject("tea") & !SearchQuery.Seen,
        ];

        // Cyrus finds neither without a search index.
        if (kind == ServerKind.Dovecot)
            queries.AddRange([SearchQuery.Body("Apfels\u00E4fte"), SearchQuery.Text("\u041F\u0440\u0438\u0432\u0435\u0442")]);
        foreach (SearchQuery query in queries)
            await CheckAsync(two, $"SEARCH {query}", async mailbox => $"{(await mailbox.SearchAsync(query, Token)).Uids}");
    }

    [Theory]
    [EveryServer]
    public async Task Structures(ServerKind kind)
    {
        await using TwoMailboxes two = await TwoMailboxes.CreateAsync(await servers.GetAsync(kind), OddMail.Messages, Token);
        FetchItems items = [FetchItem.Envelope, FetchItem.BodyStructure, FetchItem.Size, FetchItem.InternalDate, FetchItem.Flags];
        for (uint uid = 1; uid <= OddMail.Messages.Count; uid++)
        {
            if (uid == OddMail.Unclosed && kind == ServerKind.Cyrus)
                continue;
            await CheckAsync(two, $"Message {uid}", async mailbox =>
            {
                FetchedMessage message = await mailbox.FetchOneAsync(new Uid(uid), items, Token);
                return $"{message.Size} {message.InternalDate:O} {message.Flags - Flag.Recent}\n{Description.Of(message.Envelope)}\n{Description.Of(message.BodyStructure)}";
            });
        }
    }

    [Theory]
    [EveryServer]
    public async Task Sections(ServerKind kind)
    {
        await using TwoMailboxes two = await TwoMailboxes.CreateAsync(await servers.GetAsync(kind), OddMail.Messages, Token);
        for (uint uid = 1; uid <= OddMail.Messages.Count; uid++)
        {
            if (uid == OddMail.Unclosed && kind == ServerKind.Cyrus)
                continue;
            FetchedMessage structure = await two.Real.FetchOneAsync(new Uid(uid), FetchItem.BodyStructure, Token);
            foreach (BodySection section in Description.SectionsOf(structure.BodyStructure))
                await CheckAsync(two, $"BODY[{section}] of message {uid}", mailbox => mailbox.FetchTextAsync(new Uid(uid), FetchItem.Body(section), Token));

            // Dovecot also decodes the content of an embedded message.
            foreach (BodySection part in structure.BodyStructure.Leaves.Where(leaf => leaf.Body is null).Select(leaf => leaf.Section).Where(section => !section.PartNumbers.IsEmpty))
            {
                await CheckAsync(two, $"BINARY[{part}] of message {uid}", mailbox => mailbox.FetchTextAsync(new Uid(uid), FetchItem.Binary(part), Token));
                await CheckAsync(two, $"BINARY[{part}]<3.5> of message {uid}", mailbox => mailbox.FetchTextAsync(new Uid(uid), FetchItem.Binary(part, 3, 5), Token));
                await CheckAsync(two, $"BINARY.SIZE[{part}] of message {uid}", async mailbox => $"{(await mailbox.FetchOneAsync(new Uid(uid), FetchItem.BinarySize(part), Token)).BinarySize(part)}");
            }
        }
    }

    private static async Task CheckAsync(TwoMailboxes two, string what, Func<SelectedMailbox, Task<string?>> question)
    {
        (string? real, string? embedded) = (await question(two.Real), await question(two.Embedded));
        Assert.True(real == embedded, $"{what}: the real server answers\n{real}\nand the embedded one\n{embedded}");
    }
}
