using System.Text;

namespace ImapAsync.Tests;

/// <summary>Lines that are not a response, and do not continue one.</summary>
public sealed class JunkLineQuirks
{
    public static TheoryData<string> Lines { get; } = Cross(
        ["- {0}", "x* {0}", "\u00ef\u00bb\u00bf* {0}", "\u00e2\u0080\u00b9* {0}", "** {0}", "* * {0}", "*: {0}", "A99 {0}", "A2* {0}", "+ {0}", "# {0}"],
        ["1 FETCH (UID 5 FLAGS (k))", "SEARCH 33 77", "LIST () \"/\" abx", "VANISHED 5,7", "2 EXPUNGE"]);

    [Theory]
    [MemberData(nameof(Lines))]
    public Task The_only_command_reports_it(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        await IsToldAsync(session, new UidFetchCommand(new Uid(5), FetchItems.Flags), "UID FETCH 5 (FLAGS)\r\n", line);
        await IsToldAsync(session, new UidSearchCommand(SearchQuery.All), "UID SEARCH ALL\r\n", line);
        await IsToldAsync(session, new ListCommand("", "*"), "LIST \"\" *\r\n", line);
        await IsToldAsync(session, new ExpungeCommand(), "EXPUNGE\r\n", line);
        await IsToldAsync(session, new NoopCommand(), "NOOP\r\n", line);
    });

    [Theory]
    [InlineData("- 1 FETCH (UID 5 FLAGS (k))")]
    [InlineData("** 1 FETCH (UID 5 FLAGS (k))")]
    [InlineData("+ 1 FETCH (UID 5 FLAGS (k))")]
    public Task So_does_a_stream(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapItems<FetchedMessage> stream = session.Inbox.StreamAsync(new UidFetchCommand(new Uid(5), FetchItems.Flags));
        Task<List<FetchedMessage>> streaming = Task.Run(async () => await stream.ToListAsync());
        await session.AnswerAsync("UID FETCH 5 (FLAGS)\r\n", $"{line}\r\n{{tag}} OK done\r\n");
        Assert.Empty(await streaming.InTime());
        Told(line, (await stream.Completion.InTime()).Malformed);
    });

    [Fact]
    public Task A_refused_command_reports_it_too() => QuirkSession.RunAsync(async session =>
    {
        Task<IReadOnlyList<MailboxInfo>> listing = session.Connection.ListAsync("*");
        await session.AnswerAsync("LIST \"\" *\r\n", "- LIST () \"/\" abx\r\n{tag} NO x\r\n");
        Told("- LIST () \"/\" abx", (await listing.FailsAsync<ImapCommandException>()).Malformed);
    });

    [Fact]
    public Task Of_several_commands_those_without_another_answer_do() => QuirkSession.RunAsync(async session =>
    {
        Task<ImapResult<MailboxStatus>> a = session.Connection.SendAsync(new StatusCommand("a", StatusItems.Messages)).AsTask();
        Task<ImapResult<MailboxStatus>> b = session.Connection.SendAsync(new StatusCommand("b", StatusItems.Messages)).AsTask();
        await session.AnswerAsync("STATUS a (MESSAGES)\r\n", "* STATUS a (MESSAGES 5)\r\n* 9 EXISTS\r\n");
        await session.AnswerAsync("STATUS b (MESSAGES)\r\n", "- STATUS b (MESSAGES 6)\r\nA1 OK done\r\nA2 OK done\r\n");
        Assert.Empty((await a.InTime()).Malformed);
        Told("- STATUS b (MESSAGES 6)", (await b.InTime()).Malformed);
    });

    [Fact]
    public Task All_do_when_all_have_an_answer() => QuirkSession.RunAsync(async session =>
    {
        Task<ImapResult<MailboxStatus>> a = session.Connection.SendAsync(new StatusCommand("a", StatusItems.Messages)).AsTask();
        Task<ImapResult<MailboxStatus>> b = session.Connection.SendAsync(new StatusCommand("b", StatusItems.Messages)).AsTask();
        await session.AnswerAsync("STATUS a (MESSAGES)\r\n", "");
        await session.AnswerAsync(
            "STATUS b (MESSAGES)\r\n",
            "* STATUS a (MESSAGES 5)\r\n* STATUS b (MESSAGES 6)\r\n* 9 EXISTS\r\n- STATUS b (UIDNEXT 6)\r\nA1 OK done\r\nA2 OK done\r\n");
        Told("- STATUS b (UIDNEXT 6)", (await a.InTime()).Malformed);
        Told("- STATUS b (UIDNEXT 6)", (await b.InTime()).Malformed);
    });

    [Theory]
    [InlineData("OK [COPYUID 9 5 2121] x")]
    [InlineData("* 9 EXISTS\r\nOK [COPYUID 9 5 2121] x")]
    [InlineData("[COPYUID 9 5 2121] x")]
    public Task A_status_with_a_code_and_without_a_star_is_read(string lines) => QuirkSession.RunInInboxAsync(async session =>
    {
        CopyResult copied = await session.AskForAsync(new UidCopyCommand(new Uid(5), "b"), "UID COPY 5 b\r\n", $"{lines}\r\n");
        Assert.Equal(new Uid(2121), copied.Destination.Min);
    });

    [Theory]
    [InlineData("OK [UIDVALIDITY 5151] x")]
    [InlineData("* 9 EXISTS\r\nOK [UIDVALIDITY 5151] x")]
    [InlineData("NO [UIDVALIDITY 5151] x")]
    public Task So_it_is_in_SELECT(string lines) => QuirkSession.RunAsync(async session =>
    {
        await session.SelectInboxAsync($"{lines}\r\n* 6 EXISTS\r\n");
        Assert.Equal((5151U, 0), (session.Inbox.Selection.UidValidity?.Value, session.Inbox.Selection.Malformed.Count));
    });

    [Theory]
    [InlineData("OK [ALERT] text")]
    [InlineData("* 9 EXISTS\r\nOK [ALERT] text")]
    public async Task An_alert_without_a_star_is_shown(string lines)
    {
        List<string> alerts = [];
        await using QuirkSession session = await QuirkSession.StartAsync(options: ScriptedServerSteps.Options() with { AlertCallback = alerts.Add });
        await session.AskForAsync(new NoopCommand(), "NOOP\r\n", $"{lines}\r\n");
        Assert.Equal("text", Assert.Single(alerts));
    }

    [Theory]
    [InlineData("+")]
    [InlineData("+ ")]
    [InlineData("+ idling")]
    [InlineData("+ OK ready")]
    [InlineData("+ Ready for literal data")]
    [InlineData("SEARCH completed")]
    [InlineData("LIST of mailboxes follows")]
    [InlineData("welcome")]
    [InlineData("OK hello")]
    [InlineData("A99 OK done")]
    [InlineData("A99 NO no")]
    public Task Chatter_of_a_server_is_not_reported(string line) => QuirkSession.RunInInboxAsync(
        session => session.AskForAsync(new NoopCommand(), "NOOP\r\n", $"{line}\r\n"));

    [Fact]
    public Task Without_a_command_it_is_for_the_log() => QuirkSession.RunInInboxAsync(async session =>
    {
        await session.Server.SendAsync("- 1 FETCH (UID 5 FLAGS (k))\r\n");
        await session.NextCommandWorksAsync();
        Assert.Contains("A line that is not a response was skipped: \"- 1 FETCH (UID 5 FLAGS (k))\"", session.Warnings);
    });

    [Theory]
    [InlineData("NO quota exceeded")]
    [InlineData("BAD [x] no")]
    [InlineData("1 FETCH done")]
    [InlineData("(UID 5 FLAGS (k))")]
    [InlineData("MYRIGHTS a lrs")]
    [InlineData("LANGUAGE de")]
    public Task What_may_be_more_than_chatter_is_reported(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<IReadOnlyList<MailboxInfo>> result = await session.AskAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", $"{line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(1, result.Malformed.Count + result.Untagged.Count);
    });

    [Theory]
    [InlineData("- 1 FETCH (UID 5 FLAGS (k))", 1)]
    [InlineData("** STATUS a (MESSAGES 5)", 1)]
    [InlineData("server version 6.5.7638.1 (mail.example.org) ready.", 0)]
    [InlineData("*", 0)]
    public Task A_greeting_may_go_on_until_the_first_answer(string line, int count) => QuirkSession.RunAsync(async session =>
        Assert.Equal(count, (await session.AskAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", $"{line}\r\n{{tag}} OK done\r\n")).Malformed.Count));

    private static async Task IsToldAsync<T>(QuirkSession session, ImapCommand<T> command, string written, string line)
    {
        // What came before is not continued.
        ImapResult<T> result = await session.AskAsync(command, written, $"* 9 EXISTS\r\n{line}\r\n{{tag}} OK done\r\n");
        Told(line, result.Malformed);
    }

    private static void Told(string raw, IReadOnlyList<MalformedResponse> malformed) =>
        Assert.Equal(raw, Encoding.Latin1.GetString(Assert.Single(malformed).Raw.Span));

    private static TheoryData<string> Cross(string[] forms, string[] lines) =>
        [.. forms.SelectMany(form => lines.Select(line => form.Replace("{0}", line, StringComparison.Ordinal)))];
}
