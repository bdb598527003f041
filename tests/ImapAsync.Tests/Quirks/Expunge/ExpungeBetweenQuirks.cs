using System.Text;

namespace ImapAsync.Tests;

/// <summary>
/// An EXPUNGE while a command by sequence number runs, which RFC 9051 §5.5 forbids. After it
/// a number names another message: what is reported about that is another answer.
/// </summary>
public sealed class ExpungeBetweenQuirks
{
    [Theory]
    [InlineData("1:2", "* 1 FETCH (UID 5 BODY[] {4}\r\nmsg5)", "* 1 FETCH (UID 6 BODY[] {4}\r\nmsg6)")]
    [InlineData("1:2", "* 1 FETCH (BODY[] {4}\r\nmsg5)", "* 1 FETCH (BODY[] {4}\r\nmsg6)")]
    [InlineData("1:2", "* 1 FETCH (BODY[] \"msg5\")", "* 1 FETCH (BODY[] \"msg6\")")]
    [InlineData("2", "* 2 FETCH (BODY[] \"msg5\")", "* 2 FETCH (BODY[] \"msg6\")")]
    [InlineData("1,3", "* 1 FETCH (BODY[] \"msg5\")", "* 2 FETCH (BODY[] \"msg6\")")] // 3 until then
    [InlineData("1,3", "* 1 FETCH (BODY[] \"msg5\")", "* 2 FETCH (BODY[] {4}\r\nmsg6)")]
    public Task Bodies(string asked, string first, string second) => QuirkSession.RunInInboxAsync(async session =>
    {
        string answer = $"{first}\r\n* 1 EXPUNGE\r\n{second}\r\n";
        string written = $"FETCH {asked} (UID BODY.PEEK[])\r\n";
        FetchCommand fetch = new(SequenceSet.Parse(asked), FetchItem.Body());
        IReadOnlyList<FetchedMessage> gathered = await session.AskForAsync(fetch, written, answer);
        List<string> texts = [];
        foreach (FetchedMessage message in gathered)
            texts.Add(await TextAsync(message));
        Assert.Equal(["msg5", "msg6"], texts);

        texts.Clear();
        Task streaming = StreamAsync();
        await session.AnswerAsync(written, answer + "{tag} OK done\r\n");
        await streaming.InTime();
        Assert.Equal(["msg5", "msg6"], texts);
        Assert.Empty(session.Connection.TakeResponses("FETCH"));

        async Task StreamAsync()
        {
            await foreach (FetchedMessage message in session.Inbox.FetchAsync(SequenceSet.Parse(asked), fetch.Items))
                texts.Add(await TextAsync(message));
        }
    });

    [Theory]
    [InlineData("* 1 FETCH (FLAGS (k5) RFC822.SIZE 5)", "* 1 FETCH (FLAGS (k6) RFC822.SIZE 6)")]
    [InlineData("* 1 FETCH (FLAGS (k5) RFC822.SIZE 5)", "* 1 FETCH (RFC822.SIZE 6)\r\n* 1 FETCH (FLAGS (k6))")]
    [InlineData("* 1 FETCH (FLAGS (k5) RFC822.SIZE 5)", "* 1 FETCH (FLAGS (k6))\r\n* 1 FETCH (RFC822.SIZE 6)")]
    public Task Other_items(string first, string second) => QuirkSession.RunInInboxAsync(async session =>
    {
        IReadOnlyList<FetchedMessage> messages = await session.AskForAsync(
            new FetchCommand(SequenceSet.Parse("1:2"), FetchItems.Flags | FetchItems.Size),
            "FETCH 1:2 (FLAGS RFC822.SIZE)\r\n", $"{first}\r\n* 1 EXPUNGE\r\n{second}\r\n");
        Assert.Equal(["(k5) 5", "(k6) 6"], messages.Select(static message => $"{message.Flags} {message.Size}"));
    });

    // It is no longer known whose flags they were.
    [Fact]
    public Task What_was_held_back_is_an_answer_of_its_own() => QuirkSession.RunInInboxAsync(async session =>
    {
        IReadOnlyList<FetchedMessage> messages = await session.AskForAsync(
            new FetchCommand(SequenceSet.Parse("1:2"), FetchItems.Flags | FetchItems.Size),
            "FETCH 1:2 (FLAGS RFC822.SIZE)\r\n",
            "* 1 FETCH (RFC822.SIZE 5)\r\n* 1 FETCH (FLAGS (k5))\r\n* 1 EXPUNGE\r\n"
            + "* 1 FETCH (FLAGS (k6) RFC822.SIZE 6)\r\n");
        Assert.Equal(
            [5L, 6L],
            messages.Where(static part => part.Contains(FetchItem.Size)).Select(static part => part.Size));
        Assert.Equal(
            ["(k6)", "(k5)"],
            messages.Where(static part => part.Contains(FetchItem.Flags)).Select(static part => part.Flags.ToString()));
    });

    // Half of it before the EXPUNGE, after which the number belongs to another message.
    [Fact]
    public Task What_came_before_is_not_merged_with_what_follows() => QuirkSession.RunInInboxAsync(async session =>
    {
        IReadOnlyList<FetchedMessage> messages = await session.AskForAsync(
            new FetchCommand(SequenceSet.Parse("1:2"), FetchItems.Flags | FetchItems.Size),
            "FETCH 1:2 (FLAGS RFC822.SIZE)\r\n",
            "* 1 FETCH (FLAGS (k5))\r\n* 1 EXPUNGE\r\n* 1 FETCH (RFC822.SIZE 6 FLAGS (k6))\r\n");
        Assert.Equal(["k6", "k5"], messages.Select(static message => Assert.Single(message.Flags).ToString()));
        Assert.Equal([true, false], messages.Select(static message => message.Contains(FetchItem.Size)));
    });

