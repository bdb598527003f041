using System.Text;

namespace ImapAsync.Tests;

/// <summary>
/// A command was refused, and something that the server said while it ran cannot be read: the exception has it, and
/// if it may report a part that was executed, the outcome is not that nothing was.
/// </summary>
public sealed class RefusedWithDamageTests
{
    [Theory]
    [InlineData("* VANISHED 5:x", true)]
    [InlineData("* VANISHED x", true)]
    [InlineData("* VANISHED", true)]
    [InlineData("* VANISHED (5", true)]
    [InlineData("* VANISHED 0", true)]
    [InlineData("* 0 EXPUNGE", true)]
    [InlineData("* EXPUNGE 1", true)]
    [InlineData("* x EXPUNGE", true)]
    [InlineData("* OK [COPYUID 9 5 x] moved", true)]
    [InlineData("* OK [COPYUID 9 5] moved", true)]
    [InlineData("* OK [COPYUID 9] moved", true)]
    [InlineData("* OK [COPYUID] moved", true)]
    [InlineData("* OK [COPYUID 9 5:6 21] moved", true)]
    [InlineData("{tag} [COPYUID 9 5 x]", true)]
    [InlineData("{tag} [COPYUID 9 5]", true)]
    [InlineData("{tag} [COPYUID x 5 21]", true)]
    public Task A_move(string line, bool isInPart) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<CopyResult> moving = session.Inbox.MoveAsync(UidSet.Parse("5:7"), "a");
        await session.AnswerAsync("UID MOVE 5:7 a\r\n", Refusal(line));
        IsTold(line, isInPart, await moving.FailsAsync<ImapCommandException>());

