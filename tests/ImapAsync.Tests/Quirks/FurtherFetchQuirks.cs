using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quirks without a number: FETCH, and what is damaged in it.</summary>
public sealed class FurtherFetchQuirks
{
    [Theory]
    [InlineData("* 3 FETCH UID 7 FLAGS (\\Seen) RFC822.SIZE 44\r\n")] // no parentheses
    [InlineData("* 3 FETCH ((UID 7 FLAGS (\\Seen) RFC822.SIZE 44))\r\n")] // two pairs
    [InlineData("* 3 FETCH (UID 7 FLAGS (\\Seen) RFC822.SIZE 44\r\n")] // never closed
    [InlineData("* 3 FETCH (UID 7) FLAGS (\\Seen)) RFC822.SIZE 44)\r\n")] // closed too early
    [InlineData("* 3 FETCH  ( UID  7  FLAGS  ( \\Seen )  RFC822.SIZE  44 ) \r\n")] // spaces
    [InlineData("* 3 FETCH\t(UID\t7\tFLAGS\t(\\Seen)\tRFC822.SIZE\t44)\r\n")] // tabs
    [InlineData("* 3 FETCH(UID 7 FLAGS(\\Seen)RFC822.SIZE 44)\r\n")] // no spaces
    [InlineData("* 3 FETCH (UID \"7\" FLAGS \"\\Seen\" RFC822.SIZE \"44\")\r\n")] // quoted
    [InlineData("* 3 Fetch (Uid 7 Flags (\\SEEN) Rfc822.Size 44)\r\n")]
    public Task Items_are_found_whatever_is_around_them(string response) => QuirkSession.FetchAsync(FetchItems.Flags | FetchItems.Size, response, static message =>
    {
        Assert.Equal((3u, 7u, 44L), (message.SequenceNumber.Value, message.Uid.Value, message.Size));
        Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
        Assert.Empty(message.Malformed);
    });

