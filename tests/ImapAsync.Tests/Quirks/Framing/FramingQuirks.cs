namespace ImapAsync.Tests;

/// <summary>Where a response begins and ends, and what surrounds it.</summary>
public sealed class FramingQuirks
{
    [Fact]
    [Quirk(3)]
    public Task Lines_that_are_not_responses_are_skipped() => QuirkSession.RunAsync(async session =>
    {
        // Exchange 2003 writes its banner over several lines.
        MailboxStatus status = await session.AskForAsync(
            new StatusCommand("INBOX", StatusItems.Messages),
            "STATUS INBOX (MESSAGES)\r\n",
            "*\r\n* \r\nMicrosoft Exchange Server 2003 IMAP4rev1\r\n server version 6.5.7638.1 (mail.example.org) ready.\r\n\r\n* STATUS INBOX (MESSAGES 12)\r\n");

        Assert.Equal(12, status.Messages);
        Assert.Contains("A line that is not a response was skipped: \"Microsoft Exchange Server 2003 IMAP4rev1\"", session.Warnings);
    });

    [Fact]
    [Quirk(4)]
    public Task NUL_octets_before_a_response_are_skipped() => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(
            FetchItems.Header | FetchItem.Body(BodySection.Text), "\0\0\0\0* 3 FETCH (UID 7 BODY[HEADER] {8}\r\nA: b\r\n\r\n BODY[TEXT] {1}\r\nx)\r\n\0");

        Assert.Equal("b", message.Headers.Get("A"));
        Assert.Equal(1, message.Section(BodySection.Text)!.Size);
        Assert.Empty(session.Warnings);
    });

    [Fact]
    [Quirk(7)]
    public Task Lines_and_literals_may_end_with_LF_alone() => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(
            FetchItems.Envelope | FetchItems.Header,
            "* 3 FETCH (UID 7 ENVELOPE (NIL {5}\nhello NIL NIL NIL NIL NIL NIL NIL NIL) BODY[HEADER] {6}\nA: b\r\n)\n* 10 EXISTS\n");

        Assert.Equal("hello", message.Envelope.Subject);
        Assert.Equal("b", message.Headers.Get("A"));
        Assert.Equal(10, session.Inbox.Exists);
        Assert.Empty(session.Warnings);
    });

    [Fact]
    [Quirk(8)]
    public Task Everything_may_be_in_lower_case() => QuirkSession.FetchAsync(
        FetchItems.AllMacro | FetchItems.BodyStructure | FetchItems.Uid,
        "* 3 fetch (uid 7 flags (\\seen \\answered) internaldate \"17-jul-2026 02:44:25 -0700\" rfc822.size 44 envelope (nil \"s\" ((nil nil \"a\" \"x\")) nil nil nil nil nil nil nil)"
        + " bodystructure (\"text\" \"html\" (\"charset\" \"utf-8\") nil nil \"base64\" 3 1 nil (\"attachment\" nil) nil nil))\r\n",
        message =>
        {
            Assert.Equal(7u, message.Uid.Value);
            Assert.Equal(Flag.Seen | Flag.Answered, message.Flags);
            Assert.Equal(new DateTimeOffset(2026, 7, 17, 2, 44, 25, TimeSpan.FromHours(-7)), message.InternalDate);
            Assert.Equal(("s", "a@x", 44L), (message.Envelope.Subject, message.Envelope.From[0].Address, message.Size));
            Assert.True(message.BodyStructure.ContentType.Is("text/html"));
            Assert.Equal(ContentTransferEncoding.Base64, message.BodyStructure.TransferEncoding);
            Assert.True(message.BodyStructure.IsAttachment);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("J\u00C3\u00BCrgen", "Jürgen")] // UTF-8
    [InlineData("J\u00FCrgen", "Jürgen")] // Latin-1
    [Quirk(9)]
    public Task Octets_beyond_ASCII_are_UTF_8_or_else_Latin_1(string written, string text) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(
            FetchItems.Flags | FetchItems.Envelope,
            $"* 3 FETCH (UID 7 FLAGS ({written} \\Seen) ENVELOPE (NIL \"{written}\" ((\"{written}\" NIL {written} \"x\")) NIL NIL NIL NIL NIL NIL NIL))\r\n");

        Assert.Contains(Flag.FromServer(text), message.Flags);
        Assert.Equal(text, message.Envelope.Subject);
        Assert.Equal((text, text + "@x"), (message.Envelope.From[0].DisplayName, message.Envelope.From[0].Address));

        ImapResult<ImapNothing> noop = await session.AskAsync(new NoopCommand(), "NOOP\r\n", $"{{tag}} OK [ALERT] {written}\r\n");
        Assert.Equal(text, noop.Text);
    });

    [Fact]
    [Quirk(10)]
    public Task An_atom_may_begin_with_a_plus() => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItems.Flags, "* 3 FETCH (FLAGS (+todo \\Seen +) UID 7)\r\n");
        Assert.Equal<FlagSet>(["+todo", Flag.Seen, "+"], message.Flags);
        MailboxInfo mailbox = Assert.Single(await session.AskForAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", "* LIST () \"/\" +new\r\n"));
        Assert.Equal("+new", mailbox.Name.Value);
    });

    [Theory]
    [InlineData("*10 EXISTS\r\n")] // no space after the star
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
        // What is lost by it must be reported in the log.
        Assert.Equal(line.Contains("VANISHED", StringComparison.Ordinal) || line.Contains("FLAGS", StringComparison.Ordinal) ? 1 : 0, session.Warnings.Count);
    });

    [Fact]
    public Task Octets_that_are_not_text_are_accepted_as_they_are() => QuirkSession.RunAsync(async session =>
    {
        ImapResult<ImapNothing> result = await session.AskAsync(new NoopCommand(), "NOOP\r\n", "* \u0001\u0002\u00A7 {\r\n{tag} NO \u00FFoops\u0000\r\n");
        Assert.Equal("\u00FFoops\0", result.Text);
        Assert.Equal("\u0001\u0002\u00A7", Assert.Single(session.Connection.TakeResponses("\u0001\u0002\u00A7")).Name);
    });
}
