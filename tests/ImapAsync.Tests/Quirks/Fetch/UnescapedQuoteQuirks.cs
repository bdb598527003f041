using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quotes that are not escaped. The value is the whole text as far as the structure allows it, it is reported, and what follows is correct.</summary>
public sealed class UnescapedQuoteQuirks
{
    private const string From = "((\"Ann\" NIL \"ann\" \"x.org\"))";

    [Theory]
    [InlineData("<12.\"ann@x.org\"@h-1>")] // was cut off at the first quote
    [InlineData("<12.\"ann@h-1>")]
    [InlineData("\"<12@h>\"")]
    [InlineData("<a\"b\"c\"@h>")]
    [InlineData("<12 \"ann\" x@h>")]
    [InlineData("<12)\"(@h>")]
    [InlineData("\"")]
    [InlineData("a\" (b")]
    public Task Of_a_message_id(string id) => EnvelopeAsync(
        $"NIL \"s\" {From} NIL NIL NIL NIL NIL NIL \"{id}\"", envelope => Assert.Equal((id, "s", null), (envelope.MessageId, envelope.Subject, envelope.InReplyTo)));

    [Theory]
    [InlineData("<12.\"ann@x.org\"@h-1>")]
    [InlineData("<12.\"ann@h-1>")]
    [InlineData("<1\"@h> <2\"@h>")]
    [InlineData("<1@h>\" NIL")]
    [InlineData("\"<1@h>\"")]
    public Task Of_in_reply_to(string id) => EnvelopeAsync(
        $"NIL \"s\" {From} NIL NIL NIL NIL NIL \"{id}\" \"<id@x>\"", envelope => Assert.Equal((id, "<id@x>"), (envelope.InReplyTo, envelope.MessageId)));

    [Theory]
    [InlineData("the \"big\" one")]
    [InlineData("the \"big\" \"red\" one")]
    [InlineData("a 5\" disk")] // an odd number of them
    [InlineData("a 5\"")]
    [InlineData("a 5\" ")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("\"all of it\"")]
    [InlineData("say \"hello\" ")]
    [InlineData("\"a\"b\"c\"d\"e")]
    [InlineData("smile \":)\" now")]
    [InlineData("smile \":) now")]
    [InlineData("open \"(\" now")]
    [InlineData("it \"is) FLAGS (\" there")]
    [InlineData("a\"b \\\"c\\\" d", "a\"b \"c\" d")]
    [InlineData("NIL\" NIL")]
    [InlineData("größer als 5\"")]
    [InlineData("5\"é")]
    [InlineData("a\" ((b")]
    public Task Of_a_subject(string subject, string? expected = null) => EnvelopeAsync(
        $"\"Thu, 12 Feb 2026 19:50:00 +0300\" \"{subject}\" {From} {From} NIL NIL NIL NIL NIL \"<id@x>\"",
        envelope =>
        {
            Assert.Equal((expected ?? subject, "<id@x>"), (envelope.Subject, envelope.MessageId));
            Assert.Equal(2026, envelope.Date?.Year);
        });

    [Theory]
    [InlineData("Ann \"the\" Boss")]
    [InlineData("Ann \"the\" \"Boss\"")]
    [InlineData("Ann \"the Boss")]
    [InlineData("\"Ann\"")]
    [InlineData("Ann \":)\" Boss")]
    [InlineData("Ann \"(x)\" Boss")]
    public Task Of_a_name(string name) => EnvelopeAsync(
        $"NIL \"s\" ((\"{name}\" NIL \"ann\" \"x.org\")(\"Bob\" NIL \"bob\" \"x.org\")) NIL NIL {From} NIL NIL NIL \"<id@x>\"",
        envelope =>
        {
            Assert.Equal([new EmailAddress("ann", "x.org", name), new EmailAddress("bob", "x.org", "Bob")], envelope.From);
            Assert.Equal(("<id@x>", "Ann"), (envelope.MessageId, Assert.Single(envelope.To).DisplayName));
        });

    [Theory]
    [InlineData("\"ann lee\"")]
    [InlineData("ann\"lee")]
    [InlineData("\"ann\".lee")]
    public Task Of_a_mailbox(string mailbox) => EnvelopeAsync(
        $"NIL \"s\" ((NIL NIL \"{mailbox}\" \"x.org\")) NIL NIL {From} NIL NIL NIL \"<id@x>\"",
        envelope => Assert.Equal((mailbox + "@x.org", "<id@x>"), (Assert.Single(envelope.From).Address, envelope.MessageId)));