    [Theory]
    [InlineData("UID x", "UID")]
    [InlineData("UID 0", "UID")]
    [InlineData("UID NIL", "UID")]
    [InlineData("UID 99999999999", "UID")]
    [InlineData("UID (7)", "UID")]
    [InlineData("FLAGS \\Seen", "FLAGS")]
    [InlineData("FLAGS (\\Seen (x))", "FLAGS")]
    [InlineData("FLAGS {5}\r\n\\Seen", "FLAGS")]
    [InlineData("RFC822.SIZE NIL", "RFC822.SIZE")]
    [InlineData("RFC822.SIZE 44k", "RFC822.SIZE")]
    [InlineData("RFC822.SIZE 9999999999999999999999", "RFC822.SIZE")]
    [InlineData("INTERNALDATE (x)", "INTERNALDATE")]
    [InlineData("INTERNALDATE \"17/07/2026\"", "INTERNALDATE")]
    [InlineData("MODSEQ (x)", "MODSEQ")]
    [InlineData("MODSEQ \"\"", "MODSEQ")]
    [InlineData("ENVELOPE NIL", "ENVELOPE")]
    [InlineData("ENVELOPE \"x\"", "ENVELOPE")]
    [InlineData("BODYSTRUCTURE 5", "BODYSTRUCTURE")]
    [InlineData("BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" x 1)", "BODYSTRUCTURE")]
    [InlineData("BODY[2] (x)", "BODY[2]")]
    [InlineData("BINARY.SIZE[2] x", "BINARY.SIZE[2]")]
    [InlineData("SAVEDATE \"soon\"", "SAVEDATE")]
    [InlineData("PREVIEW (x)", "PREVIEW")]
    [InlineData("(a b)", "")]
    [InlineData("X-NEW", "X-NEW")] // without a value: the name behind it is the next item's
    public Task A_damaged_item_is_malformed_and_its_neighbours_are_fine(string damaged, string name) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(
            FetchItem.BodyPeek(BodySection.Part(1)), $"* 3 FETCH (EMAILID (before) {damaged} BODY[1] {{3}}\r\nabc THREADID (after))\r\n");

        MalformedResponse malformed = Assert.Single(message.Malformed);
        Assert.Equal(name, malformed.Name);
        string raw = Encoding.ASCII.GetString(malformed.Raw.Span);
        Assert.StartsWith(name.Length == 0 ? "(a b)" : damaged, raw, StringComparison.Ordinal);
        Assert.DoesNotContain("EMAILID", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("THREADID", raw, StringComparison.Ordinal);
        Assert.NotEmpty(malformed.Reason);

        Assert.Equal(("before", "after"), (message.EmailId, message.ThreadId));
        Assert.Equal("abc", Encoding.ASCII.GetString(await message.Section(BodySection.Part(1))!.ReadAllAsync()));
        Assert.Null(message.Has(FetchItem.InternalDate) ? message.InternalDate : null);
        // What is read at once and cannot be is told in the log, at each of the two fetches.
        Assert.Equal(name is "UID" or "FLAGS" or "RFC822.SIZE" or "INTERNALDATE" or "MODSEQ" ? 2 : 0, session.Warnings.Count);
        Assert.All(session.Warnings, static line => Assert.StartsWith("A response has an item that cannot be read", line, StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("ENVELOPE (\"never closed NIL NIL)")]
    [InlineData("BODYSTRUCTURE ((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 1 (1")]
    [InlineData("X-NEW (1 (2 (3)")]
    [InlineData("FLAGS ((\\Seen")]
    public Task An_item_that_is_never_closed_ends_with_the_response(string damaged) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<IReadOnlyList<FetchedMessage>> result = await session.AskAsync(
            new UidFetchCommand(UidSet.Parse("7:8"), FetchItems.Size),
            "UID FETCH 7:8 (RFC822.SIZE)\r\n",
            $"* 3 FETCH (UID 7 RFC822.SIZE 44 {damaged})\r\n* 4 FETCH (UID 8 RFC822.SIZE 45)\r\n{{tag}} OK done\r\n");

        Assert.Equal([(7u, 44L), (8u, 45L)], result.Value.Select(static message => (message.Uid.Value, message.Size)));
        MalformedResponse malformed = Assert.Single(result.Value[0].Malformed);
        Assert.StartsWith(damaged, Encoding.ASCII.GetString(malformed.Raw.Span), StringComparison.Ordinal);
        Assert.Single(session.Warnings);
    });

    [Theory]
    [InlineData("\"ab\"")]
    [InlineData("ab")]
    [InlineData("{2}\r\nab")]
    [InlineData("{2+}\r\nab")]
    [InlineData("{002}\r\nab")]
    [InlineData("~{2}\r\nab")]
    public Task A_string_may_come_in_any_form(string written) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(
            FetchItems.Envelope | FetchItem.BodyPeek(BodySection.Part(1)),
            $"* 3 FETCH (UID 7 ENVELOPE (NIL {written} (({written} NIL {written} {written})) NIL NIL NIL NIL NIL NIL {written}) BODY[1] {written} PREVIEW {written} X-A {written})\r\n");

        Assert.Equal(("ab", "ab"), (message.Envelope.Subject, message.Envelope.MessageId));
        Assert.Equal(new EmailAddress("ab", "ab", "ab"), Assert.Single(message.Envelope.From));
        Assert.Equal("ab", Encoding.ASCII.GetString(await message.Section(BodySection.Part(1))!.ReadAllAsync()));
        Assert.Equal("ab", message.Preview);
        Assert.Equal(written, Assert.Single(message.Extensions).Text);
        Assert.Empty(message.Malformed);
    });

    [Theory]
    [InlineData("BODY[1]")]
    [InlineData("body[1]")]
    [InlineData("BODY.PEEK[1]")]
    [InlineData("BODY[1]<0>")]
    [InlineData("BODY[01]")]
    public Task A_section_may_be_named_in_other_ways(string name) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItem.BodyPeek(BodySection.Part(1)), $"* 3 FETCH (UID 7 {name} {{3}}\r\nabc)\r\n");
        Assert.Equal("abc", Encoding.ASCII.GetString(await message.Section(BodySection.Part(1))!.ReadAllAsync()));
        Assert.Empty(message.Malformed);
    });

    [Theory]
    [InlineData("BODY[HEADER.FIELDS (SUBJECT FROM)]")]
    [InlineData("BODY[HEADER.FIELDS (\"Subject\" \"From\")]")]
    [InlineData("body[header.fields (subject from)]")]
    [InlineData("BODY[HEADER.FIELDS  ( Subject  From ) ]")]
    public Task Header_fields_may_be_named_in_other_ways(string name) => QuirkSession.FetchAsync(
        FetchItem.BodyPeek(BodySection.HeaderFields("Subject", "From")), $"* 3 FETCH (UID 7 {name} {{14}}\r\nSubject: x\r\n\r\n FLAGS ())\r\n", static message =>
        {
            Assert.Equal("x", message.Headers.Get("Subject"));
            Assert.NotNull(message.Section(BodySection.HeaderFields("Subject", "From")));
            Assert.Empty(message.Flags);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("(\"A\" NIL \"a\" \"x\")", "a@x")] // one pair of parentheses is missing
    [InlineData("((\"A\" NIL \"a\" \"x\" \"extra\"))", "a@x", true)]
    [InlineData("((\"A\" NIL \"a\"))", "a", true)]
    [InlineData("((\"A\" NIL \"a\" \"x\")(\"B\" (NIL) \"b\" \"x\"))", "a@x b@x", true)]
    [InlineData("(\"a@x\")", "", true)]
    [InlineData("\"a@x\"", "", true)]
    [InlineData("\"\"", "")]
    [InlineData("()", "")]
    [InlineData("(())", "")]
    public Task Address_lists_have_many_shapes(string list, string addresses, bool malformed = false) => QuirkSession.FetchAsync(
        FetchItems.Envelope | FetchItems.Flags,
        $"* 3 FETCH (UID 7 ENVELOPE (NIL \"s\" NIL NIL NIL {list} NIL NIL NIL \"<id@x>\") FLAGS (\\Seen))\r\n",
        message =>
        {
            Assert.Equal(addresses, string.Join(' ', message.Envelope.To.Select(static address => address.Address)));
            Assert.Equal(("s", "<id@x>"), (message.Envelope.Subject, message.Envelope.MessageId));
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Equal(malformed || list == "(())" ? 1 : 0, message.Malformed.Count);
        });

    [Fact]
    public Task An_ENVELOPE_may_have_more_fields_than_there_are() => QuirkSession.FetchAsync(
        FetchItems.Envelope, "* 3 FETCH (UID 7 ENVELOPE (NIL \"s\" NIL NIL NIL NIL NIL NIL NIL \"<id@x>\" \"new\" (1 2) NIL))\r\n", static message =>
        {
            Assert.Equal(("s", "<id@x>"), (message.Envelope.Subject, message.Envelope.MessageId));
            Assert.Equal("ENVELOPE", Assert.Single(message.Malformed).Name);
        });

    [Theory]
    [InlineData("(\"CHARSET\" \"utf-8\" NIL NIL)", 2)]
    [InlineData("(\"CHARSET\" {5}\r\nutf-8)", 1)]
    [InlineData("(CHARSET utf-8)", 1)]
    [InlineData("()", 0)]
    public Task Parameters_may_lack_their_values(string written, int count) => QuirkSession.FetchAsync(
        FetchItems.BodyStructure,
        $"* 3 FETCH (UID 7 BODYSTRUCTURE ((\"TEXT\" \"PLAIN\" {written} NIL NIL \"7BIT\" 31 1)(\"IMAGE\" \"PNG\" NIL NIL NIL \"BASE64\" 5) \"MIXED\" {written}))\r\n",
        message =>
        {
            Assert.InRange(message.Body.Children[0].ContentType.Parameters.Count, Math.Min(count, 1), count);
            Assert.Equal(count == 0 ? null : "utf-8", message.Body.Children[0].ContentType.Charset);
            Assert.Equal((31L, 5L), (message.Body.Children[0].Size, message.Body.Children[1].Size));
            Assert.Empty(message.Malformed);
        });

    [Fact]
    public Task A_damaged_part_does_not_reach_its_neighbours() => QuirkSession.FetchAsync(
        FetchItems.BodyStructure,
        "* 3 FETCH (UID 7 BODYSTRUCTURE ((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1)(\"IMAGE\" (1 (2)) \"x\" (y) 5)(\"TEXT\" \"HTML\" NIL NIL NIL \"8BIT\" 32 2) \"MIXED\"))\r\n",
        static message =>
        {
            Assert.Equal("BODYSTRUCTURE", Assert.Single(message.Malformed).Name);
            Assert.Equal((31L, 32L), (message.Body.TextBody!.Size, message.Body.HtmlBody!.Size));
            Assert.Equal("3", message.Body.HtmlBody.Section.ToString());
        });

    [Fact]
    public Task An_empty_FETCH_is_no_message() => QuirkSession.RunInInboxAsync(async session =>
    {
        IReadOnlyList<FetchedMessage> messages = await session.AskForAsync(
            new FetchCommand(SequenceSet.Parse("3:4"), FetchItems.Flags), "FETCH 3:4 (FLAGS)\r\n", "* 3 FETCH ()\r\n* 4 FETCH (FLAGS (\\Seen))\r\n* 5 FETCH\r\n");
        Assert.Equal(4u, Assert.Single(messages).SequenceNumber.Value);
        Assert.Empty(session.Warnings);
    });
}
