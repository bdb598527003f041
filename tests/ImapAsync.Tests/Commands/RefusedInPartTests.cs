namespace ImapAsync.Tests;

/// <summary>A command that was partly executed before the server said NO: the outcome differs from that of one that did nothing.</summary>
public sealed class RefusedInPartTests
{
    [Theory]
    [InlineData("* OK [COPYUID 9 5 21] moved\r\n* 1 EXPUNGE\r\n{tag} NO the rest cannot be moved\r\n", "5", "21")]
    [InlineData("* OK [COPYUID 9 5 21] moved\r\n{tag} NO the rest cannot be moved\r\n", "5", "21")]
    [InlineData("* 1 EXPUNGE\r\n{tag} NO [COPYUID 9 5 21] the rest cannot be moved\r\n", "5", "21")]
    [InlineData("* OK [COPYUID 9 5 21] moved\r\n{tag} NO [COPYUID 9 6 22] the rest cannot be moved\r\n", "5:6", "21:22")]
    [InlineData("* OK [COPYUID 9 5 21] moved\r\n{tag} BAD what was that?\r\n", "5", "21")]
    [InlineData("* 1 EXPUNGE\r\n{tag} NO the rest cannot be moved\r\n", "", "")]
    [InlineData("* 1 EXPUNGED\r\n{tag} NO the rest cannot be moved\r\n", "", "")]
    [InlineData("* VANISHED 5\r\n{tag} NO the rest cannot be moved\r\n", "", "")]
    public Task A_move(string answer, string source, string destination) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<CopyResult> moving = session.Inbox.MoveAsync(UidSet.Parse("5:7"), "a");
        await session.AnswerAsync("UID MOVE 5:7 a\r\n", answer);
        ImapCommandException exception = await moving.FailsAsync<ImapCommandException>();
        IsInPart<CopyResult>(exception, done => Assert.Equal((source, destination), (done.Source.ToString(), done.Destination.ToString())));

