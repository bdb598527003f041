using System.Text;

namespace ImapAsync.Tests;

/// <summary>
/// A named method that changes mail, or selects, does not throw for unreadable parts of a success, and does not drop them; one that is harmless to repeat throws.
/// </summary>
public sealed class DamagedSuccessQuirks
{
    private static readonly SequenceSet Number = SequenceSet.Parse("3");

    [Theory]
    [InlineData("* VANISHED (EARLIER) 4:x")]
    [InlineData("* OK [HIGHESTMODSEQ x] y")]
    [InlineData("* OK [PERMANENTFLAGS (\\Seen] y")]
    [InlineData("* FLAGS (\\Seen (odd))")]
    [InlineData("* OK [UIDVALIDITY x] y")]
    [InlineData("* LIST () \"/\"")]
    public async Task What_cannot_be_read_of_a_SELECT_is_reported_by_its_result(string line)
    {
        SelectCommand select = new("INBOX") { QResync = new(new UidValidity(1), new ModSequence(5)) };
        await QuirkSession.RunAsync(async session =>
        {
            Task<SelectedMailbox> selecting = session.Connection.SelectAsync(select);
            await session.AnswerAsync("SELECT INBOX (QRESYNC (1 5))\r\n", $"* 9 EXISTS\r\n{line}\r\n{{tag}} OK done\r\n");
            IsTold(line, (await selecting.InTime()).Selection.Malformed);
        });
        await QuirkSession.RunAsync(async session =>
        {
            SelectedMailbox mailbox = session.Connection.BeginSelect(select);
            await session.AnswerAsync("SELECT INBOX (QRESYNC (1 5))\r\n", $"* 9 EXISTS\r\n{line}\r\n{{tag}} OK done\r\n");
            await mailbox.WhenSelected.InTime();
            IsTold(line, mailbox.Selection.Malformed);
            Assert.Equal(9, mailbox.Exists);
        });
    }

    [Theory]
    [InlineData("* VANISHED 3:x\r\n", "{tag} OK done\r\n")]
    [InlineData("* VANISHED 3,4:x,5\r\n", "{tag} OK done\r\n")]
    public Task Of_an_EXPUNGE(string line, string tagged) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<ExpungeResult> all = session.Inbox.ExpungeAsync();
        await session.AnswerAsync("EXPUNGE\r\n", line + tagged);
        IsTold(line, (await all.InTime()).Malformed);

