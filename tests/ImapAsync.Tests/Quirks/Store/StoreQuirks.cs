using System.Text;

namespace ImapAsync.Tests;

/// <summary>
/// Answers to STORE that lack the number or come in odd forms, and the code with the messages that were left unchanged.
/// </summary>
public sealed class StoreQuirks
{
    private static readonly UidSet Asked = UidSet.Parse("7:8");

    [Theory]
    [InlineData("* FETCH (UID 7 FLAGS (\\Seen))\r\n")]
    [InlineData("* FETCH (FLAGS (\\Seen) UID 7)\r\n")]
    [InlineData("* 0 FETCH (UID 7 FLAGS (\\Seen))\r\n")]
    [InlineData("* FETCH (UID 7 FLAGS (\\Seen) MODSEQ (9))\r\n")]
    public Task A_message_is_known_by_its_UID(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        foreach (bool silent in (bool[])[false, true])
        {
            string item = silent ? "+FLAGS.SILENT" : "+FLAGS";
            ImapResult<StoreResult<UidSet>> result = await session.AskAsync(
                new UidStoreCommand(Asked, FlagOperation.Add, Flag.Seen) { Silent = silent },
                $"UID STORE 7:8 {item} (\\Seen)\r\n",
                line + "{tag} OK done\r\n");
            FlagUpdate update = Assert.Single(result.Value.Changed);
            Assert.Equal((7u, default, "(\\Seen)"), (update.Uid!.Value.Value, update.Number, update.Flags!.ToString()));
            Assert.Empty(result.Malformed);
        }
    });

    [Fact]
    public Task Several_are_several_messages() => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<StoreResult<UidSet>> result = await session.AskAsync(
            new UidStoreCommand(Asked, FlagOperation.Add, Flag.Seen), "UID STORE 7:8 +FLAGS (\\Seen)\r\n",
            "* FETCH (UID 7 FLAGS (\\Seen))\r\n* FETCH (UID 8 FLAGS (\\Seen))\r\n"
                + "* FETCH (UID 7 MODSEQ (12))\r\n{tag} OK done\r\n");
        Assert.Equal([(7u, 12ul), (8u, 0ul)],
            result.Value.Changed.Select(static update => (update.Uid!.Value.Value, update.ModSequence?.Value ?? 0)));
    });

    // It is unknown which message it is, but it was a requested one.
    [Theory]
    [InlineData("* FETCH (FLAGS (\\Seen))\r\n")]
    [InlineData("* 0 FETCH (FLAGS (\\Seen))\r\n")]
    [InlineData("* FETCH (MODSEQ (12))\r\n")]
    public Task Without_either_it_is_malformed(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<StoreResult<UidSet>> result = await session.AskAsync(
            new UidStoreCommand(Asked, FlagOperation.Add, Flag.Seen),
            "UID STORE 7:8 +FLAGS (\\Seen)\r\n",
            line + "{tag} OK done\r\n");
        Assert.Equal("FETCH", Assert.Single(result.Malformed).Name);
        Assert.Empty(result.Value.Changed);

        ImapResult<StoreResult<SequenceSet>> byNumber = await session.AskAsync(
            new StoreCommand(SequenceSet.Parse("3"), FlagOperation.Add, Flag.Seen),
            "STORE 3 +FLAGS (\\Seen)\r\n",
            line + "{tag} OK done\r\n");
        Assert.Equal("FETCH", Assert.Single(byNumber.Malformed).Name);
        Assert.Empty(byNumber.Value.Changed);
    });

    [Theory]
    [InlineData("* FETCH (UID 7 FLAGS (\\Seen))\r\n")]
    [InlineData("* 0 FETCH (UID 7 FLAGS (\\Seen))\r\n")]
    public Task By_number_it_is_malformed(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<StoreResult<SequenceSet>> result = await session.AskAsync(
            new StoreCommand(SequenceSet.Parse("3"), FlagOperation.Add, Flag.Seen),
            "STORE 3 +FLAGS (\\Seen)\r\n",
            line + "{tag} OK done\r\n");
        Assert.Equal("FETCH", Assert.Single(result.Malformed).Name);
    });

    // One about another message is an update.
    [Fact]
    public Task Another_message_does_not_belong_to_the_command() => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<StoreResult<UidSet>> result = await session.AskAsync(
            new UidStoreCommand(Asked, FlagOperation.Add, Flag.Seen),
            "UID STORE 7:8 +FLAGS (\\Seen)\r\n",
            "* FETCH (UID 9 FLAGS (\\Seen))\r\n{tag} OK done\r\n");
        Assert.Empty(result.Value.Changed);
        Assert.Empty(result.Malformed);
    });

    [Theory]
    [InlineData("* OK [MODIFIED 7] x\r\n{tag} OK done\r\n", "7")]
    [InlineData("* OK [MODIFIED 7] x\r\n{tag} OK [MODIFIED 7] done\r\n", "7")]
    [InlineData("* OK [MODIFIED 7] x\r\n{tag} OK [MODIFIED 8] done\r\n", "7:8")]
    [InlineData("* OK [MODIFIED 7] x\r\n* OK [MODIFIED 8] x\r\n{tag} OK done\r\n", "7:8")]
    [InlineData("* NO [MODIFIED 7] x\r\n{tag} OK done\r\n", "7")]
    [InlineData("* [MODIFIED 7] x\r\n{tag} OK done\r\n", "7")]
    [InlineData("[MODIFIED 7] x\r\n{tag} OK done\r\n", "7")]
    [InlineData("{tag} OK [MODIFIED 7] done\r\n", "7")]
    public Task What_was_left_unchanged_may_be_reported_before(
        string answer, string modified) => QuirkSession.RunInInboxAsync(async session =>
    {
        ModSequence since = new(5);
        Task<StoreResult<UidSet>> storing = session.Inbox.StoreAsync(Asked, FlagOperation.Add, Flag.Seen, since);
        await session.AnswerAsync("UID STORE 7:8 (UNCHANGEDSINCE 5) +FLAGS (\\Seen)\r\n", answer);
        Assert.Equal(modified, (await storing.InTime()).Modified.ToString());

        Task<StoreResult<SequenceSet>> byNumber = session.Inbox.StoreAsync(SequenceSet.Parse("7:8"), FlagOperation.Add,
            Flag.Seen, since);
        await session.AnswerAsync("STORE 7:8 (UNCHANGEDSINCE 5) +FLAGS (\\Seen)\r\n", answer);
        Assert.Equal(modified, (await byNumber.InTime()).Modified.ToString());
    });

    [Fact]
    public Task It_is_that_of_a_refusal_too() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<StoreResult<UidSet>> storing = session.Inbox.StoreAsync(Asked, FlagOperation.Add, Flag.Seen, new ModSequence(5));
        await session.AnswerAsync("UID STORE 7:8 (UNCHANGEDSINCE 5) +FLAGS (\\Seen)\r\n",
            "* OK [MODIFIED 7] x\r\n{tag} NO some are gone\r\n");
        StoreResult<UidSet> part = Assert.IsType<StoreResult<UidSet>>((await storing.FailsAsync<ImapCommandException>()).PartialValue);
        Assert.Equal("7", part.Modified.ToString());
    });

    // It must be known which messages were left unchanged.
    [Theory]
    [InlineData("* OK [MODIFIED x] x\r\n{tag} OK done\r\n")]
    [InlineData("{tag} OK [MODIFIED x] done\r\n")]
    [InlineData("* OK [MODIFIED 7,x] x\r\n{tag} OK done\r\n")]
    [InlineData("* OK [MODIFIED x] x\r\n{tag} OK [MODIFIED 7] done\r\n")]
    public Task One_that_cannot_be_read_is_an_error(string answer) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<StoreResult<UidSet>> storing = session.Inbox.StoreAsync(Asked, FlagOperation.Add, Flag.Seen, new ModSequence(5));
        await session.AnswerAsync("UID STORE 7:8 (UNCHANGEDSINCE 5) +FLAGS (\\Seen)\r\n", answer);
        await storing.FailsAsync<ImapProtocolException>();
    });

    // What was done must not be repeated: there is no result only if it is unknown what was left unchanged.
    [Theory]
    [InlineData("* 1 FETCH (UID 5 FLAGS (k1) MODSEQ (x))\r\n{tag} OK [MODIFIED 6] x\r\n", "6")]
    [InlineData("* OK [MODIFIED 6] x\r\n* 1 FETCH (UID 5 FLAGS (k1 \x04))\r\n{tag} OK done\r\n", "6")]
    [InlineData("* 1 FETCH (UID 5 FLAGS (k1))\r\n!!!\r\n{tag} OK [MODIFIED 6] x\r\n", "6")]
    [InlineData("* 1 FETCH (UID 5 FLAGS (k1) MODSEQ (x))\r\n{tag} OK done\r\n", "")]
    [InlineData("* 1 FETCH (UID 5 FLAGS (k1) MODSEQ (x))\r\n{tag} OK [MODIFIED 6,x] x\r\n", null)]
    [InlineData("* OK [MODIFIED 6,x] x\r\n{tag} OK done\r\n", null)]
    public Task A_conditional_one_reports_what_could_not_be_read(string answer, string? modified) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<StoreResult<UidSet>> storing = session.Inbox.StoreAsync(UidSet.Parse("5:6"), FlagOperation.Add, Flag.Seen, new ModSequence(12));
        await session.AnswerAsync("UID STORE 5:6 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n", answer);
        Task<StoreResult<SequenceSet>> byNumber;
        if (modified is null)
        {
            ImapProtocolException exception = await storing.FailsAsync<ImapProtocolException>();
            Assert.Contains("6,x", exception.Message, StringComparison.Ordinal);
        }
        else
        {
            StoreResult<UidSet> stored = await storing.InTime();
            Assert.Equal((1, 1, modified), (stored.Changed.Count, stored.Malformed.Count, stored.Modified.ToString()));
        }

        byNumber = session.Inbox.StoreAsync(SequenceSet.Parse("1,6"), FlagOperation.Add, Flag.Seen, new ModSequence(12));
        await session.AnswerAsync("STORE 1,6 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n", answer);
        if (modified is null)
            await byNumber.FailsAsync<ImapProtocolException>();
        else
            Assert.Equal(modified, (await byNumber.InTime()).Modified.ToString());
    });

    [Theory]
    [InlineData("* 3 FETCH (UID 7 FLAGS (\\Seen) MODSEQ 12)\r\n")]
    [InlineData("* 3 FETCH UID 7 FLAGS \"\\Seen\" MODSEQ (12)\r\n")]
    [InlineData("* 3 fetch ( flags ( \\seen ) modseq ( 12 ) uid 7 )\r\n")]
    public Task The_answer_to_STORE_comes_in_many_forms(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        StoreResult<UidSet> result = await session.AskForAsync(new UidStoreCommand(new Uid(7), FlagOperation.Add, Flag.Seen), "UID STORE 7 +FLAGS (\\Seen)\r\n", line);
        Assert.Equal(new FlagUpdate(new SequenceNumber(3), new Uid(7), Flag.Seen, new ModSequence(12)), Assert.Single(result.Changed));
    });

    [Theory]
    [InlineData("* 3 FETCH (UID 7 FLAGS (\\Seen) X-NEW (1))\r\n", false)] // more than was requested: nothing was reported
    [InlineData("* 3 FETCH (X-NEW \"a\" FLAGS (\\Seen) MODSEQ NIL UID 7)\r\n", false)]
    [InlineData("* 3 FETCH (UID 7 FLAGS \\Seen MODSEQ (12))\r\n", true)]
    [InlineData("* 3 FETCH (UID 7 FLAGS (\\Seen) MODSEQ (x))\r\n", true)]
    public Task The_answer_to_STORE_is_taken_with_what_else_is_in_it(string line, bool isDamaged) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<StoreResult<UidSet>> result = await session.AskAsync(
            new UidStoreCommand(new Uid(7), FlagOperation.Add, Flag.Seen), "UID STORE 7 +FLAGS (\\Seen)\r\n", line + "{tag} OK done\r\n");
        FlagUpdate update = Assert.Single(result.Value.Changed);
        Assert.Equal((new SequenceNumber(3), new Uid(7)), (update.Number, update.Uid));
        Assert.Equal(line.Contains("(\\Seen)", StringComparison.Ordinal) ? "(\\Seen)" : null, update.Flags?.ToString());
        Assert.Equal(isDamaged ? [line[2..^2]] : [], result.Malformed.Select(static malformed => Encoding.ASCII.GetString(malformed.Raw.Span)));
        Assert.Equal(isDamaged ? 1 : 0, session.Warnings.Count);
    });

    [Theory]
    [InlineData("[MODIFIED \"7,9\"]", "7,9")]
    [InlineData("[MODIFIED (7,9)]", "7,9")]
    [InlineData("[MODIFIED 7 9]", "7,9")]
    [InlineData("[MODIFIED ]", "")]
    [InlineData("[MODIFIED NIL]", "")]
    public Task Messages_that_were_left_unchanged_are_read_in_any_form(string code, string uids) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<StoreResult<UidSet>> storing = session.Inbox.StoreAsync(UidSet.Parse("7:9"), FlagOperation.Add, Flag.Seen, new ModSequence(12));
        await session.AnswerAsync("UID STORE 7:9 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n", $"{{tag}} OK {code} some had changed\r\n");
        Assert.Equal(uids, (await storing.InTime()).Modified.ToString());
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("[MODIFIED 7,,9]")]
    [InlineData("[MODIFIED x]")]
    [InlineData("[MODIFIED 7:*]")]
    public Task Unreadable_messages_that_were_left_unchanged_are_not_mistaken_for_changed(string code) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<StoreResult<UidSet>> storing = session.Inbox.StoreAsync(UidSet.Parse("7:9"), FlagOperation.Add, Flag.Seen, new ModSequence(12));
        await session.AnswerAsync("UID STORE 7:9 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n", $"{{tag}} OK {code} some had changed\r\n");
        ImapProtocolException exception = await storing.FailsAsync<ImapProtocolException>();
        Assert.Contains("is incomplete", exception.Message, StringComparison.Ordinal);
        Assert.Contains("the messages that were left unchanged", Assert.Single(session.Warnings), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("MODIFIED 7 x 9")]
    [InlineData("MODIFIED 7,y 9")]
    public Task Messages_that_were_left_unchanged_are_not_lost_after_something_else(string code) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<StoreResult<UidSet>> storing = session.Inbox.StoreAsync(UidSet.Parse("7:9"), FlagOperation.Add, Flag.Seen, new ModSequence(12));
        await session.AnswerAsync("UID STORE 7:9 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n", $"{{tag}} OK [{code}] some had changed\r\n");
        await storing.FailsAsync<ImapProtocolException>();
    });
}