        ImapResult<CopyResult> byNumber = await session.AskAsync(new MoveCommand(SequenceSet.Parse("1:3"), "a"), "MOVE 1:3 a\r\n", answer);
        Assert.Equal(source, byNumber.PartialValue!.Source.ToString());
        Assert.Equal(CommandOutcome.Partial, Assert.Throws<ImapCommandException>(() => byNumber.Value).Outcome);
    });

    [Theory]
    [InlineData("{tag} NO [COPYUID 9 5,7 21:22] some are gone\r\n", true)]
    [InlineData("* OK [COPYUID 9 5,7 21:22] x\r\n{tag} NO some are gone\r\n", true)]
    [InlineData("{tag} NO [EXPUNGEISSUED] some are gone\r\n", false)]
    [InlineData("* 1 EXPUNGE\r\n{tag} NO some are gone\r\n", false)]
    [InlineData("{tag} NO [COPYUID 9 \"\" \"\"] nothing\r\n", false)]
    public Task A_copy(string answer, bool isInPart) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<CopyResult> copying = session.Inbox.CopyAsync(UidSet.Parse("5:7"), "a");
        await session.AnswerAsync("UID COPY 5:7 a\r\n", answer);
        ImapCommandException exception = await copying.FailsAsync<ImapCommandException>();
        if (isInPart)
            IsInPart<CopyResult>(exception, done => Assert.Equal((9u, new Uid(22)), (done.UidValidity!.Value.Value, done.DestinationOf(new Uid(7)))));
        else
            IsRefused(exception);
    });

    [Theory]
    [InlineData("* 2 FETCH (UID 6 FLAGS (\\Seen))\r\n{tag} NO the rest is locked\r\n", 1, "")]
    [InlineData("{tag} NO [MODIFIED 7] one had changed\r\n", 0, "7")]
    [InlineData("* 2 FETCH (UID 6 FLAGS (\\Seen))\r\n{tag} NO [MODIFIED 7] one had changed\r\n", 1, "7")]
    [InlineData("* 9 FETCH (UID 99 FLAGS (\\Seen))\r\n{tag} NO no\r\n", 0, null)]
    [InlineData("{tag} NO no\r\n", 0, null)]
    public Task A_store(string answer, int changed, string? modified) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<StoreResult<UidSet>> storing = session.Inbox.StoreAsync(UidSet.Parse("5:7"), FlagOperation.Add, Flag.Seen);
        await session.AnswerAsync("UID STORE 5:7 +FLAGS (\\Seen)\r\n", answer);
        ImapCommandException exception = await storing.FailsAsync<ImapCommandException>();
        if (modified is null)
            IsRefused(exception);
        else
            IsInPart<StoreResult<UidSet>>(exception, done => Assert.Equal((changed, modified), (done.Changed.Count, done.Modified.ToString())));
    });

    [Theory]
    [InlineData("* 2 EXPUNGE\r\n* 2 EXPUNGE\r\n{tag} NO the rest is locked\r\n", 2)]
    [InlineData("* VANISHED 5:6\r\n{tag} NO the rest is locked\r\n", 2)]
    [InlineData("{tag} NO no\r\n", 0)]
    public Task An_expunge(string answer, int count) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<ExpungeResult> expunging = session.Inbox.ExpungeAsync();
        await session.AnswerAsync("EXPUNGE\r\n", answer);
        ImapCommandException exception = await expunging.FailsAsync<ImapCommandException>();
        if (count == 0)
            IsRefused(exception);
        else
            IsInPart<ExpungeResult>(exception, done => Assert.Equal(count, done.Count));
    });

    [Theory]
    [InlineData("{tag} NO [APPENDUID 9 21] over quota\r\n", "21")]
    [InlineData("* OK [APPENDUID 9 21] x\r\n{tag} NO over quota\r\n", "21")]
    [InlineData("{tag} NO [OVERQUOTA] over quota\r\n", null)]
    [InlineData("* 1 EXPUNGE\r\n{tag} NO over quota\r\n", null)]
    public Task An_APPEND_of_several(string answer, string? uid) => QuirkSession.RunAsync(greeting: "* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ MULTIAPPEND] ready\r\n", conversation: async session =>
    {
        Task<AppendResult> appending = session.Connection.AppendAsync("a", [new("x"u8.ToArray()), new("y"u8.ToArray())]);
        await session.AnswerAsync("APPEND a {1+}\r\nx {1+}\r\ny\r\n", answer);
        ImapCommandException exception = await appending.FailsAsync<ImapCommandException>();
        if (uid is null)
            IsRefused(exception);
        else
            IsInPart<AppendResult>(exception, done => Assert.Equal(uid, done.Uids.ToString()));
    });

    // What a FETCH returned before its NO is available, gathered and streamed.
    [Fact]
    public Task A_FETCH() => QuirkSession.RunInInboxAsync(async session =>
    {
        const string Answer = "* 2 FETCH (UID 6 FLAGS (\\Seen))\r\n{tag} NO some are gone\r\n";
        ImapResult<IReadOnlyList<FetchedMessage>> result = await session.AskAsync(new UidFetchCommand(UidSet.Parse("5:7"), FetchItems.Flags), "UID FETCH 5:7 (FLAGS)\r\n", Answer);
        Assert.Equal(6u, Assert.Single(result.PartialValue!).Uid.Value);

        Task<List<FetchedMessage>> streaming = ReadAsync();
        await session.AnswerAsync("UID FETCH 5:7 (FLAGS)\r\n", Answer);
        IsInPart<long>(await streaming.FailsAsync<ImapCommandException>(), count => Assert.Equal(1, count));

        async Task<List<FetchedMessage>> ReadAsync()
        {
            List<FetchedMessage> messages = [];
            await foreach (FetchedMessage message in session.Inbox.StreamAsync(new UidFetchCommand(UidSet.Parse("5:7"), FetchItems.Flags)))
                messages.Add(message);
            return messages;
        }
    });

    // The pieces before the refused one were executed.
    [Fact]
    public Task A_long_set() => QuirkSession.RunInInboxAsync(async session =>
    {
        UidSet scattered = UidSet.Of(Enumerable.Range(0, 1000).Select(i => new Uid(1_000_000_000 + ((uint)i * 2))));
        uint first = 1_000_000_000;
        await RefuseSecondAsync<CopyResult>(session.Inbox.CopyAsync(scattered, "a"), $"{{0}} OK [COPYUID 9 {first} 1] x\r\n", done => Assert.Equal(first, Assert.Single(done.Source).Value));
        await RefuseSecondAsync<CopyResult>(session.Inbox.MoveAsync(scattered, "a"), "{0} OK no UIDPLUS\r\n", done => Assert.Empty(done.Source));
        await RefuseSecondAsync<StoreResult<UidSet>>(session.Inbox.AddFlagsAsync(scattered, Flag.Seen), $"* 1 FETCH (UID {first} FLAGS ())\r\n{{0}} OK\r\n", done => Assert.Single(done.Changed));
        await RefuseSecondAsync<ExpungeResult>(session.Inbox.ExpungeAsync(scattered), "* 1 EXPUNGE\r\n{0} OK\r\n", done => Assert.Equal(1, done.Count));

        async Task RefuseSecondAsync<T>(Task doing, string answer, Action<T> check)
        {
            string tag = (await session.Server.ReceiveLineAsync().InTime()).Split(' ')[0];
            await session.Server.SendAsync(string.Format(null, answer, tag));
            tag = (await session.Server.ReceiveLineAsync().InTime()).Split(' ')[0];
            session.SkipTags(2);
            await session.Server.SendAsync($"{tag} NO no\r\n");
            IsInPart(await doing.FailsAsync<ImapCommandException>(), check);
        }
    });

    [Fact]
    public async Task A_long_copy_that_ends_in_the_middle_is_not_safe_to_repeat()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        UidSet scattered = UidSet.Of(Enumerable.Range(0, 1000).Select(i => new Uid(1_000_000_000 + ((uint)i * 2))));
        Task<CopyResult> copying = inbox.CopyAsync(scattered, "a");
        await server.ReceiveLineAsync().InTime();
        await server.SendAsync("A2 OK\r\n* BYE\r\n");
        await server.CloseAsync();
        Assert.Equal(CommandOutcome.Unknown, (await copying.FailsAsync<ImapConnectionException>()).Outcome);
    }

    private static void IsInPart<T>(ImapCommandException exception, Action<T> check)
    {
        Assert.Equal(CommandOutcome.Partial, exception.Outcome);
        Assert.Contains("after a part of it was done", exception.Message, StringComparison.Ordinal);
        check(Assert.IsAssignableFrom<T>(exception.PartialValue));
    }

    private static void IsRefused(ImapCommandException exception)
    {
        Assert.Equal(CommandOutcome.Rejected, exception.Outcome);
        Assert.Null(exception.PartialValue);
        Assert.DoesNotContain("a part", exception.Message, StringComparison.Ordinal);
    }
}