        moving = session.Inbox.MoveAsync(SequenceSet.Parse("1:3"), "a");
        await session.AnswerAsync("MOVE 1:3 a\r\n", Refusal(line));
        IsTold(line, isInPart, await moving.FailsAsync<ImapCommandException>());
    });

    [Theory]
    [InlineData("* OK [COPYUID 9 5 x] copied")]
    [InlineData("* OK [COPYUID 9] copied")]
    [InlineData("{tag} [COPYUID 9 5 x]")]
    [InlineData("{tag} [COPYUID 9]")]
    public Task A_copy(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<CopyResult> copying = session.Inbox.CopyAsync(UidSet.Parse("5:7"), "a");
        await session.AnswerAsync("UID COPY 5:7 a\r\n", Refusal(line));
        IsTold(line, isInPart: true, await copying.FailsAsync<ImapCommandException>());
    });

    [Theory]
    [InlineData("* OK [APPENDUID 9 x] stored")]
    [InlineData("* OK [APPENDUID 9] stored")]
    [InlineData("{tag} [APPENDUID 9 x]")]
    [InlineData("{tag} [APPENDUID 9]")]
    [InlineData("{tag} [APPENDUID]")]
    public Task An_APPEND(string line) => QuirkSession.RunAsync(async session =>
    {
        Task<AppendResult> appending = session.Connection.AppendAsync("a", "x"u8.ToArray());
        await session.AnswerAsync("APPEND a {1+}\r\nx\r\n", Refusal(line));
        IsTold(line, isInPart: true, await appending.FailsAsync<ImapCommandException>());
    });

    [Theory]
    [InlineData("* OK [APPENDUID 9 x] stored")]
    [InlineData("* 0 EXPUNGE")]
    [InlineData("* VANISHED x")]
    [InlineData("* VANISHED 5:x")]
    public Task A_replace(string line) => QuirkSession.RunAsync(
        async session =>
        {
            await session.SelectInboxAsync();
            Task<AppendResult> replacing = session.Inbox.ReplaceAsync(new Uid(5), "a",
                new AppendMessage("x"u8.ToArray()));
            await session.AnswerAsync("UID REPLACE 5 a {1+}\r\nx\r\n", Refusal(line));
            IsTold(line, isInPart: true, await replacing.FailsAsync<ImapCommandException>());
        },
        "* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ REPLACE] ready\r\n");

    [Theory]
    [InlineData("* VANISHED 5:x")]
    [InlineData("* VANISHED")]
    [InlineData("* 0 EXPUNGE")]
    [InlineData("* EXPUNGE")]
    public Task An_expunge(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<ExpungeResult> expunging = session.Inbox.ExpungeAsync();
        await session.AnswerAsync("EXPUNGE\r\n", Refusal(line));
        IsTold(line, isInPart: true, await expunging.FailsAsync<ImapCommandException>());

        expunging = session.Inbox.ExpungeAsync(UidSet.Parse("5:7"));
        await session.AnswerAsync("UID EXPUNGE 5:7\r\n", Refusal(line));
        IsTold(line, isInPart: true, await expunging.FailsAsync<ImapCommandException>());
    });

    [Theory]
    [InlineData("* 3 FETCH (UID 5 FLAGS (\\Seen \x04))")]
    [InlineData("* OK [MODIFIED x] no")]
    [InlineData("{tag} [MODIFIED x]")]
    public Task A_store(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<StoreResult<UidSet>> storing = session.Inbox.StoreAsync(UidSet.Parse("5:7"), FlagOperation.Add, Flag.Seen,
            new ModSequence(5));
        await session.AnswerAsync("UID STORE 5:7 (UNCHANGEDSINCE 5) +FLAGS (\\Seen)\r\n", Refusal(line));
        IsTold(line, isInPart: true, await storing.FailsAsync<ImapCommandException>());

        Task<StoreResult<SequenceSet>> byNumber = session.Inbox.StoreAsync(SequenceSet.Parse("1:3"), FlagOperation.Add,
            Flag.Seen, new ModSequence(5));
        await session.AnswerAsync("STORE 1:3 (UNCHANGEDSINCE 5) +FLAGS (\\Seen)\r\n", Refusal(line));
        IsTold(line, isInPart: true, await byNumber.FailsAsync<ImapCommandException>());
    });

    // A command that only asks has changed nothing, whatever came.
    [Fact]
    public Task Commands_that_only_ask() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<MailboxStatus> asking = session.Connection.StatusAsync("a", StatusItems.Messages);
        await session.AnswerAsync("STATUS a (MESSAGES)\r\n", Refusal("* STATUS a (MESSAGES x)"));
        IsTold("* STATUS a (MESSAGES x)", isInPart: false, await asking.FailsAsync<ImapCommandException>());

        Task<IReadOnlyList<MailboxInfo>> listing = session.Connection.ListAsync("*");
        await session.AnswerAsync("LIST \"\" *\r\n", Refusal("* LIST (odd"));
        IsTold("* LIST (odd", isInPart: false, await listing.FailsAsync<ImapCommandException>());

        Task<SelectedMailbox> selecting = session.Connection.SelectAsync("b");
        await session.AnswerAsync("SELECT b\r\n", Refusal("* FLAGS (\\Seen (odd))"));
        IsTold("* FLAGS (\\Seen (odd))", isInPart: false, await selecting.FailsAsync<ImapCommandException>());
        await session.SelectInboxAsync();
        SelectedMailbox mailbox = session.Connection.BeginSelect(new SelectCommand("b"));
        await session.AnswerAsync("SELECT b\r\n", Refusal("* FLAGS (\\Seen (odd))"));
        IsTold("* FLAGS (\\Seen (odd))", isInPart: false,
            await mailbox.WhenSelected.FailsAsync<ImapCommandException>());
        await session.SelectInboxAsync();
    });

    [Fact]
    public Task A_FETCH() => QuirkSession.RunInInboxAsync(async session =>
    {
        UidFetchCommand fetch = new(UidSet.Parse("5:7"), FetchItems.Flags);
        Task streaming = ReadAsync();
        await session.AnswerAsync("UID FETCH 5:7 (FLAGS)\r\n", Refusal("* 1 FETCH (UID 5 FLAGS (\\Seen))\r\n!!!"));
        ImapCommandException exception = await streaming.FailsAsync<ImapCommandException>();
        Assert.Equal(CommandOutcome.Partial, exception.Outcome);
        Assert.Equal("!!!", Encoding.Latin1.GetString(Assert.Single(exception.Malformed).Raw.Span));

        async Task ReadAsync()
        {
            await foreach (FetchedMessage _ in session.Inbox.StreamAsync(fetch))
            {
            }
        }
    });

    // For several pieces it has what was said to all of them.
    [Fact]
    public Task A_long_set() => QuirkSession.RunInInboxAsync(async session =>
    {
        UidSet scattered = UidSet.Of(Enumerable.Range(0, 1000).Select(i => new Uid(1_000_000_000 + ((uint)i * 2))));
        await RefuseSecondAsync(session.Inbox.MoveAsync(scattered, "a"), "* VANISHED x");
        await RefuseSecondAsync(session.Inbox.CopyAsync(scattered, "a"), "* OK [COPYUID 9 x 5] x");
        await RefuseSecondAsync(session.Inbox.ExpungeAsync(scattered), "* VANISHED x");
        await RefuseSecondAsync(session.Inbox.AddFlagsAsync(scattered, Flag.Seen),
            "* 3 FETCH (UID {0} FLAGS (\\Seen \x04))");

        async Task RefuseSecondAsync(Task doing, string line)
        {
            string tag = (await session.Server.ReceiveLineAsync().InTime()).Split(' ')[0];
            await session.Server.SendAsync($"{string.Format(null, line, scattered.Min)}\r\n{tag} OK\r\n");
            tag = (await session.Server.ReceiveLineAsync().InTime()).Split(' ')[0];
            session.SkipTags(2);
            await session.Server.SendAsync($"{string.Format(null, line, scattered.Max)}\r\n{tag} NO no\r\n");
            ImapCommandException exception = await doing.FailsAsync<ImapCommandException>();
            Assert.Equal((CommandOutcome.Partial, 2), (exception.Outcome, exception.Malformed.Count));
        }
    });

    private static string Refusal(string line) => line.StartsWith("{tag}", StringComparison.Ordinal)
        ? $"{{tag}} NO {line[6..]} no\r\n"
        : $"{line}\r\n{{tag}} NO no\r\n";

    private static void IsTold(string line, bool isInPart, ImapCommandException exception)
    {
        Assert.Equal(isInPart ? CommandOutcome.Partial : CommandOutcome.Rejected, exception.Outcome);
        Assert.Equal(isInPart, exception.PartialValue is not null);
        string raw = Encoding.Latin1.GetString(Assert.Single(exception.Malformed).Raw.Span);
        Assert.EndsWith(raw, line, StringComparison.Ordinal);
    }
}
