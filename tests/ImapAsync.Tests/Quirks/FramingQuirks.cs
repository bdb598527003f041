namespace ImapAsync.Tests;

/// <summary>Quirks 1 to 10: where a response begins and ends.</summary>
public sealed class FramingQuirks
{
    [Theory]
    [InlineData("[COPYUID 38505 304,319:320 3956:3958]\r\n")] // Office 365
    [InlineData("* [COPYUID 38505 304,319:320 3956:3958]\r\n")] // home.pl
    [InlineData("* [COPYUID 38505 304,319:320 3956:3958] moved\r\n")]
    [Quirk(1)]
    public Task A_code_without_a_status_counts_as_OK(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        CopyResult result = await session.AskForAsync(
            new UidMoveCommand(UidSet.Parse("304,319:320"), "Archive"), "UID MOVE 304,319:320 Archive\r\n", line + "* 3 EXPUNGE\r\n");

        Assert.Equal(38505u, result.UidValidity?.Value);
        Assert.Equal(new Uid(3956), result.DestinationOf(new Uid(304)));
        Assert.Equal(new Uid(3958), result.DestinationOf(new Uid(320)));
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("{tag} OK [COPYUID 1  ] done\r\n")] // Outlook
    [InlineData("{tag} OK [COPYUID 1 ] done\r\n")]
    [InlineData("{tag} OK [COPYUID 1] done\r\n")]
    [InlineData("{tag} OK [COPYUID 1 \"\" \"\"] done\r\n")]
    [Quirk(2)]
    public Task A_COPYUID_with_empty_sets_is_an_empty_mapping(string tagged) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<CopyResult> result = await session.AskAsync(new UidCopyCommand(new Uid(999), "Archive"), "UID COPY 999 Archive\r\n", tagged);

