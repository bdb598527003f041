namespace ImapAsync.Tests;

/// <summary>Several commands in progress that request some of the same items: each gets what it requested, whichever the server meant. The conversations were found by <see cref="ConservationTests"/>.</summary>
public sealed class SharedAnswerTests
{
    // What a silent STORE suppresses is what the FETCH requests.
    [Fact]
    public async Task Flags_go_to_the_command_that_asks_for_them_not_to_a_silent_STORE()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<ImapResult<StoreResult<SequenceSet>>> storing = inbox.SendAsync(
            new StoreCommand(SequenceSet.Parse("1:3"), FlagOperation.Add, Flag.Seen) { Silent = true }).AsTask();
        await server.ExpectAsync("A2 STORE 1:3 +FLAGS.SILENT (\\Seen)\r\n");
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> fetching = FetchAsync(inbox, "48", FetchItem.Flags);
        await server.ExpectAsync("A3 UID FETCH 48 (FLAGS)\r\n");
        await server.SendAsync("* 3 FETCH (UID 48 FLAGS (k))\r\n* 3 FETCH (MODSEQ (9))\r\nA2 OK done\r\nA3 OK done\r\n");

        Assert.Equal(9ul, Assert.Single((await storing.InTime()).Value.Changed).ModSequence!.Value.Value);
        Assert.True(Assert.Single((await fetching.InTime()).Value).Flags.Contains("k"));
    }

    // A command that names a message comes before one that asks for the last one, and one that asks for everything present before one that asks for some of it.
    [Theory]
    [InlineData("*", "FLAGS", "5", "FLAGS EMAILID", "UID 5 EMAILID (M5) FLAGS (k)")]
    [InlineData("*", "EMAILID FLAGS X-GM-MSGID", "5", "EMAILID FLAGS", "UID 5 EMAILID (M5) FLAGS (k)")]
    [InlineData("1:9", "FLAGS", "5", "FLAGS EMAILID", "UID 5 EMAILID (M5) FLAGS (k)")]
    [InlineData("5", "UID", "5", "EMAILID", "UID 5 EMAILID (M5)")]
    public async Task A_command_that_asks_for_all_of_it_gets_it(string uids, string items, string others, string otherItems, string answer)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> first = FetchAsync(inbox, uids, Items(items));
        await server.ExpectAsync($"A2 UID FETCH {uids} ({items})\r\n");
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> second = FetchAsync(inbox, others, Items(otherItems));
        await server.ExpectAsync($"A3 UID FETCH {others} ({otherItems})\r\n");
        await server.SendAsync($"* 2 FETCH ({answer})\r\nA2 OK done\r\nA3 OK done\r\n");

        await first.InTime();
        Assert.Equal("M5", Assert.Single((await second.InTime()).Value).EmailId);
    }

    // The stream requests no body: what follows the body shows whose response it is.
    [Theory]
    [InlineData("UID 4 BINARY[1] ~{7}\r\nBinary4")]
    [InlineData("BINARY[1] {7}\r\nBinary4 UID 4")]
    public async Task A_stream_leaves_a_body_to_the_command_that_asked_for_it(string answer)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> gathering =
            inbox.SendAsync(new FetchCommand(SequenceSet.Parse("2"), FetchItem.Binary(BodySection.Part(1)))).AsTask();
        await server.ExpectAsync("A2 FETCH 2 (UID BINARY.PEEK[1])\r\n");
        Task<List<FetchedMessage>> streaming = inbox.StreamAsync(new UidFetchCommand(UidSet.Parse("1,4,7"), Items("FLAGS PREVIEW"))).ToListAsync().AsTask();
        await server.ExpectAsync("A3 UID FETCH 1,4,7 (FLAGS PREVIEW)\r\n");
        await server.SendAsync($"* 2 FETCH ({answer})\r\nA2 OK done\r\n* 2 FETCH (UID 4 FLAGS (k) PREVIEW \"p\")\r\nA3 OK done\r\n");

        MessageBody body = Assert.Single((await gathering.InTime()).Value).BinarySection(BodySection.Part(1))!;
        Assert.Equal("Binary4"u8.ToArray(), await body.ReadAllAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal("p", Assert.Single(await streaming.InTime()).Preview);
    }

    // Message 6 is not UID 136, which may be gone.
    [Theory]
    [InlineData("* 6 FETCH (INTERNALDATE \"01-Jan-2026 00:00:00 +0000\")\r\n* 6 FETCH (RFC822.SIZE 1145)\r\n")]
    [InlineData("* 6 FETCH (INTERNALDATE \"01-Jan-2026 00:00:00 +0000\")\r\n* 6 FETCH (FLAGS (k))\r\n* 6 FETCH (FLAGS (k))\r\n")]
    public async Task What_is_reported_without_a_UID_gets_none_that_may_be_wrong(string answer)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> first =
            inbox.SendAsync(new FetchCommand(SequenceSet.Parse("6:7"), FetchItem.InternalDate)).AsTask();
        await server.ExpectAsync("A2 FETCH 6:7 (INTERNALDATE)\r\n");
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> second = FetchAsync(inbox, "136", Items("FLAGS RFC822.SIZE"));
        await server.ExpectAsync("A3 UID FETCH 136 (FLAGS RFC822.SIZE)\r\n");
        await server.SendAsync($"{answer}A2 OK done\r\nA3 OK done\r\n");

        await first.InTime();
        Assert.All((await second.InTime()).Value, static message => Assert.False(message.Contains(FetchItem.Uid)));
    }

    // A list goes to the command that asks for lists.
    [Fact]
    public async Task A_search_with_RETURN_leaves_lists_to_the_one_without()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<ImapResult<SearchResult>> extended = inbox.SendAsync(new UidSearchCommand(SearchQuery.Seen, SearchReturnOptions.All)).AsTask();
        await server.ExpectAsync("A2 UID SEARCH RETURN (ALL) SEEN\r\n");
        Task<ImapResult<SearchResult>> plain = inbox.SendAsync(new UidSearchCommand(SearchQuery.Seen)).AsTask();
        await server.ExpectAsync("A3 UID SEARCH SEEN\r\n");
        await server.SendAsync("* SEARCH 107 59\r\n* ESEARCH (TAG \"A2\") UID ALL 96\r\nA2 OK done\r\nA3 OK done\r\n");

        Assert.Equal(UidSet.Parse("96"), (await extended.InTime()).Value.Uids);
        Assert.Equal(UidSet.Parse("59,107"), (await plain.InTime()).Value.Uids);
    }

    // Each has asked about messages of its own.
    [Fact]
    public async Task What_is_gone_is_reported_to_the_command_that_asked_about_it()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<FetchedChanges> first = inbox.FetchChangesAsync(UidSet.Parse("44:50"), FetchItems.Flags, new ModSequence(7));
        await server.ExpectAsync("A2 UID FETCH 44:50 (FLAGS) (CHANGEDSINCE 7 VANISHED)\r\n");
        Task<FetchedChanges> second = inbox.FetchChangesAsync(UidSet.Parse("79"), FetchItems.Flags, new ModSequence(7));
        await server.ExpectAsync("A3 UID FETCH 79 (FLAGS) (CHANGEDSINCE 7 VANISHED)\r\n");
        await server.SendAsync("* VANISHED (EARLIER) 45,48\r\n* 6 FETCH (UID 79 FLAGS (k))\r\n* 6 FETCH (UID 79 MODSEQ (9))\r\nA2 OK done\r\nA3 OK done\r\n");

        Assert.Equal(UidSet.Parse("45,48"), (await first.InTime()).Vanished);
        FetchedChanges changes = await second.InTime();
        Assert.True(changes.Vanished.IsEmpty);
        Assert.Equal(9ul, Assert.Single(changes.Changed).ModSequence!.Value.Value);
    }

    private static FetchItems Items(string items) => FetchItems.Of([.. items.Split(' ').Select(FetchItem.Raw)]);

    private static Task<ImapResult<IReadOnlyList<FetchedMessage>>> FetchAsync(SelectedMailbox inbox, string uids, FetchItems items) =>
        inbox.SendAsync(new UidFetchCommand(UidSet.Parse(uids), items)).AsTask();
}
