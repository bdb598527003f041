using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quirks without a number: literals, dates, sections and body structures written oddly, answers to STORE, and answers that are nobody's.</summary>
public sealed class OddFetchQuirks
{
    [Theory]
    [InlineData("{9} \r\n")] // spaces behind the header: the literal was read as responses, and the server's mail could have spoken for it
    [InlineData("{9}  \r\n")]
    [InlineData("{9}\r\r\n")]
    [InlineData("{9}\t\r\n")]
    [InlineData("{9} \n")]
    [InlineData(" {9+}\r\n")]
    public Task A_literal_is_seen_whatever_stands_behind_its_header(string header) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItem.BodyPeek(), $"* 3 FETCH (UID 7 BODY[] {header}A2 OK x\r\n FLAGS (\\Seen))\r\n");
        Assert.Equal("A2 OK x\r\n", Encoding.ASCII.GetString(await message.Section(BodySection.Full)!.ReadAllAsync()));
        Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("17-Jul-2026 02:44:25 +0200", "17.07.2026 02:44:25 +02")] // without quotes: was midnight
    [InlineData("7-Jul-2026 2:44:25 -0700", "07.07.2026 02:44:25 -07")]
    [InlineData("\"17-Jul-26 02:44:25 +0000\"", "17.07.2026 02:44:25 +00")] // was in the first century
    [InlineData("\"17-Jul-99 02:44:25 +0000\"", "17.07.1999 02:44:25 +00")]
    [InlineData("\"17-Jul-2026 02:44:25 GMT\"", "17.07.2026 02:44:25 +00")]
    [InlineData("\"17-Jul-2026 02:44:25 +02:00\"", "17.07.2026 02:44:25 +02")]
    [InlineData("\"17-Jul-2026 02:44:25\"", "17.07.2026 02:44:25 +00")]
    [InlineData("{26}\r\n17-Jul-2026 02:44:25 +0200", "17.07.2026 02:44:25 +02")]
    public Task A_date_may_be_written_oddly(string written, string date) => QuirkSession.FetchAsync(
        FetchItems.InternalDate | FetchItems.Size | FetchItem.SaveDate,
        $"* 3 FETCH (UID 7 INTERNALDATE {written} SAVEDATE {written} RFC822.SIZE 44)\r\n",
        message =>
        {
            Assert.Equal(date, message.InternalDate?.ToString("dd.MM.yyyy HH:mm:ss zz", System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal((message.InternalDate, 44L), (message.SaveDate, message.Size));
            Assert.Empty(message.Extensions);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("BODY[X-NEW]")] // was lost without a word
    [InlineData("BODY[1.]")]
    [InlineData("BODY[0]")]
    [InlineData("BODY[HEADER.FIELDS SUBJECT]")]
    [InlineData("BINARY.SIZE[x]")]
    public Task A_section_that_nobody_knows_is_malformed(string name) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItems.Flags | FetchItems.Header, $"* 3 FETCH (UID 7 {name} {{5}}\r\nhello FLAGS (\\Seen) BODY[HEADER] {{8}}\r\nA: b\r\n\r\n)\r\n");
        MalformedResponse malformed = Assert.Single(message.Malformed);
        Assert.Equal((name, $"{name} {{5}}\r\nhello"), (malformed.Name, Encoding.ASCII.GetString(malformed.Raw.Span)));
        Assert.Equal("b", message.Headers.Get("A"));
        Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
    });

    [Theory]
    [InlineData("(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1 (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")] // the MD5 is missing: was no attachment
    [InlineData("(\"IMAGE\" \"PNG\" NIL NIL NIL \"BASE64\" 31 (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")]
    [InlineData("(\"IMAGE\" \"PNG\" NIL NIL NIL \"BASE64\" 31 1 NIL (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")] // lines where there are none
    [InlineData("(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"BASE64\" 31 1 NIL (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")] // lines, but no envelope
    [InlineData("(\"MESSAGE\" \"DELIVERY-STATUS\" NIL NIL NIL \"7BIT\" 31 1 NIL (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")]
    [InlineData("(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 31 NIL NIL 1 (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")]
    [InlineData("(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" \"31\" \"1\" NIL (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")]
    [InlineData("(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 NIL NIL (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")]
    [InlineData("(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1 NIL ((\"ATTACHMENT\" (\"FILENAME\" \"a\"))) (\"de\") \"loc\")")] // two pairs of parentheses
    public Task A_disposition_is_found_though_a_field_before_it_is_missing_or_one_too_many(string part) => QuirkSession.FetchAsync(
        FetchItems.BodyStructure,
        $"* 3 FETCH (UID 7 BODYSTRUCTURE ({part}(\"TEXT\" \"HTML\" NIL NIL NIL \"8BIT\" 32 2) \"MIXED\"))\r\n",
        static message =>
        {
            BodyPart part = message.Body.Children[0];
            Assert.True(part.IsAttachment);
            Assert.Equal((31L, "loc"), (part.Size, part.Location));
            Assert.Null(part.Md5);
            Assert.Equal(["de"], part.Languages);
            Assert.Equal(32, message.Body.HtmlBody!.Size);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("a\rb")] // what stood behind it was lost
    [InlineData("a\tb\r\rc")]
    [InlineData("\\")] // nothing is escaped, but for the string's end
    [InlineData("C:\\new\\\"x")]
    public Task A_string_may_hold_what_no_string_should(string written) => QuirkSession.FetchAsync(
        FetchItems.Envelope | FetchItems.Flags | FetchItem.BodyPeek(BodySection.Part(1)),
        $"* 3 FETCH (UID 7 ENVELOPE (NIL \"{written} \" NIL NIL NIL NIL NIL NIL NIL \"<id@x>\") BODY[1] \"{written} \" FLAGS (\\Seen))\r\n",
        message =>
        {
            string text = written.Replace("\\\"", "\"", StringComparison.Ordinal) + " ";
            Assert.Equal(text, Encoding.ASCII.GetString(((BufferedBody)message.Section(BodySection.Part(1))!).Octets.Span));
            Assert.Equal("<id@x>", message.Envelope.MessageId);
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData(")* 4 FETCH (UID 8 FLAGS ())\r\n", 1)] // a line end is missing: the next response was read as extensions
    [InlineData(" 02:44:25 +0000 FLAGS (\\Seen))\r\n", 0)]
    [InlineData(" (a b) FLAGS (\\Seen))\r\n", 0)]
    public Task What_has_no_name_is_no_extension(string rest, int extensions) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItems.Size, $"* 3 FETCH (UID 7 RFC822.SIZE 44{rest}");
        Assert.Equal(44, message.Size);
        Assert.Contains("the name of an item", Assert.Single(message.Malformed).Reason, StringComparison.Ordinal);
        Assert.Equal(extensions, message.Extensions.Count);
    });

    [Theory]
    [InlineData("((\"TEXT\" \"PLAIN\" ((\"CHARSET\" \"utf-8\")) NIL NIL \"7BIT\" 31 1)(\"TEXT\" \"HTML\" NIL NIL NIL \"8BIT\" 32 2) \"MIXED\")")]
    [InlineData("((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1) NIL (\"TEXT\" \"HTML\" NIL NIL NIL \"8BIT\" 32 2) \"MIXED\")")] // a part was taken for parameters
    public Task Parameters_that_are_none_are_told(string structure) => QuirkSession.FetchAsync(
        FetchItems.BodyStructure | FetchItems.Flags,
        $"* 3 FETCH (UID 7 BODYSTRUCTURE {structure} FLAGS (\\Seen))\r\n",
        message =>
        {
            MalformedResponse malformed = Assert.Single(message.Malformed);
            Assert.Equal("BODYSTRUCTURE " + structure, Encoding.ASCII.GetString(malformed.Raw.Span));
            Assert.Contains("the parameters of a", malformed.Reason, StringComparison.Ordinal);
            Assert.Equal(31, message.Body.TextBody!.Size);
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
        });

    [Theory]
    [InlineData("* 3 FETCH (UID 7 FLAGS (\\Seen) X-NEW (1))\r\n", false)] // more than was asked for: told nothing
    [InlineData("* 3 FETCH (X-NEW \"a\" FLAGS (\\Seen) MODSEQ NIL UID 7)\r\n", false)]
    [InlineData("* 3 FETCH (UID 7 FLAGS \\Seen MODSEQ (12))\r\n", true)]
    [InlineData("* 3 FETCH (UID 7 FLAGS (\\Seen) MODSEQ (x))\r\n", true)]
    public Task The_answer_to_STORE_is_taken_with_what_else_is_in_it(string line, bool isDamaged) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<StoreResult> result = await session.AskAsync(
            new UidStoreCommand(new Uid(7), FlagOperation.Add, Flag.Seen), "UID STORE 7 +FLAGS (\\Seen)\r\n", line + "{tag} OK done\r\n");
        FlagUpdate update = Assert.Single(result.Value.Changed);
        Assert.Equal((new SequenceNumber(3), new Uid(7)), (update.Number, update.Uid));
        Assert.Equal(line.Contains("(\\Seen)", StringComparison.Ordinal) ? "(\\Seen)" : null, update.Flags?.ToString());
        Assert.Equal(isDamaged ? [line[2..^2]] : [], result.Malformed.Select(static malformed => Encoding.ASCII.GetString(malformed.Raw.Span)));
        Assert.Equal(isDamaged ? 1 : 0, session.Warnings.Count);
    });

    [Theory]
    [InlineData("FETCH (UID 7 FLAGS (\\Seen))")]
    [InlineData("FETCH (FLAGS (\\Seen) UID 7)")]
    [InlineData("0 FETCH (UID 7 FLAGS (\\Seen))")]
    [InlineData("UID 7 FETCH (UID 7 FLAGS (\\Seen))", false)]
    [InlineData("FETCH (FLAGS (\\Seen))", false)]
    public async Task News_of_a_message_without_its_number_are_told_by_its_UID(string news, bool isTold = true)
    {
        await using QuirkSession session = await QuirkSession.StartAsync();
        await session.SelectInboxAsync();
        await using TestListener listener = await session.Server.IdleAsync(session.Inbox);
        await session.Server.SendAsync($"* {news}\r\n* 12 EXISTS\r\n");
        if (isTold)
        {
            FetchedMessage told = Assert.IsType<MailboxEvent.Fetched>(await listener.NextAsync()).Message;
            Assert.Equal((7u, 0u, "(\\Seen)"), (told.Uid.Value, told.SequenceNumber.Value, told.Flags.ToString()));
        }

        Assert.IsType<MailboxEvent.Exists>(await listener.NextAsync());
    }

    [Fact]
    public async Task News_that_cannot_be_read_as_a_whole_are_told_and_logged()
    {
        await using QuirkSession session = await QuirkSession.StartAsync();
        await session.SelectInboxAsync();
        await using TestListener listener = await session.Server.IdleAsync(session.Inbox);
        await session.Server.SendAsync("* 3 FETCH (UID 7 FLAGS \\Seen X-NEW (1))\r\n");
        MailboxEvent.Fetched told = Assert.IsType<MailboxEvent.Fetched>(await listener.NextAsync());
        Assert.Equal(7u, told.Message.Uid.Value);
        Assert.Equal("FLAGS \\Seen", Encoding.ASCII.GetString(Assert.Single(told.Message.Malformed).Raw.Span));
        Assert.StartsWith("A response has an item that cannot be read", Assert.Single(session.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("* FETCH 3 (FLAGS (\\Seen))\r\n")]
    [InlineData("* FETCH (FLAGS (\\Seen))\r\n")]
    [InlineData("* -1 FETCH (FLAGS (\\Seen))\r\n")]
    [InlineData("* \"3\" FETCH (FLAGS (\\Seen))\r\n")]
    [InlineData("* 99999999999 FETCH (FLAGS (\\Seen))\r\n")]
    public Task An_answer_without_its_number_is_reported(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchCommand fetch = new(SequenceSet.Parse("3"), FetchItems.Flags);
        ImapResult<IReadOnlyList<FetchedMessage>> result =
            await session.AskAsync(fetch, "FETCH 3 (FLAGS)\r\n", line + "{tag} OK done\r\n");
        Assert.Equal(line[2..^2], Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span));

        // Where all that were asked for have come it is news.
        result = await session.AskAsync(
            fetch, "FETCH 3 (FLAGS)\r\n", "* 3 FETCH (FLAGS (\\Seen))\r\n" + line + "{tag} OK done\r\n");
        Assert.Equal((1, 0), (result.Value.Count, result.Malformed.Count));
    });

    [Theory]
    [InlineData("* 3 STORE (FLAGS (\\Seen))\r\n")]
    [InlineData("* STATUS other (MESSAGES 3)\r\n")]
    [InlineData("* 5 EXISTS.\r\n")]
    [InlineData("* UIDNEXT 5\r\n")]
    [InlineData("* 3,4 EXPUNGE\r\n")]
    public Task An_answer_that_is_nobodys_is_in_the_log(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        Assert.Empty(await session.AskForAsync(new FetchCommand(SequenceSet.Parse("3"), FetchItems.Flags), "FETCH 3 (FLAGS)\r\n", line));
        Assert.Equal(9, session.Inbox.Exists);
        string shown = line[2..^2];
        Assert.Contains($"No command in progress accepts this response: \"{shown}\"", session.Log);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("A1OK done\r\n")] // no space behind the tag: was skipped, and the command waited
    [InlineData("a1ok[ALERT]done\r\n")]
    [InlineData("\0 A1\t OK\tdone\r\r\n")]
    public Task A_tag_needs_no_space_behind_it(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<ImapNothing> result = await session.AskAsync(new NoopCommand(), "NOOP\r\n", line);
        Assert.Equal((ImapStatus.Ok, "done"), (result.Status, result.Text));
    });
}
