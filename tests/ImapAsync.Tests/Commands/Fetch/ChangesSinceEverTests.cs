namespace ImapAsync.Tests;

/// <summary>
/// The two commands that fetch all changes since the beginning: what is reported while either runs reaches the caller, also if one
/// of them is refused.
/// </summary>
public sealed class ChangesSinceEverTests
{
    private const string First = "UID FETCH 1:9 (UID) (CHANGEDSINCE 1 VANISHED)\r\n";
    private const string Second = "UID FETCH 1:9 (FLAGS MODSEQ)\r\n";

    [Theory]
    [InlineData("", "* VANISHED 8\r\n", "8")]
    [InlineData("* VANISHED (EARLIER) 3\r\n", "* VANISHED 8\r\n", "3,8")]
    [InlineData("* VANISHED (EARLIER) 3\r\n* VANISHED 4\r\n", "* VANISHED 8,12\r\n* VANISHED 7\r\n", "3:4,7:8")]
    [InlineData("", "* VANISHED (EARLIER) 8\r\n", "8")]
    public Task What_vanishes_while_either_runs_is_gone(string first, string second, string gone) =>
        QuirkSession.RunInInboxAsync(async session =>
        {
            Task<FetchedChanges> asked = AskAsync(session);
            await session.AnswerAsync(First, first + "{tag} OK done\r\n");
            await session.AnswerAsync(
                Second, $"* 1 FETCH (UID 1 FLAGS () MODSEQ (1))\r\n{second}{{tag}} OK done\r\n");
            FetchedChanges changes = await asked.InTime();
            Assert.Equal((gone, 1), (changes.Vanished.ToString(), changes.Changed.Count));
        });

    [Theory]
    [InlineData("", "* VANISHED 8\r\n", "8", "")]
    [InlineData("* VANISHED (EARLIER) 3\r\n", "", "3", "")]
    [InlineData("* 2 FETCH (UID 2 MODSEQ (7))\r\n", "", "", "2")]
    [InlineData("* 2 FETCH (UID 2 MODSEQ (7))\r\n", "* 2 FETCH (UID 2 MODSEQ (7) FLAGS ())\r\n", "", "2")]
    [InlineData("* VANISHED (EARLIER) 3\r\n* 2 FETCH (UID 2 MODSEQ (7))\r\n",
        "* 1 FETCH (UID 1 MODSEQ (7) FLAGS ())\r\n", "3", "1 2")]
    public Task A_refusal_of_the_second_has_what_was_reported(string first, string second, string gone, string changed) =>
        QuirkSession.RunInInboxAsync(async session =>
        {
            Task<FetchedChanges> asked = AskAsync(session);
            await session.AnswerAsync(First, first + "{tag} OK done\r\n");
            await session.AnswerAsync(Second, second + "{tag} NO no more\r\n");
            await HasAsync(asked, gone, changed);
        });

    [Theory]
    [InlineData("* VANISHED (EARLIER) 3\r\n", "3", "")]
    [InlineData("* VANISHED 3\r\n", "3", "")]
    [InlineData("* 2 FETCH (UID 2 MODSEQ (7))\r\n", "", "2")]
    [InlineData("* VANISHED (EARLIER) 3\r\n* 2 FETCH (UID 2 MODSEQ (7))\r\n", "3", "2")]
    public Task So_has_a_refusal_of_the_first(string first, string gone, string changed) =>
        QuirkSession.RunInInboxAsync(async session =>
        {
            Task<FetchedChanges> asked = AskAsync(session);
            await session.AnswerAsync(First, first + "{tag} NO no more\r\n");
            await HasAsync(asked, gone, changed);

            Task<FetchedChanges> since = AskAsync(session, 5);
            await session.AnswerAsync(
                "UID FETCH 1:9 (FLAGS) (CHANGEDSINCE 5 VANISHED)\r\n", first + "{tag} NO no more\r\n");
            await HasAsync(since, gone, changed);
        });

    [Fact]
    public Task One_of_which_nothing_was_reported_is_refused_as_a_whole() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<FetchedChanges> asked = AskAsync(session);
        await session.AnswerAsync(First, "{tag} OK done\r\n");
        await session.AnswerAsync(Second, "{tag} NO no more\r\n");
        ImapCommandException refused = await asked.FailsAsync<ImapCommandException>();
        Assert.Equal((CommandOutcome.Rejected, null), (refused.Outcome, refused.PartialValue));
    });

    [Theory]
    [InlineData("* 2 FETCH (UID 2 MODSEQ (x))\r\n")]
    [InlineData("* 2 FETCH (UID 2 MODSEQ (7)\r\nmore)\r\n")]
    [InlineData("* 2 FETCH (UID x MODSEQ (7))\r\n")]
    public Task Unreadable_responses_of_the_first_are_thrown(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<FetchedChanges> asked = AskAsync(session);
        await session.AnswerAsync(First, line + "{tag} OK done\r\n");
        await asked.FailsAsync<ImapProtocolException>();
    });

    [Theory]
    [InlineData("* VANISHED 3:x\r\n")]
    [InlineData("* VANISHED (EARLIER) 3:x\r\n")]
    public Task What_cannot_be_read_is_in_the_refusal(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<FetchedChanges> asked = AskAsync(session);
        await session.AnswerAsync(First, line + "{tag} OK done\r\n");
        await asked.FailsAsync<ImapProtocolException>();

        asked = AskAsync(session);
        await session.AnswerAsync(First, line + "{tag} NO no more\r\n");
        await HasMalformedAsync(asked);

        asked = AskAsync(session);
        await session.AnswerAsync(First, "{tag} OK done\r\n");
        await session.AnswerAsync(Second, line + "{tag} NO no more\r\n");
        await HasMalformedAsync(asked);
    });

    // A later piece of a long set.
    [Fact]
    public async Task A_refusal_of_a_later_piece_has_what_the_first_reported()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        UidSet scattered = UidSet.Of([.. Enumerable.Range(1, 4000).Select(static i => new Uid((uint)i * 10_000))]);
        Task<FetchedChanges> asked = inbox.FetchChangesAsync(scattered, FetchItems.Flags, new(5));
        await server.ReceiveLineAsync();
        await server.SendAsync("* VANISHED (EARLIER) 10000\r\nA2 OK done\r\n");
        await server.ReceiveLineAsync();
        await server.SendAsync("A3 NO no more\r\n");
        await HasAsync(asked, "10000", "");
    }

    private static Task<FetchedChanges> AskAsync(QuirkSession session, ulong since = 0) =>
        session.Inbox.FetchChangesAsync(UidSet.Parse("1:9"), FetchItems.Flags, new(since));

    private static async Task HasAsync(Task<FetchedChanges> asked, string gone, string changed)
    {
        ImapCommandException refused = await asked.FailsAsync<ImapCommandException>();
        Assert.Equal((CommandOutcome.Partial, "no more"), (refused.Outcome, refused.ServerText));
        FetchedChanges part = Assert.IsType<FetchedChanges>(refused.PartialValue);
        Assert.Equal(
            (gone, changed),
            (part.Vanished.ToString(), string.Join(' ', part.Changed.Select(static message => message.Uid))));
    }

    private static async Task HasMalformedAsync(Task<FetchedChanges> asked) =>
        Assert.NotEmpty((await asked.FailsAsync<ImapCommandException>()).Malformed);
}
