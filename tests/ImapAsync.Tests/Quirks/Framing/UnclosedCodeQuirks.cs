using System.Text;

namespace ImapAsync.Tests;

/// <summary>
/// A response code whose bracket is never closed is a damaged code, not text.
/// </summary>
public sealed class UnclosedCodeQuirks
{
    private static readonly UidSet Uids = UidSet.Parse("5:7");

    [Theory]
    [InlineData("[MODIFIED 5:6 x")]
    [InlineData("[modified 5:6")]
    [InlineData("[MODIFIED")]
    public Task What_a_STORE_left_unchanged_must_be_known(string said) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<StoreResult<UidSet>> stored = await session.AskAsync(
            new UidStoreCommand(Uids, FlagOperation.Add, Flag.Seen) { UnchangedSince = new(12) },
            "UID STORE 5:7 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n", $"{{tag}} OK {said}\r\n");
        IsTold(said, stored.Malformed);

        Task<StoreResult<UidSet>> storing = session.Inbox.StoreAsync(Uids, FlagOperation.Add, Flag.Seen, new(12));
        await session.AnswerAsync("UID STORE 5:7 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n", $"{{tag}} OK {said}\r\n");
        await storing.FailsAsync<ImapProtocolException>();

        storing = session.Inbox.StoreAsync(Uids, FlagOperation.Add, Flag.Seen, new(12));
        await session.AnswerAsync(
            "UID STORE 5:7 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n", $"* OK {said}\r\n{{tag}} OK done\r\n");
        await storing.FailsAsync<ImapProtocolException>();

