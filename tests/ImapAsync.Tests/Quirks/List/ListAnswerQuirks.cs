using System.Text;

namespace ImapAsync.Tests;

/// <summary>A LIST line that cannot be read is reported by every method, and one that was not requested is kept separately.</summary>
public sealed class ListAnswerQuirks
{
    [Theory]
    [InlineData("* LIST (\\HasNoChildren \"/\" b\r\n")]
    [InlineData("* LIST\r\n")]
    [InlineData("* LIST () \"/\"\r\n")]
    [InlineData("* LIST () \"/\" \"b\"c\"\r\n")]
    public Task A_line_that_cannot_be_read_is_reported(string line) => QuirkSession.RunAsync(async session =>
    {
        const string Others = "* LIST () \"/\" a\r\n";
        string answer = Others + line + "{tag} OK done\r\n";
        ImapResult<IReadOnlyList<MailboxInfo>> result = await session.AskAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", answer);
        Assert.Equal("a", result.Value[0].Name.Value);
        Assert.Equal(line[2..^2], Encoding.Latin1.GetString(Assert.Single(result.Malformed).Raw.Span));

        await FailsAsync(session.Connection.ListAsync(), "LIST \"\" *\r\n", answer);
        await FailsAsync(session.Connection.ListAsync("*", StatusItems.Messages), "LIST \"\" * RETURN (STATUS (MESSAGES))\r\n", answer);
        await FailsAsync(session.Connection.ListAsync(new ListCommand("", "*") { Return = ListReturnOptions.Children }), "LIST \"\" * RETURN (CHILDREN)\r\n", answer);
        await FailsAsync(session.Connection.LsubAsync(), "LSUB \"\" *\r\n", answer.Replace("LIST", "LSUB", StringComparison.Ordinal));

        async Task FailsAsync(Task<IReadOnlyList<MailboxInfo>> listing, string written, string told)
        {
            await session.AnswerAsync(written, told);
            Assert.Contains("is not complete", (await listing.FailsAsync<ImapProtocolException>()).Message, StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData("", "Work", "Work", "Other")]
    [InlineData("", "Work/%", "Work/a", "Work/a/b")]
    [InlineData("", "%", "a", "a/b")]
    [InlineData("", "Work*", "Work/a/b", "Home")]
    [InlineData("", "*b", "a/b", "a/c")]
    [InlineData("", "a%c", "abc", "a/c")]
    [InlineData("", "%/%", "a/b", "a")]
    [InlineData("", "%/%", "a/b", "a/b/c")]
    [InlineData("Work/", "%x", "Work/ax", "Work/a")]
    public Task What_cannot_match_is_kept_apart(string reference, string pattern, string matching, string other) => QuirkSession.RunAsync(async session =>
    {
        ListCommand command = new(reference, pattern);
        string lines = $"* LIST () \"/\" \"{other}\"\r\n* LIST () \"/\" \"{matching}\"\r\n";
        ImapResult<IReadOnlyList<MailboxInfo>> result = await AskAsync(session, command, lines);
        Assert.Equal([matching], result.Value.Select(static mailbox => mailbox.Name.Value));
        Assert.Empty(result.Malformed);
        Assert.Contains(other, Assert.Single(session.Connection.TakeResponses("LIST")).ToString(), StringComparison.Ordinal);

        // Alone it may be the answer under another name.
        result = await AskAsync(session, command, $"* LIST () \"/\" \"{other}\"\r\n");
        Assert.Empty(result.Value);
        Assert.Contains(other, Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("", "inbox", "\"/\" INBOX")]
    [InlineData("", "work", "\"/\" Work")]
    [InlineData("", "INBOX.foo", "\"/\" \"INBOX/foo\" (\"OLDNAME\" (\"INBOX.foo\"))")]
    [InlineData("", "INBOX.foo", "\"/\" \"INBOX/foo\"")]
    [InlineData("", "Work/%", "\".\" Work.a")]
    [InlineData("", "Work", "\"/\" Work/")]
    [InlineData("", "Work/", "\"/\" Work")]
    [InlineData("", "\u00e9", "\"/\" e&AwE-")]
    [InlineData("", "", "\"/\" \"\"")]
    [InlineData("~joe/", "%", "\"/\" user/joe/Work")]
    [InlineData("#news.", "*", "\".\" comp.mail")]
    [InlineData("", "%", "NIL a/b")]
    [InlineData("", "a^%", "\"^\" a^b")]
    [InlineData("", "***", "\"/\" a/b/c")]
    [InlineData("", "%%", "\"/\" abc")]
    [InlineData("", "%a%b*c%", "\"/\" xxaxbx/cx")]
    public Task What_may_match_is_an_answer(string reference, string pattern, string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<IReadOnlyList<MailboxInfo>> result = await AskAsync(session, new ListCommand(reference, pattern), $"* LIST () {line}\r\n");
        Assert.Single(result.Value);
        Assert.Empty(result.Malformed);
    });

    [Theory]
    [InlineData("{tag} NO Error in IMAP command received by server.\r\n", "CAPABILITY IMAP4rev1", true)]
    [InlineData("{tag} NO what?\r\n", "CAPABILITY IMAP4rev1 LIST-EXTENDED LIST-STATUS", false)]
    [InlineData("{tag} NO what?\r\n", "CAPABILITY IMAP4rev1 IMAP4rev2", false)]
    [InlineData("{tag} NO [NOPERM] never\r\n", "CAPABILITY IMAP4rev1", false)]
    [InlineData("{tag} BAD what?\r\n", "CAPABILITY IMAP4rev1 LIST-EXTENDED LIST-STATUS", true)]
    public Task Options_that_are_refused_are_requested_in_the_old_way(string answer, string capabilities, bool isAskedAgain) => QuirkSession.RunAsync(
        async session =>
        {
            Task<IReadOnlyList<MailboxInfo>> listing = session.Connection.ListAsync("*", StatusItems.Messages);
            await session.AnswerAsync("LIST \"\" * RETURN (STATUS (MESSAGES))\r\n", answer);
            if (!isAskedAgain)
            {
                ImapCommandException refused = await listing.FailsAsync<ImapCommandException>();
                Assert.StartsWith("LIST \"\" \"*\" RETURN (STATUS (MESSAGES)) was refused", refused.Message, StringComparison.Ordinal);
                return;
            }

            await session.AnswerAsync("LIST \"\" *\r\n", "* LIST () \"/\" a\r\n{tag} OK\r\n");
            await session.AnswerAsync("STATUS a (MESSAGES)\r\n", "* STATUS a (MESSAGES 5)\r\n{tag} OK\r\n");
            Assert.Equal(5, Assert.Single(await listing.InTime()).Status?.Messages);
        },
        $"* PREAUTH [{capabilities}] ready\r\n");

    [Fact]
    public void An_error_names_everything_that_was_sent()
    {
        ListCommand command = new("a", "b", "c")
        {
            Selection = ListSelectionOptions.Subscribed | ListSelectionOptions.RecursiveMatch,
            Return = ListReturnOptions.Children | ListReturnOptions.MyRights,
            Status = StatusItems.Messages | StatusItems.UidNext,
            Metadata = ["/shared/comment"],
        };
        Assert.Equal("LIST (SUBSCRIBED RECURSIVEMATCH) \"a\" \"b\" \"c\" RETURN (CHILDREN MYRIGHTS STATUS (MESSAGES UIDNEXT) METADATA (/shared/comment))", command.ToString());
        Assert.Equal("LIST \"\" \"*\"", new ListCommand("", "*").ToString());
    }

    private static async Task<ImapResult<IReadOnlyList<MailboxInfo>>> AskAsync(QuirkSession session, ListCommand command, string lines)
    {
        Task<ImapResult<IReadOnlyList<MailboxInfo>>> asking = session.Connection.SendAsync(command).AsTask();
        string line = await session.Server.ReceiveLineAsync().InTime();
        session.SkipTags(1);
        await session.Server.SendAsync($"{lines}{line.Split(' ')[0]} OK done\r\n");
        return await asking.InTime();
    }
}