    [Theory]
    [InlineData("1:2", "* 1 FETCH (FLAGS (k5))", "* 1 FETCH (FLAGS (k6))")]
    [InlineData("1:2", "* 1 FETCH (FLAGS (k5) MODSEQ (7))", "* 1 FETCH (FLAGS (k6) MODSEQ (8))")]
    [InlineData("1:2", "* 1 FETCH (FLAGS (k5))\r\n* 2 FETCH (FLAGS (k6))", "* 1 FETCH (MODSEQ (8))")]
    [InlineData("1,3", "* 1 FETCH (FLAGS (k5))", "* 2 FETCH (FLAGS (k6))")]
    public Task A_STORE(string asked, string first, string second) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<StoreResult<SequenceSet>> result = await session.AskAsync(
            new StoreCommand(SequenceSet.Parse(asked), FlagOperation.Add, Flag.Seen),
            $"STORE {asked} +FLAGS (\\Seen)\r\n", $"{first}\r\n* 1 EXPUNGE\r\n{second}\r\n{{tag}} OK done\r\n");
        Assert.Equal(
            ["k5", "k6"],
            result.Value.Changed.Where(static update => update.Flags is not null)
                .Select(static update => Assert.Single(update.Flags!).ToString()));
        if (second.Contains("MODSEQ (8)", StringComparison.Ordinal))
            Assert.Equal(8u, result.Value.Changed[^1].ModSequence!.Value.Value);
        Assert.Empty(session.Connection.TakeResponses("FETCH"));
    });

    [Fact]
    public Task A_silent_STORE() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<StoreResult<SequenceSet>> storing = session.Inbox.AddFlagsAsync(SequenceSet.Parse("1:2"), Flag.Seen);
        await session.AnswerAsync("STORE 1:2 +FLAGS.SILENT (\\Seen)\r\n",
            "* 1 FETCH (MODSEQ (7))\r\n* 1 EXPUNGE\r\n* 1 FETCH (MODSEQ (8))\r\n{tag} OK done\r\n");
        Assert.Equal(
            [7ul, 8ul], (await storing.InTime()).Changed.Select(static update => update.ModSequence!.Value.Value));
    });

    // Of two commands, the one that has its answer does not take the other's.
    [Fact]
    public Task Two_commands() => QuirkSession.RunInInboxAsync(async session =>
    {
        const string Written = "FETCH 1 (FLAGS RFC822.SIZE)\r\n";
        FetchCommand fetch = new(new SequenceNumber(1), FetchItems.Flags | FetchItems.Size);
        Task<ImapResult<IReadOnlyList<FetchedMessage>>>[] fetching =
            [session.Inbox.SendAsync(fetch).AsTask(), session.Inbox.SendAsync(fetch).AsTask()];
        await session.AnswerAsync(Written, "");
        await session.AnswerAsync(Written, "* 1 FETCH (FLAGS (k5) RFC822.SIZE 5)\r\n* 1 EXPUNGE\r\n"
            + "* 1 FETCH (FLAGS (k6) RFC822.SIZE 6)\r\nA2 OK done\r\nA3 OK done\r\n");
        Assert.Equal(5, Assert.Single((await fetching[0].InTime()).Value).Size);
        Assert.Equal(6, Assert.Single((await fetching[1].InTime()).Value).Size);

        const string Stored = "STORE 1 +FLAGS (\\Seen)\r\n";
        StoreCommand store = new(SequenceSet.Parse("1"), FlagOperation.Add, Flag.Seen);
        Task<ImapResult<StoreResult<SequenceSet>>>[] storing =
            [session.Inbox.SendAsync(store).AsTask(), session.Inbox.SendAsync(store).AsTask()];
        await session.AnswerAsync(Stored, "");
        await session.AnswerAsync(Stored, "* 1 FETCH (FLAGS (k5))\r\n* 1 EXPUNGE\r\n"
            + "* 1 FETCH (FLAGS (k6))\r\nA4 OK done\r\nA5 OK done\r\n");
        Assert.Equal("(k5)", Assert.Single((await storing[0].InTime()).Value.Changed).Flags!.ToString());
        Assert.Equal("(k6)", Assert.Single((await storing[1].InTime()).Value.Changed).Flags!.ToString());
    });

    // Updates about messages that were not requested remain updates.
    [Fact]
    public Task Without_one_a_repetition_is_an_update() => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = Assert.Single(await session.AskForAsync(
            new FetchCommand(SequenceSet.Parse("1:2"), FetchItems.Flags), "FETCH 1:2 (FLAGS)\r\n",
            "* 1 FETCH (FLAGS (k5))\r\n* 1 FETCH (FLAGS (k6))\r\n* 3 FETCH (FLAGS (k7))\r\n"));
        Assert.Equal("(k5)", message.Flags.ToString());
        Assert.Equal(2, session.Connection.TakeResponses("FETCH").Count);
    });

    private static async Task<string> TextAsync(FetchedMessage message) =>
        Encoding.ASCII.GetString(await message.Section(BodySection.Full)!.ReadAllAsync());
}
