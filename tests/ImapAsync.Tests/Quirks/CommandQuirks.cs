using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quirks 34 to 43: what is sent, and how refusals are told.</summary>
public sealed class CommandQuirks
{
    [Theory]
    [InlineData("* SEARCH 2 5 4\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\") UID ALL 2,4:5\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\") ALL 2,4:5\r\n")] // without UID
    [InlineData("* ESEARCH UID ALL 2,4:5\r\n")] // without the tag
    [Quirk(34)]
    public Task SEARCH_and_ESEARCH_answer_for_each_other(string response) => QuirkSession.RunInInboxAsync(async session =>
    {
        SearchResult plain = await session.AskForAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", response);
        Assert.Equal("2,4:5", plain.Uids.ToString());

        SearchResult extended = await session.AskForAsync(
            new UidSearchCommand(SearchQuery.Seen, SearchReturn.All | SearchReturn.Count), "UID SEARCH RETURN (ALL COUNT) SEEN\r\n", response.Replace("A2", "A3", StringComparison.Ordinal));
        Assert.Equal("2,4:5", extended.Uids.ToString());
        Assert.Empty(session.Warnings);
    });

    [Fact]
    [Quirk(34)]
    public Task A_search_never_asks_for_RETURN_of_nothing() => QuirkSession.RunInInboxAsync(async session =>
    {
        await session.AskForAsync(new UidSearchCommand(SearchQuery.All), "UID SEARCH ALL\r\n", "* SEARCH\r\n");
        await session.AskForAsync(new UidSearchCommand(SearchQuery.All, SearchReturn.All), "UID SEARCH RETURN (ALL) ALL\r\n", "* ESEARCH (TAG \"A3\") UID\r\n");
    });

    [Fact]
    [Quirk(35)]
    public Task The_charset_is_named_only_where_it_is_needed() => QuirkSession.RunInInboxAsync(async session =>
    {
        await session.AskForAsync(new UidSearchCommand(SearchQuery.Subject("plain")), "UID SEARCH SUBJECT \"plain\"\r\n", "* SEARCH 1\r\n");

        ImapResult<SearchResult> refused = await session.AskAsync(
            new UidSearchCommand(SearchQuery.Subject("Grüße")),
            "UID SEARCH CHARSET UTF-8 SUBJECT {7+}\r\nGr\u00C3\u00BC\u00C3\u009Fe\r\n",
            "{tag} NO [BADCHARSET (US-ASCII)] no UTF-8 here\r\n");

        // To search for something else instead would be wrong: the caller is told, and nothing more is sent.
        Assert.Equal("BADCHARSET", refused.Code?.Name);
        Assert.Equal("(US-ASCII)", Encoding.ASCII.GetString(refused.Code!.Arguments.Span));
        Assert.Contains("search with UTF-8 or ASCII only", Assert.Throws<ImapCommandException>(() => refused.Value).Message, StringComparison.Ordinal);
        Assert.Equal("", await session.Server.ReceiveAllAsync());
    });

    [Fact]
    [Quirk(36)]
    public Task Sets_are_written_ascending_and_merged() => QuirkSession.RunInInboxAsync(async session =>
    {
        UidSet uids = UidSet.Of(new Uid(9), new Uid(3), new Uid(8), new Uid(4), new Uid(3)) | UidSet.Parse("20:15");
        await session.AskForAsync(new UidFetchCommand(uids, FetchItems.Flags), "UID FETCH 3:4,8:9,15:20 (FLAGS)\r\n", "");
    });

    [Fact]
    [Quirk(37)]
    public Task ENABLE_counts_without_an_ENABLED_response() => QuirkSession.RunAsync(async session =>
    {
        // iCloud
        ImapCapabilities enabled = await session.AskForAsync(new EnableCommand("CONDSTORE", "QRESYNC"), "ENABLE CONDSTORE QRESYNC\r\n", "");
        Assert.Equal<ImapCapabilities>(["CONDSTORE", "QRESYNC"], enabled);
    });

    [Fact]
    [Quirk(38)]
    public Task A_server_that_wants_ID_first_refuses_and_can_be_asked_again() => QuirkSession.RunAsync(async session =>
    {
        // 163, 126
        Task<SelectedMailbox> selecting = session.Connection.SelectAsync("INBOX");
        await session.AnswerAsync("SELECT INBOX\r\n", "{tag} NO SELECT Unsafe Login. Please contact kefu@188.com for help\r\n");
        ImapCommandException refused = await selecting.FailsAsync<ImapCommandException>();
        Assert.Contains("Unsafe Login", refused.ServerText, StringComparison.Ordinal);
        Assert.Contains("(send ID first", refused.Message, StringComparison.Ordinal);

        await session.AskForAsync(
            new IdCommand(new Dictionary<string, string?> { ["name"] = "x" }), "ID (\"name\" \"x\")\r\n", "* ID NIL\r\n");
        await session.SelectInboxAsync();
        Assert.Equal(9, session.Inbox.Exists);
    });

    [Fact]
    [Quirk(38)]
    public Task ID_without_fields_is_NIL() => QuirkSession.RunAsync(async session =>
    {
        // Exchange answers BAD to ID ().
        Assert.Empty(await session.AskForAsync(new IdCommand(), "ID NIL\r\n", "* ID NIL\r\n"));
        Assert.Empty(await session.AskForAsync(new IdCommand(new Dictionary<string, string?>()), "ID NIL\r\n", "* ID ()\r\n"));
    });