        Assert.True(result.IsOk);
        Assert.Equal(1u, result.Value.UidValidity?.Value);
        Assert.Empty(result.Value.Source);
        Assert.Empty(result.Value.Pairs);
    });

    [Fact]
    [Quirk(3)]
    public Task A_continuation_nobody_asked_for_is_answered_with_nothing() => QuirkSession.RunAsync(async session =>
    {
        ImapCapabilities capabilities = await session.AskForAsync(
            new CapabilityCommand(), "CAPABILITY\r\n", "+ go ahead\r\n+\r\n* CAPABILITY IMAP4rev1 NAMESPACE\r\n+ \r\n");

        Assert.Equal<ImapCapabilities>(["IMAP4rev1", "NAMESPACE"], capabilities);
        Assert.Equal(3, session.Log.Count(line => line.Contains("an unsolicited continuation", StringComparison.Ordinal)));
        Assert.Equal("", await session.Server.ReceiveAllAsync());
    });

    [Fact]
    [Quirk(3)]
    public Task Lines_that_are_no_responses_are_skipped() => QuirkSession.RunAsync(async session =>
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
            FetchItems.Header | FetchItem.BodyPeek(BodySection.Text), "\0\0\0\0* 3 FETCH (UID 7 BODY[HEADER] {8}\r\nA: b\r\n\r\n BODY[TEXT] {1}\r\nx)\r\n\0");

        Assert.Equal("b", message.Headers.Get("A"));
        Assert.Equal(1, message.Section(BodySection.Text)!.Size);
        Assert.Empty(session.Warnings);
    });

    [Fact]
    [Quirk(5)]
    public async Task The_first_BYE_ends_the_connection()
    {
        await using QuirkSession session = await QuirkSession.StartAsync();
        Task<ImapResult<ImapNothing>> noop = session.Connection.SendAsync(new NoopCommand()).AsTask();
        await session.AnswerAsync("NOOP\r\n", "* BYE Autologout; idle for too long\r\n* BYE Autologout; idle for too long\r\n* BYE Again\r\n");

        ImapConnectionException lost = await noop.FailsAsync<ImapConnectionException>();
        Assert.Equal("Autologout; idle for too long", lost.ByeText);
        Assert.Equal(CommandOutcome.Unknown, lost.Outcome);
        Assert.Equal("Autologout; idle for too long", (await session.Connection.SendAsync(new NoopCommand()).AsTask().FailsAsync<ImapConnectionException>()).ByeText);
        Assert.Single(session.Warnings);
    }

    [Theory]
    [InlineData("* BYE see you\r\n{tag} BYE see you\r\n")]
    [InlineData("{tag} BYE see you\r\n")]
    [InlineData("* BYE see you\r\n* BYE see you\r\n* BYE see you\r\n{tag} OK done\r\n")]
    [Quirk(5)]
    public async Task A_tagged_BYE_answers_LOGOUT(string answer)
    {
        await using QuirkSession session = await QuirkSession.StartAsync();
        Assert.True((await session.AskAsync(new LogoutCommand(), "LOGOUT\r\n", answer)).IsOk);
        Assert.Equal(ImapConnectionState.Logout, session.Connection.State);
        Assert.Empty(session.Warnings);
    }

    // Domino counts the last line end of a message not, or counts one octet of it.
    [Theory]
    [InlineData("* 3 FETCH (UID 7 BODY[] {10}\r\n0123456789\r\n)\r\n", "0123456789")]
    [InlineData("* 3 FETCH (UID 7 BODY[] {11}\r\n0123456789\r\n)\r\n", "0123456789\r")]
    [InlineData("* 3 FETCH (UID 7 BODY[] {14}\r\n0123456789\r\n)\r\n", "0123456789\r\n)\r")]
    [Quirk(6)]
    public Task A_literal_that_is_counted_wrongly_spoils_nothing_behind_the_line_end(string response, string body) => QuirkSession.RunInInboxAsync(async session =>
    {
        string next = "* 4 FETCH (UID 8 BODY[] {1}\r\nx)\r\n";
        ImapResult<IReadOnlyList<FetchedMessage>> result = await session.AskAsync(
            new UidFetchCommand(UidSet.Parse("7:8"), FetchItem.BodyPeek()), "UID FETCH 7:8 (UID BODY.PEEK[])\r\n", response + next + "{tag} OK done\r\n");

        Assert.Equal([body, "x"], result.Value.Select(static message => System.Text.Encoding.ASCII.GetString(((BufferedBody)message.Section(BodySection.Full)!).Octets.Span)));
        if (body.Length < 14)
            Assert.Equal("A line that is not a response was skipped: \")\"", Assert.Single(session.Warnings.Skip(1)));
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

    [Theory]
    [InlineData("{tag} OK [READ-ONLY]\r\n")]
    [InlineData("{tag} ok [read-only]\r\n")]
    [InlineData("{tag} Ok[READ-ONLY]\r\n")]
    [Quirk(8)]
    public Task A_code_needs_no_text_behind_it(string tagged) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<SelectResult> result = await session.AskAsync(new ExamineCommand("INBOX"), "EXAMINE INBOX\r\n", "* ok [UIDNEXT 9]\r\n* OK [UIDVALIDITY 3]\r\n" + tagged);

        Assert.True(result.Value.IsReadOnly);
        Assert.Equal("READ-ONLY", result.Code?.Name.ToUpperInvariant());
        Assert.Equal("", result.Text);
        Assert.Equal((9u, 3u), (result.Value.UidNext?.Value, result.Value.UidValidity?.Value));
    });

    [Fact]
    [Quirk(8)]
    public Task Everything_may_be_in_lower_case() => QuirkSession.FetchAsync(
        FetchItems.All | FetchItems.BodyStructure | FetchItems.Uid,
        "* 3 fetch (uid 7 flags (\\seen \\answered) internaldate \"17-jul-2026 02:44:25 -0700\" rfc822.size 44 envelope (nil \"s\" ((nil nil \"a\" \"x\")) nil nil nil nil nil nil nil)"
        + " bodystructure (\"text\" \"html\" (\"charset\" \"utf-8\") nil nil \"base64\" 3 1 nil (\"attachment\" nil) nil nil))\r\n",
        message =>
        {
            Assert.Equal(7u, message.Uid.Value);
            Assert.Equal(Flag.Seen | Flag.Answered, message.Flags);
            Assert.Equal(new DateTimeOffset(2026, 7, 17, 2, 44, 25, TimeSpan.FromHours(-7)), message.InternalDate);
            Assert.Equal(("s", "a@x", 44L), (message.Envelope.Subject, message.Envelope.From[0].Address, message.Size));
            Assert.True(message.Body.ContentType.Is("text/html"));
            Assert.Equal(ContentTransferEncoding.Base64, message.Body.TransferEncoding);
            Assert.True(message.Body.IsAttachment);
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

    [Theory]
    [InlineData("* CAPABILITY IMAP4rev1 LITERAL + IDLE\r\n")]
    [InlineData("* CAPABILITY  IMAP4rev1  LITERAL+  IDLE \r\n")]
    [Quirk(10)]
    public Task LITERAL_and_its_plus_may_stand_apart(string response) => QuirkSession.RunAsync(async session =>
    {
        ImapCapabilities capabilities = await session.AskForAsync(new CapabilityCommand(), "CAPABILITY\r\n", response);

        Assert.Equal<ImapCapabilities>(["IMAP4rev1", "LITERAL+", "IDLE"], capabilities);
        Assert.Equal(capabilities, session.Connection.Capabilities);
        // The plus counts: the literal is sent without a wait.
        await session.AskAsync(new LoginCommand("a\nb", "c"), "LOGIN {3+}\r\na\nb \"c\"\r\n", "{tag} NO not you\r\n");
    }, "* PREAUTH hello\r\n");

    [Fact]
    [Quirk(10)]
    public Task An_atom_may_begin_with_a_plus() => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItems.Flags, "* 3 FETCH (FLAGS (+todo \\Seen +) UID 7)\r\n");
        Assert.Equal<FlagSet>(["+todo", Flag.Seen, "+"], message.Flags);
        MailboxInfo mailbox = Assert.Single(await session.AskForAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", "* LIST () \"/\" +new\r\n"));
        Assert.Equal("+new", mailbox.Name.Value);
    });
}
