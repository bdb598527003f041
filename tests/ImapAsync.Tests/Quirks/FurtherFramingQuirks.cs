using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quirks without a number: lines, tags and status responses.</summary>
public sealed class FurtherFramingQuirks
{
    [Theory]
    [InlineData("*10 EXISTS\r\n")] // no space behind the star
    [InlineData("*  10  EXISTS \r\n")]
    [InlineData(" * 10 EXISTS\r\n")] // spaces before it
    [InlineData("\t*\t10\tEXISTS\r\n")] // tabs for spaces
    [InlineData("* 10 EXISTS\r\r\n")] // two CR
    [InlineData("\r\n\r\n* 10 exists\r\n\r\n")] // empty lines
    [InlineData("* 10 EXISTS and more\r\n")]
    public Task Odd_spaces_and_line_ends_around_an_untagged_response_do_no_harm(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        Assert.True((await session.AskAsync(new NoopCommand(), "NOOP\r\n", line + "{tag} OK done\r\n")).IsOk);
        Assert.Equal(10, session.Inbox.Exists);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("a1 OK done\r\n")] // the tag in lower case
    [InlineData("A1  OK  done  \r\n")]
    [InlineData("A1\tOK\tdone\r\n")]
    [InlineData("  A1 OK done\r\n")]
    [InlineData("A1 OK done\r\r\n")]
    [InlineData("A1 ok done\n")]
    public Task Odd_spaces_around_a_tag_do_no_harm(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<ImapNothing> result = await session.AskAsync(new NoopCommand(), "NOOP\r\n", line);
        Assert.Equal("OK done", result.ToString());
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("A1 OK\r\n", ImapStatus.Ok, null, "")]
    [InlineData("A1 OK \r\n", ImapStatus.Ok, null, "")]
    [InlineData("A1 NO [\r\n", ImapStatus.No, null, "[")]
    [InlineData("A1 NO [ALERT\r\n", ImapStatus.No, "[ALERT", "")] // known by its name
    [InlineData("A1 NO [X-A\r\n", ImapStatus.No, null, "[X-A")]
    [InlineData("A1 NO [] text\r\n", ImapStatus.No, null, "text")]
    [InlineData("A1 NO [ ] text\r\n", ImapStatus.No, null, "text")]
    [InlineData("A1 NO [X-A]text\r\n", ImapStatus.No, "[X-A]", "text")]
    [InlineData("A1 NO [X-A (1 (2)) \"]\" [b]] text ] x\r\n", ImapStatus.No, "[X-A (1 (2)) \"]\" [b]]", "text ] x")]
    [InlineData("A1 BAD [X-A] {5}\r\n", ImapStatus.Bad, "[X-A]", "{5}")] // no literal
    [InlineData("A1 PREAUTH odd\r\n", ImapStatus.Ok, null, "odd")]
    public Task The_text_of_an_answer_may_be_anything(string line, ImapStatus status, string? code, string text) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<ImapNothing> result = await session.AskAsync(new NoopCommand(), "NOOP\r\n", line);
        Assert.Equal((status, code, text), (result.Status, result.Code?.ToString(), result.Text));
    });

    [Fact]
    public Task An_answer_that_is_neither_OK_NO_nor_BAD_fails_its_command_alone() => QuirkSession.RunAsync(async session =>
    {
        Task<ImapResult<ImapNothing>> noop = session.Connection.SendAsync(new NoopCommand()).AsTask();
        Task<ImapCapabilities> other = session.Connection.CapabilityAsync();
        await session.AnswerAsync("NOOP\r\n", "{tag} YES indeed\r\n");
        Assert.Contains("expected OK, NO or BAD behind the tag", (await noop.FailsAsync<ImapProtocolException>()).Message, StringComparison.Ordinal);
        await session.AnswerAsync("CAPABILITY\r\n", "* CAPABILITY IMAP4rev1\r\n{tag} OK done\r\n");
        Assert.True((await other.InTime()).Has("IMAP4rev1"));
    });

    [Fact]
    public Task A_tag_that_is_answered_twice_or_was_never_sent_is_ignored_and_logged() => QuirkSession.RunAsync(async session =>
    {
        Assert.True((await session.AskAsync(new NoopCommand(), "NOOP\r\n", "A1 OK done\r\nA1 NO not at all\r\nA99 OK what\r\n")).IsOk);
        Assert.True((await session.AskAsync(new NoopCommand(), "NOOP\r\n", "{tag} OK done\r\n")).IsOk);
        Assert.Equal(
            ["The server answered the tag A1, which is not in progress; the answer is ignored", "The server answered the tag A99, which is not in progress; the answer is ignored"],
            session.Warnings);
    });

    [Fact]
    public Task A_literal_at_the_end_of_a_response_keeps_its_own_line_end() => QuirkSession.RunAsync(async session =>
    {
        // The root's name ends with CR LF, and so does the response, right behind it.
        QuotaRoots roots = await session.AskForAsync(new GetQuotaRootCommand("a"), "GETQUOTAROOT a\r\n", "* QUOTAROOT a {4}\r\nx\n\r\n\r\n");
        Assert.Equal(["x\n\r\n"], roots.Roots);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("* 99999999999 EXISTS\r\n")]
    [InlineData("* -1 EXISTS\r\n")]
    [InlineData("* EXISTS\r\n")]
    [InlineData("* 0 EXPUNGE\r\n")]
    [InlineData("* 12\r\n")]
    [InlineData("* VANISHED\r\n")]
    [InlineData("* VANISHED x\r\n")]
    [InlineData("* VANISHED (EARLIER\r\n")]
    [InlineData("* FLAGS\r\n")]
    [InlineData("* FLAGS (\\Seen\r\n")]
    public Task A_count_or_list_that_cannot_be_read_changes_nothing(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        Assert.True((await session.AskAsync(new NoopCommand(), "NOOP\r\n", line + "{tag} OK done\r\n")).IsOk);
        Assert.Equal(9, session.Inbox.Exists);
        Assert.Empty(session.Inbox.Flags);
        // What is lost by it must be told in the log.
        Assert.Equal(line.Contains("VANISHED", StringComparison.Ordinal) || line.Contains("FLAGS", StringComparison.Ordinal) ? 1 : 0, session.Warnings.Count);
    });

    [Theory]
    [InlineData("*  OK   hello there\r\n")]
    [InlineData("* ok\r\n")]
    [InlineData("*OK hello\r\n")]
    [InlineData("\0* OK [X-NEW (a \"]\")] hello\r\n")]
    [InlineData("* OK {5}\r\n")]
    public Task A_greeting_may_look_odd(string greeting) => QuirkSession.RunAsync(
        static session =>
        {
            Assert.Equal(ImapConnectionState.NotAuthenticated, session.Connection.State);
            return Task.CompletedTask;
        }, greeting);

    [Fact]
    public Task Capabilities_may_be_told_in_any_place_and_case() => QuirkSession.RunAsync(async session =>
    {
        Assert.True(session.Connection.Capabilities.Has("idle"));
        await session.AskAsync(new NoopCommand(), "NOOP\r\n", "{tag} OK [capability IMAP4rev1 SORT=x SORT] done\r\n");
        Assert.Equal<ImapCapabilities>(["IMAP4rev1", "SORT", "SORT=x"], session.Connection.Capabilities);
        await session.AskAsync(new NoopCommand(), "NOOP\r\n", "* OK [CAPABILITY] none\r\n{tag} OK done\r\n");
        Assert.Empty(session.Connection.Capabilities);
    }, "* preauth [capability imap4rev1 IDLE] hello\r\n");

    [Fact]
    public Task Octets_that_are_no_text_are_taken_as_they_are() => QuirkSession.RunAsync(async session =>
    {
        ImapResult<ImapNothing> result = await session.AskAsync(new NoopCommand(), "NOOP\r\n", "* \u0001\u0002\u00A7 {\r\n{tag} NO \u00FFoops\u0000\r\n");
        Assert.Equal("\u00FFoops\0", result.Text);
        Assert.Equal("\u0001\u0002\u00A7", Assert.Single(session.Connection.TakeResponses("\u0001\u0002\u00A7")).Name);
    });

    [Fact]
    public Task A_response_that_nobody_knows_is_kept_with_its_literals() => QuirkSession.RunAsync(async session =>
    {
        await session.AskAsync(new NoopCommand(), "NOOP\r\n", "* XPUSH (a {3+}\r\nb)\" ~{2}\r\n\0\0 \"\\\\\")  NIL \r\n{tag} OK done\r\n");
        UntypedResponse response = Assert.Single(session.Connection.TakeResponses("XPUSH"));
        Assert.Equal("XPUSH (a {3+}\r\nb)\" ~{2}\r\n\0\0 \"\\\\\")  NIL ", Encoding.Latin1.GetString(response.Raw.Span));
        IReadOnlyList<ImapValue> values = response.ReadValues();
        Assert.Equal(["b)\"", "\0\0", "\\"], values[0].Items.Skip(1).Select(static value => value.Text));
        Assert.True(values[1].IsNil);
    });
}