    [Theory]
    [InlineData("{tag} BAD Request is throttled. Suggested Backoff Time: 12345 milliseconds\r\n", 12345)] // Office 365
    [InlineData("{tag} NO [UNAVAILABLE] request is throttled. suggested backoff time: 7 milliseconds.\r\n", 7)]
    [InlineData("{tag} NO Request is throttled.\r\n", null)]
    [InlineData("{tag} NO [THROTTLED] too many\r\n", null)]
    [InlineData("{tag} BAD Request is throttled. Suggested Backoff Time: 99999999999999999999 milliseconds\r\n", null)]
    [Quirk(39)]
    public Task A_refusal_for_the_time_being_tells_how_long_to_wait(string answer, int? milliseconds) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<MailboxStatus> result = await session.AskAsync(new StatusCommand("a", StatusItems.Messages), "STATUS a (MESSAGES)\r\n", answer);

        Assert.NotNull(result.Throttling);
        Assert.Equal(milliseconds is { } told ? TimeSpan.FromMilliseconds(told) : null, result.Throttling.Backoff);
        ImapCommandException refused = Assert.Throws<ImapCommandException>(() => result.Value);
        Assert.Equal(result.Throttling, refused.Throttling);
        Assert.Contains("wait", refused.Message, StringComparison.Ordinal);
    });

    [Fact]
    [Quirk(39)]
    public Task An_OK_can_tell_of_throttling_too() => QuirkSession.RunAsync(async session =>
    {
        // Gmail
        ImapResult<ImapNothing> slowed = await session.AskAsync(new NoopCommand(), "NOOP\r\n", "{tag} OK [THROTTLED] NOOP completed (Success)\r\n");
        Assert.True(slowed.IsOk);
        Assert.Equal(new ImapThrottling(null), slowed.Throttling);
        Assert.Null((await session.AskAsync(new NoopCommand(), "NOOP\r\n", "{tag} OK Success\r\n")).Throttling);
    });

    [Fact]
    [Quirk(40)]
    public async Task A_server_without_IDLE_is_asked_now_and_then()
    {
        // Yahoo
        ManualTimeProvider clock = new();
        await using QuirkSession session = await QuirkSession.StartAsync("* PREAUTH [CAPABILITY IMAP4rev1] ready\r\n", ScriptedServerSteps.Options(clock));
        await session.SelectInboxAsync();
        int timers = clock.ArmedTimers;
        await using TestListener listener = new(session.Inbox);
        await clock.WhenTimersArmedAsync(timers + 1).InTime();
        clock.Advance(new ImapConnectionOptions().PollInterval);
        await session.AnswerAsync("NOOP\r\n", "* 10 EXISTS\r\n{tag} OK done\r\n");
        Assert.Equal(new MailboxEvent.Exists(10), await listener.NextAsync());
    }

    [Fact]
    [Quirk(40)]
    public Task APPEND_adds_nothing_to_the_message_and_ends_its_own_line() => QuirkSession.RunAsync(async session =>
    {
        await session.AskForAsync(
            new AppendCommand("INBOX", new AppendMessage("Subject: x\r\n\r\nno line end"u8.ToArray())), "APPEND INBOX {25+}\r\nSubject: x\r\n\r\nno line end\r\n", "");
    });

    [Fact]
    [Quirk(41)]
    public async Task ALPN_is_off_unless_asked_for()
    {
        // How it looks on the wire is tested with TlsTransportTests.
        Assert.False(new TlsOptions().SendAlpn);
        Assert.False(new ImapConnectionOptions().Tls.SendAlpn);
        await QuirkSession.RunAsync(static _ => Task.CompletedTask);
    }

    [Fact]
    [Quirk(42)]
    public Task Long_sets_are_cut_into_several_commands() => QuirkSession.RunInInboxAsync(async session =>
    {
        UidSet uids = UidSet.Of([.. Enumerable.Range(1, 3000).Select(static i => new Uid((uint)(1_000_000 + (i * 2))))]);
        Task<CopyResult> copying = session.Inbox.CopyAsync(uids, "Archive");
        UidSet sent = UidSet.Empty;
        int tag = 2;
        for (; sent.Count < uids.Count; tag++)
        {
            string line = await session.Server.ReceiveUntilAsync("\r\n");
            Assert.InRange(line.Length, 1, 8_000);
            string[] words = line.TrimEnd().Split(' ');
            Assert.Equal([$"A{tag}", "UID", "COPY", "Archive"], [words[0], words[1], words[2], words[4]]);
            sent |= UidSet.Parse(words[3]);
            await session.Server.SendAsync($"A{tag} OK done\r\n");
        }

        await copying.InTime();
        Assert.Equal(uids, sent);
        session.SkipTags(tag - 2);
    });

    [Theory]
    [InlineData("{tag} NO [OVERQUOTA] no room\r\n", "OVERQUOTA")]
    [InlineData("{tag} NO [TRYCREATE] no such mailbox\r\n", "TRYCREATE")]
    [Quirk(43)]
    public Task A_large_message_waits_until_the_server_wants_it(string refusal, string code) => QuirkSession.RunAsync(async session =>
    {
        // The server has LITERAL+, and yet not one octet of the message is sent in vain.
        ImapResult<AppendResult> result = await session.AskAsync(
            new AppendCommand("INBOX", new AppendMessage(new byte[5_000_000])), "APPEND INBOX {5000000}\r\n", refusal);

        Assert.Equal(code, result.Code?.Name);
        Assert.Equal("", await session.Server.ReceiveAllAsync());
    });
}