    [Theory]
    [InlineData("NIL \"5\" disk\" ((\"5\" disk\" NIL \"ann\" \"x.org\")) NIL NIL NIL NIL NIL \"<5\"@h>\" \"<id@x>\"")] // in several
    [InlineData("NIL \"a \"b\" c\" ((\"a \"b\" c\" NIL \"ann\" \"x.org\")) NIL NIL NIL NIL NIL \"<5\"@h>\" \"<id@x>\"")]
    [InlineData("\"now \"or\" never\" \"s\" ((NIL NIL \"ann\" \"x.org\")) NIL NIL NIL NIL NIL NIL \"<id@x>\"")]
    [InlineData("NIL \"s\"x ((NIL NIL \"ann\" \"x.org\")) NIL NIL NIL NIL NIL NIL \"<id@x>\"")] // text after the quote
    [InlineData("NIL \"s\"((NIL NIL \"ann\" \"x.org\")) NIL NIL NIL NIL NIL NIL \"<id@x>\"")]
    [InlineData("NIL \"s\" ((NIL NIL \"ann\" \"x.org\")) NIL NIL NIL NIL NIL \"<r@x>\"\"<id@x>\"")]
    [InlineData("NIL \"s\" ((NIL NIL \"ann\"\"x.org\")) NIL NIL NIL NIL NIL \"<r@x>\" \"<id@x>\"")]
    [InlineData("NIL \"never closed ((NIL NIL \"ann\" \"x.org\")) NIL NIL NIL NIL NIL NIL \"<id@x>\"")]
    [InlineData("\"Thu, 12 Feb 2026 \"s\" ((NIL NIL \"ann\" \"x.org\")) NIL NIL NIL NIL NIL NIL \"<id@x>\"")]
    [InlineData("NIL \"C:\\\" ((NIL NIL \"ann\" \"x.org\")) NIL NIL NIL NIL NIL NIL \"<id@x>\"")] // a backslash that escapes nothing
    [InlineData("NIL {1}\r\ns ((NIL NIL \"ann\" \"x.org\")) NIL NIL NIL NIL NIL \"<5\"@h>\" {6}\r\n<id@x>")] // literals beside it
    public Task In_many_places(string fields) => EnvelopeAsync(fields, envelope =>
    {
        Assert.Equal("ann@x.org", Assert.Single(envelope.From).Address);
        Assert.Equal("<id@x>", envelope.MessageId);
    });

    [Theory]
    [InlineData("my \"own\" file.pdf")] // was cut off
    [InlineData("my 5\" file.pdf")]
    [InlineData("\"file.pdf\"")]
    [InlineData("a \"b\" \"c\" d.pdf")]
    [InlineData("smile \":)\" x.pdf")]
    [InlineData("smile \":) x.pdf")]
    [InlineData("C:\\dir\\")]
    [InlineData("a.pdf\"")]
    public Task Of_a_parameter(string name) => QuirkSession.RunInInboxAsync(async session =>
    {
        string part = $"(\"APPLICATION\" \"PDF\" (\"CHARSET\" \"x\" \"NAME\" \"{name}\" \"TYPE\" \"z\") \"<i>\" \"d\" \"BASE64\" 31 NIL (\"ATTACHMENT\" (\"SIZE\" \"3\")) NIL NIL)";
        string structure = $"BODYSTRUCTURE ({part}(\"TEXT\" \"HTML\" NIL NIL NIL \"8BIT\" 32 2) \"MIXED\" (\"BOUNDARY\" \"b\"))";
        FetchedMessage message = await session.FetchOneAsync(FetchItems.BodyStructure | FetchItems.Size, $"* 3 FETCH (UID 7 {structure} EMAILID (m) RFC822.SIZE 44)\r\n");

        BodyPart damaged = message.BodyStructure.Children[0];
        Assert.Equal((name, "z", 31L, "attachment"), (damaged.FileName, damaged.ContentType.Parameters["type"], damaged.Size, damaged.Disposition?.Type));
        Assert.Equal(32, message.BodyStructure.HtmlBody!.Size);
        Assert.Equal(("m", 44L), (message.EmailId, message.Size));
        AssertReported(message, structure);
        Assert.Equal(2, session.Warnings.Count);
    });