        storing = session.Inbox.StoreAsync(Uids, FlagOperation.Add, Flag.Seen, new(12));
        await session.AnswerAsync("UID STORE 5:7 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n", $"{{tag}} NO {said}\r\n");
        IsInPart(said, await storing.FailsAsync<ImapCommandException>());
    });

    [Theory]
    [InlineData("[COPYUID 9 5:7 21:23 x")]
    [InlineData("[COPYUID 9 5 2121 x")]
    [InlineData("[COPYUID 9")]
    [InlineData("[COPYUID")]
    public Task Where_copies_are(string said) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<CopyResult> copying = session.Inbox.CopyAsync(Uids, "a");
        await session.AnswerAsync("UID COPY 5:7 a\r\n", $"{{tag}} OK {said}\r\n");
        CopyResult copied = await copying.InTime();
        IsTold(said, copied.Malformed);
        Assert.True(copied.Destination.IsEmpty);

        copying = session.Inbox.MoveAsync(Uids, "a");
        await session.AnswerAsync("UID MOVE 5:7 a\r\n", $"* OK {said}\r\n{{tag}} OK done\r\n");
        IsTold("OK " + said, (await copying.InTime()).Malformed);

        copying = session.Inbox.MoveAsync(Uids, "a");
        await session.AnswerAsync("UID MOVE 5:7 a\r\n", $"{{tag}} NO {said}\r\n");
        IsInPart(said, await copying.FailsAsync<ImapCommandException>());

        copying = session.Inbox.CopyAsync(SequenceSet.Parse("1:3"), "a");
        await session.AnswerAsync("COPY 1:3 a\r\n", $"* OK {said}\r\n{{tag}} NO no\r\n");
        IsInPart("OK " + said, await copying.FailsAsync<ImapCommandException>());
    });

    [Theory]
    [InlineData("[APPENDUID 9 2121 x")]
    [InlineData("[APPENDUID 9 21")]
    public Task Where_an_appended_message_is(string said) => QuirkSession.RunAsync(async session =>
    {
        Task<AppendResult> appending = session.Connection.AppendAsync("a", "x"u8.ToArray());
        await session.AnswerAsync("APPEND a {1+}\r\nx\r\n", $"{{tag}} OK {said}\r\n");
        AppendResult appended = await appending.InTime();
        IsTold(said, appended.Malformed);
        Assert.Null(appended.Uid);

        appending = session.Connection.AppendAsync("a", "x"u8.ToArray());
        await session.AnswerAsync("APPEND a {1+}\r\nx\r\n", $"{{tag}} NO {said}\r\n");
        IsInPart(said, await appending.FailsAsync<ImapCommandException>());
    });

    [Fact]
    public Task The_identifier_of_a_mailbox() => QuirkSession.RunAsync(async session =>
    {
        Task<CreateResult> creating = session.Connection.CreateMailboxAsync("a");
        await session.AnswerAsync("CREATE a\r\n", "{tag} OK [MAILBOXID (F1) x\r\n");
        CreateResult created = await creating.InTime();
        IsTold("[MAILBOXID (F1) x", created.Malformed);
        Assert.Null(created.MailboxId);
    });

    [Theory]
    [InlineData("* OK [UIDVALIDITY 7")]
    [InlineData("* OK [UIDNEXT 7 x")]
    [InlineData("* OK [UNSEEN 7 x")]
    [InlineData("* OK [HIGHESTMODSEQ 7 x")]
    [InlineData("* OK [MAILBOXID (F1) x")]
    [InlineData("* OK [PERMANENTFLAGS (\\Seen) x")]
    [InlineData("* OK [UIDNOTSTICKY x")]
    [InlineData("{tag} OK [HIGHESTMODSEQ 7")]
    public Task What_a_SELECT_reports(string line) => QuirkSession.RunAsync(async session =>
    {
        Task<SelectedMailbox> selecting = session.Connection.SelectAsync("a");
        await session.AnswerAsync(
            "SELECT a\r\n",
            "* 9 EXISTS\r\n" + line + (line[0] == '*' ? "\r\n{tag} OK [READ-WRITE] done\r\n" : "\r\n"));
        SelectResult selection = (await selecting.InTime()).Selection;
        IsTold(line.Replace("{tag} OK ", "", StringComparison.Ordinal).Replace("* ", "", StringComparison.Ordinal),
            selection.Malformed);
        Assert.Null(selection.UidValidity);
        Assert.Null(selection.UidNext);
        Assert.Null(selection.HighestModSequence);
        Assert.Null(selection.MailboxId);
        Assert.Equal(line.Contains("STICKY", StringComparison.Ordinal), selection.UidNotSticky);
    });

    [Theory]
    [InlineData("", "[READ-ONLY x")]
    [InlineData("", "[READ-ONLY")]
    [InlineData("* OK [READ-ONLY x\r\n", "done")]
    public Task A_code_without_arguments_is_understood(string lines, string said) => QuirkSession.RunAsync(
        async session =>
        {
            Task<SelectedMailbox> selecting = session.Connection.SelectAsync("a");
            await session.AnswerAsync("SELECT a\r\n", $"* 9 EXISTS\r\n{lines}{{tag}} OK {said}\r\n");
            SelectedMailbox selected = await selecting.InTime();
            Assert.True(selected.IsReadOnly);
            Assert.Single(selected.Selection.Malformed);
        });

    // Nothing is missing in the answer for it.
    [Fact]
    public Task Data_that_was_not_requested_is_not_an_error() => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<SearchResult> found = await session.AskAsync(
            new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", "* SEARCH 3\r\n{tag} OK [EXPUNGEISSUED x\r\n");
        IsTold("[EXPUNGEISSUED", found.Malformed);
        Assert.True(found.Code!.Is("EXPUNGEISSUED"));
        Assert.Equal("x", found.Text);

        Task<SearchResult> searching = session.Inbox.SearchAsync(SearchQuery.Seen);
        await session.AnswerAsync("UID SEARCH SEEN\r\n", "* SEARCH 3\r\n{tag} OK [HIGHESTMODSEQ 7 x\r\n");
        Assert.Equal("3", (await searching.InTime()).Uids.ToString());
    });

    [Fact]
    public Task A_refusal_says_why() => QuirkSession.RunAsync(async session =>
    {
        Task<CopyResult> copying;
        await session.SelectInboxAsync();
        copying = session.Inbox.CopyAsync(Uids, "a");
        await session.AnswerAsync("UID COPY 5:7 a\r\n", "{tag} NO [TRYCREATE no such mailbox\r\n");
        ImapCommandException exception = await copying.FailsAsync<ImapCommandException>();
        Assert.True(exception.Code!.Is("TRYCREATE"));
        Assert.Equal(CommandOutcome.Rejected, exception.Outcome);
        IsTold("[TRYCREATE", exception.Malformed);
    });

    // What a server says in brackets, or in words, is not a code.
    [Theory]
    [InlineData("[I am busy")]
    [InlineData("[APPENDUIDS 9 2121 x")]
    [InlineData("see [APPENDUID 9 2121 x")]
    public Task Other_text_is_text(string said) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<ImapNothing> noop = await session.AskAsync(new NoopCommand(), "NOOP\r\n", $"{{tag}} OK {said}\r\n");
        Assert.Equal((0, said, null), (noop.Malformed.Count, noop.Text, noop.Code));
    });

    [Fact]
    public Task Capabilities_that_may_be_cut_off_are_not_trusted() => QuirkSession.RunAsync(async session =>
    {
        ImapResult<ImapNothing> noop = await session.AskAsync(
            new NoopCommand(), "NOOP\r\n", "* OK [CAPABILITY IMAP4rev1 MOVE x\r\n{tag} OK [CAPABILITY IMAP4rev1 MOVE\r\n");
        Assert.Single(noop.Malformed);
        Assert.Equal("OK [CAPABILITY IMAP4rev1 MOVE", noop.ToString());
        Assert.False(session.Connection.Capabilities.Contains("MOVE"));
    });

    private static void IsInPart(string said, ImapCommandException exception)
    {
        Assert.Equal(CommandOutcome.Partial, exception.Outcome);
        IsTold(said, exception.Malformed);
    }

    private static void IsTold(string said, IReadOnlyList<MalformedResponse> malformed) =>
        Assert.Equal(said, Encoding.Latin1.GetString(Assert.Single(malformed).Raw.Span), ignoreCase: true);
}