        Task<ExpungeResult> some = session.Inbox.ExpungeAsync(UidSet.Parse("3:4"));
        await session.AnswerAsync("UID EXPUNGE 3:4\r\n", line + tagged);
        IsTold(line, (await some.InTime()).Malformed);
    });

    [Theory]
    [InlineData("", "[COPYUID 7 3:x 10]")]
    [InlineData("", "[COPYUID 7 y 10]")]
    [InlineData("* OK [COPYUID 7 3 x] y\r\n* 3 EXPUNGE\r\n", "")]
    public Task Of_a_COPY_and_a_MOVE(string lines, string code) => QuirkSession.RunInInboxAsync(async session =>
    {
        string answer = $"{lines}{{tag}} OK {code} done\r\n";
        string told = code.Length > 0 ? code : "COPYUID 7 3 x";
        Task<CopyResult> moving = session.Inbox.MoveAsync(UidSet.Parse("3"), "x");
        await session.AnswerAsync("UID MOVE 3 x\r\n", answer);
        IsTold(told, (await moving.InTime()).Malformed);

        moving = session.Inbox.MoveAsync(Number, "x");
        await session.AnswerAsync("MOVE 3 x\r\n", answer);
        IsTold(told, (await moving.InTime()).Malformed);

        if (lines.Length > 0)
            return;
        Task<CopyResult> copying = session.Inbox.CopyAsync(UidSet.Parse("3"), "x");
        await session.AnswerAsync("UID COPY 3 x\r\n", answer);
        IsTold(told, (await copying.InTime()).Malformed);

        copying = session.Inbox.CopyAsync(Number, "x");
        await session.AnswerAsync("COPY 3 x\r\n", answer);
        IsTold(told, (await copying.InTime()).Malformed);
    });

    [Fact]
    public Task Of_a_MOVE_that_was_refused_in_part() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<CopyResult> moving = session.Inbox.MoveAsync(UidSet.Parse("3"), "x");
        await session.AnswerAsync("UID MOVE 3 x\r\n", "* OK [COPYUID 7 3 x] y\r\n* 3 EXPUNGE\r\n{tag} NO no more\r\n");
        CopyResult part = Assert.IsType<CopyResult>((await moving.FailsAsync<ImapCommandException>()).PartialValue);
        IsTold("COPYUID 7 3 x", part.Malformed);
    });

    [Fact]
    public Task Of_an_APPEND_and_a_REPLACE() => QuirkSession.RunInInboxAsync(async session =>
    {
        const string Answer = "{tag} OK [APPENDUID 1 x] done\r\n";
        Task<AppendResult> appending = session.Connection.AppendAsync("x", "a"u8.ToArray());
        await session.AnswerAsync("APPEND x {1+}\r\na\r\n", Answer);
        IsTold("APPENDUID 1 x", (await appending.InTime()).Malformed);
    });

    [Theory]
    [InlineData("* 3 FETCH (UID 3 FLAGS (\\Seen (odd) MODSEQ (5))\r\n")]
    [InlineData("* 3 FETCH (UID 3 FLAGS (\\Seen \x04))\r\n")]
    [InlineData("* 3 FETCH (UID 3 MODSEQ (x))\r\n")]
    [InlineData("* 3 FETCH (UID 3\r\nFLAGS (\\Seen))\r\n")]
    public Task Of_a_STORE(string lines) => QuirkSession.RunInInboxAsync(async session =>
    {
        string answer = lines + "{tag} OK done\r\n";
        Task<StoreResult<UidSet>> storing = session.Inbox.StoreAsync(UidSet.Parse("3"), FlagOperation.Add, Flag.Seen);
        await session.AnswerAsync("UID STORE 3 +FLAGS (\\Seen)\r\n", answer);
        Assert.NotEmpty((await storing.InTime()).Malformed);

        storing = session.Inbox.AddFlagsAsync(UidSet.Parse("3"), Flag.Seen);
        await session.AnswerAsync("UID STORE 3 +FLAGS.SILENT (\\Seen)\r\n", answer);
        Assert.NotEmpty((await storing.InTime()).Malformed);

        Task<StoreResult<SequenceSet>> byNumber = session.Inbox.StoreAsync(Number, FlagOperation.Add, Flag.Seen);
        await session.AnswerAsync("STORE 3 +FLAGS (\\Seen)\r\n", answer);
        Assert.NotEmpty((await byNumber.InTime()).Malformed);

        byNumber = session.Inbox.AddFlagsAsync(Number, Flag.Seen);
        await session.AnswerAsync("STORE 3 +FLAGS.SILENT (\\Seen)\r\n", answer);
        Assert.NotEmpty((await byNumber.InTime()).Malformed);
    });

    [Fact]
    public Task A_caller_that_can_ask_again_gets_an_error() => QuirkSession.RunAsync(
        async session =>
        {
            Task<Quota?> setting = session.Connection.SetQuotaAsync("x", [new QuotaLimit("STORAGE", 100)]);
            await session.AnswerAsync("SETQUOTA x (STORAGE 100)\r\n", "* QUOTA x (STORAGE z 100)\r\n{tag} OK done\r\n");
            await setting.FailsAsync<ImapProtocolException>();

            Task identifying = session.Connection.IdAsync();
            await session.AnswerAsync("ID NIL\r\n", "* ID name x\r\n{tag} OK done\r\n");
            await identifying.FailsAsync<ImapProtocolException>();
        },
        "* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ ID QUOTA] ready\r\n");

    private static void IsTold(string line, IReadOnlyList<MalformedResponse> malformed)
    {
        MalformedResponse told = Assert.Single(malformed);
        Assert.Contains(line.TrimStart('*', ' ').TrimEnd('\r', '\n').Trim('[', ']'), Encoding.Latin1.GetString(told.Raw.Span), StringComparison.Ordinal);
    }
}