    [Theory]
    [InlineData("PREVIEW \"he said \"hi\" twice\"", "he said \"hi\" twice")]
    [InlineData("PREVIEW \"5\" disk\"", "5\" disk")]
    [InlineData("PREVIEW \"5\"\"", "5\"")]
    [InlineData("PREVIEW \"smile \":) now\"", "smile \":) now")]
    [InlineData("PREVIEW \"the \"flags\" are\"", "the \"flags\" are")]
    public Task Of_an_item(string item, string preview) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItems.Flags | FetchItem.Preview, $"* 3 FETCH (UID 7 {item} X-NEW (1) FLAGS (\\Seen))\r\n");
        Assert.Equal(preview, message.Preview);
        Assert.Equal("X-NEW", Assert.Single(message.Extensions).Name);
        Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
        AssertReported(message, item);
    });

    [Theory]
    [InlineData("X-NEW (\"a \"b\" c\" d)")]
    [InlineData("X-NEW (\"a 5\" c\" d)")]
    [InlineData("X-NEW ((\"a\"b (c)) d)")]
    public Task Of_an_unknown_item(string item) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItems.Flags | FetchItems.Envelope, $"* 3 FETCH (UID 7 {item} FLAGS (\\Seen) ENVELOPE (NIL \"s\" NIL NIL NIL NIL NIL NIL NIL NIL))\r\n");
        Assert.Equal("s", message.Envelope.Subject);
        Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
        AssertReported(message, item);
    });

    [Theory]
    [InlineData("a \"b\" c")]
    [InlineData("a 5\" c")]
    public Task Before_a_body_that_is_streamed(string subject) => QuirkSession.RunInInboxAsync(async session =>
    {
        string envelope = $"ENVELOPE (NIL \"{subject}\" {From} NIL NIL NIL NIL NIL NIL \"<id@x>\")";
        FetchedMessage message = await session.FetchOneAsync(FetchItem.Body(), $"* 3 FETCH (UID 7 {envelope} BODY[] {{12}}\r\nhello (\"world {envelope.Replace("ENVELOPE", "X-NEW", StringComparison.Ordinal)} FLAGS (\\Seen))\r\n");
        Assert.Equal("hello (\"worl", Encoding.ASCII.GetString(await message.Section(BodySection.Full)!.ReadAllAsync()));
        Assert.Equal((subject, "<id@x>"), (message.Envelope.Subject, message.Envelope.MessageId));
        Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
        Assert.Contains(message.Malformed, static item => item.Name == "ENVELOPE");
    });

    [Fact]
    public Task A_body_after_them_is_still_streamed() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<FetchedMessage> first = FirstAsync(session);
        await session.AnswerAsync("UID FETCH 7 (UID BODY.PEEK[])\r\n", $"* 3 FETCH (UID 7 ENVELOPE (NIL \"a 5\" c\" {From} NIL NIL NIL NIL NIL NIL NIL) BODY[] {{5}}\r\n");
        Assert.Equal(7u, (await first.InTime()).Uid.Value);
        await session.Server.SendAsync("hello FLAGS (\\Seen))\r\nA2 OK done\r\n");
    });

    private static async Task<FetchedMessage> FirstAsync(QuirkSession session)
    {
        await foreach (FetchedMessage message in session.Inbox.StreamAsync(new UidFetchCommand(new Uid(7), FetchItem.Body())))
            return message;
        throw new InvalidOperationException("No message came.");
    }

    private static Task EnvelopeAsync(string fields, Action<Envelope> check) => QuirkSession.RunInInboxAsync(async session =>
    {
        foreach (string tail in (string[])["EMAILID (m) FLAGS (\\Seen) RFC822.SIZE 44", "BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1) FLAGS (\\Seen) EMAILID (m) RFC822.SIZE 44"])
        {
            FetchedMessage message = await session.FetchOneAsync(
                FetchItems.Envelope | FetchItems.Flags | FetchItems.Size, $"* 3 FETCH (UID 7 ENVELOPE ({fields}) {tail})\r\n");
            check(message.Envelope);
            Assert.Equal(("m", 44L), (message.EmailId, message.Size));
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            AssertReported(message, $"ENVELOPE ({fields})");
        }

        // Here they are first, and nothing follows them.
        FetchedMessage last = await session.FetchOneAsync(FetchItems.Envelope | FetchItems.Flags | FetchItems.Size, $"* 3 FETCH (FLAGS (\\Seen) UID 7 ENVELOPE ({fields}))\r\n");
        check(last.Envelope);
        AssertReported(last, $"ENVELOPE ({fields})");
        Assert.Equal(6, session.Warnings.Count);
    });

    private static void AssertReported(FetchedMessage message, string item)
    {
        MalformedResponse malformed = Assert.Single(message.Malformed);
        Assert.Equal((item.Split(' ')[0], item), (malformed.Name, Encoding.Latin1.GetString(malformed.Raw.Span)));
    }
}
