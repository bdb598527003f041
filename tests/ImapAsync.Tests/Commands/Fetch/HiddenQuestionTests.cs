namespace ImapAsync.Tests;

/// <summary>
/// What a server adds to the answer to a command that the library sends by itself is a mailbox update.
/// </summary>
public sealed class HiddenQuestionTests
{
    private const string Bodies = "* 1 FETCH (UID 5 BODY[] {4}\r\nmsg5)\r\n{tag} OK done\r\n";

    [Theory]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 4 FLAGS (kn))")]
    [InlineData("* 1 FETCH (UID 5 FLAGS (kn) RFC822.SIZE 4)")]
    [InlineData("* 1 FETCH (FLAGS (kn) UID 5 RFC822.SIZE 4)")]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 4 FLAGS (kn) MODSEQ (9))")]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 4 BODY[HEADER] {4}\r\nhead FLAGS (kn))")]
    [InlineData("* 1 FETCH (UID 5 FLAGS (kn) BODY[] {4}\r\nmsg5 RFC822.SIZE 4)")]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 4)\r\n* 1 FETCH (UID 5 FLAGS (kn))")]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 4)\r\n* 1 FETCH (FLAGS (kn))")]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 4)\r\n* 1 FETCH (UID 5 RFC822.SIZE 4 FLAGS (kn))")]
    public Task Flags_beside_a_size_are_reported(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<List<FetchedMessage>> fetching = FetchAsync(session.Inbox);
        await session.AnswerAsync("UID FETCH 5:7 (UID RFC822.SIZE)\r\n", "");
        await using (TestListener listener = new(session.Inbox))
        {
            await session.Server.SendAsync(line + "\r\n");
            MailboxEvent.Fetched told = Assert.IsType<MailboxEvent.Fetched>(await listener.NextAsync());
            Assert.Equal((1u, "(kn)"), (told.Message.SequenceNumber.Value, told.Message.Flags.ToString()));
        }

        await session.Server.SendAsync("A2 OK done\r\n");
        await session.AnswerAsync("UID FETCH 5:7 (UID BODY.PEEK[])\r\n", Bodies);
        Assert.Single(await fetching.InTime());
        UntypedResponse kept = Assert.Single(session.Connection.TakeResponses("FETCH"));
        Assert.Contains("kn", kept.Text, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 4)")]
    [InlineData("* 1 FETCH (RFC822.SIZE 4 UID 5)")]
    public Task A_size_alone_is_not(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<List<FetchedMessage>> fetching = FetchAsync(session.Inbox);
        await session.AnswerAsync("UID FETCH 5:7 (UID RFC822.SIZE)\r\n", line + "\r\n{tag} OK done\r\n");
        await session.AnswerAsync("UID FETCH 5:7 (UID BODY.PEEK[])\r\n", Bodies);
        Assert.Single(await fetching.InTime());
        Assert.Empty(session.Connection.TakeResponses("FETCH"));
    });

    // What a caller requested goes only to the caller.
    [Fact]
    public Task Nor_are_flags_beside_what_a_caller_receives() => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = Assert.Single(await session.AskForAsync(
            new UidFetchCommand(new Uid(5), FetchItems.Size), "UID FETCH 5 (RFC822.SIZE)\r\n",
            "* 1 FETCH (UID 5 RFC822.SIZE 4 FLAGS (kn))\r\n"));
        Assert.Equal("kn", Assert.Single(message.Flags).ToString());
        Assert.Empty(session.Connection.TakeResponses("FETCH"));
    });

    [Theory]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE x)")]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE -777)")]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 4 FLAGS (\\Seen (odd)))")]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 4\r\nFLAGS (kn))")]
    public Task What_cannot_be_read_is_reported_at_the_end_of_the_loop(string line) => QuirkSession.RunInInboxAsync(
        async session =>
        {
            ImapItems<FetchedMessage> stream = session.Inbox.FetchAsync(UidSet.Parse("5:7"), [FetchItem.Body()]);
            Task<List<FetchedMessage>> fetching = ReadAsync(stream);
            await session.AnswerAsync("UID FETCH 5:7 (UID RFC822.SIZE)\r\n", line + "\r\n{tag} OK done\r\n");
            await session.AnswerAsync("UID FETCH 5:7 (UID BODY.PEEK[])\r\n", Bodies);
            Assert.Single(await fetching.InTime());
            Assert.Single((await stream.Completion.InTime()).Malformed);
        });

    [Theory]
    [InlineData("* 2 FETCH (UID 2 FLAGS (kn) MODSEQ (7))")]
    [InlineData("* 2 FETCH (UID 2 MODSEQ (7) FLAGS (kn))")]
    [InlineData("* 2 FETCH (UID 2 MODSEQ (7))\r\n* 2 FETCH (UID 2 FLAGS (kn))")]
    public Task So_it_is_when_all_changes_are_requested(string line) => QuirkSession.RunInInboxAsync(
        async session =>
        {
            Task<FetchedChanges> asked = session.Inbox.FetchChangesAsync(UidSet.All, FetchItems.Flags, new(0));
            await session.AnswerAsync(
                "UID FETCH 1:4294967295 (UID) (CHANGEDSINCE 1 VANISHED)\r\n", line + "\r\n{tag} OK done\r\n");
            await session.AnswerAsync("UID FETCH 1:* (FLAGS MODSEQ)\r\n",
                "* 1 FETCH (UID 1 FLAGS () MODSEQ (1))\r\n{tag} OK done\r\n");
            Assert.Equal(1u, Assert.Single((await asked.InTime()).Changed).Uid.Value);
            UntypedResponse kept = Assert.Single(session.Connection.TakeResponses("FETCH"));
            Assert.Contains("kn", kept.Text, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("UID 5 BODY[1] {5}\r\nhello FLAGS (kn)", true)]
    [InlineData("UID 5 FLAGS (kn) BODY[1] {5}\r\nhello", true)]
    [InlineData("UID 5 FLAGS (kn) BODY[1] \"hello\"", true)]
    [InlineData("UID 5 BODY[1] \"hello\" FLAGS (kn)", true)]
    [InlineData("BODY[1] {5}\r\nhello UID 5 FLAGS (kn) MODSEQ (9)", true)]
    [InlineData("UID 5 BODY[1] {5}\r\nhello", false)]
    [InlineData("UID 5 BODY[1] \"hello\"", false)]
    public Task So_it_is_when_a_part_is_read(string items, bool isNews) => QuirkSession.RunInInboxAsync(async session =>
    {
        BodyPart part = new() { ContentType = new ContentType("text", "plain") };
        Task<string> reading = session.Inbox.ReadTextAsync(new(5), part);
        await session.AnswerAsync("UID FETCH 5 (UID BODY.PEEK[1])\r\n", $"* 1 FETCH ({items})\r\n{{tag}} OK done\r\n");
        Assert.Equal("hello", await reading.InTime());
        IReadOnlyList<UntypedResponse> kept = session.Connection.TakeResponses("FETCH");
        Assert.Equal(isNews ? 1 : 0, kept.Count);
        Assert.All(kept, static news => Assert.Contains("FLAGS (kn)", news.Text, StringComparison.Ordinal));
    });

    private static Task<List<FetchedMessage>> FetchAsync(SelectedMailbox inbox) =>
        ReadAsync(inbox.FetchAsync(UidSet.Parse("5:7"), [FetchItem.Body()]));

    private static async Task<List<FetchedMessage>> ReadAsync(ImapItems<FetchedMessage> stream)
    {
        List<FetchedMessage> read = [];
        await foreach (FetchedMessage message in stream)
            read.Add(message);
        return read;
    }
}
