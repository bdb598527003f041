using System.Text;

namespace ImapAsync.Tests;

/// <summary>Items of a FETCH, whatever surrounds them, repeated, unsolicited or in several responses.</summary>
public sealed class FetchItemQuirks
{
    private const string Envelope = "ENVELOPE (NIL \"s\" NIL NIL NIL NIL NIL NIL NIL NIL)";
    private const string Structure = "BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1)";

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

    [Fact]
    public Task An_empty_FETCH_is_not_a_message() => QuirkSession.RunInInboxAsync(async session =>
    {
        IReadOnlyList<FetchedMessage> messages = await session.AskForAsync(
            new FetchCommand(SequenceSet.Parse("3:4"), FetchItems.Flags), "FETCH 3:4 (FLAGS)\r\n", "* 3 FETCH ()\r\n* 4 FETCH (FLAGS (\\Seen))\r\n* 5 FETCH\r\n");
        Assert.Equal(4u, Assert.Single(messages).SequenceNumber.Value);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData($"UID 7 ({Envelope}) {Structure} FLAGS (\\Seen)")] // was not an item: ENVELOPE threw
    [InlineData($"UID 7 ({Envelope} {Structure}) FLAGS (\\Seen)")]
    [InlineData($"UID 7 ({Envelope}) ({Structure}) (FLAGS (\\Seen))")]
    [InlineData($"(UID 7) ({Envelope})({Structure})(FLAGS (\\Seen))")]
    [InlineData($"UID 7 (({Envelope})) {Structure} FLAGS (\\Seen)")]
    [InlineData($"UID 7 ( {Envelope} ) {Structure} FLAGS (\\Seen)")]
    [InlineData($"FLAGS (\\Seen) (UID 7 {Envelope} {Structure})")]
    [InlineData($"{Envelope} {Structure} (UID 7 FLAGS (\\Seen))")]
    [InlineData($"UID 7 (FLAGS (\\Seen)) {Structure} ({Envelope}")]
    [InlineData($"UID 7 ((FLAGS (\\Seen) ({Structure} ({Envelope})")]
    public Task Items_may_have_parentheses_of_their_own(string items) => QuirkSession.FetchAsync(
        FetchItems.Envelope | FetchItems.BodyStructure | FetchItems.Flags,
        $"* 3 FETCH ({items})\r\n",
        message =>
        {
            Assert.Equal((7u, "s", 31L), (message.Uid.Value, message.Envelope.Subject, message.BodyStructure.Size));
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Empty(message.Extensions);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("(BODY[] {5}\r\nhello)")]
    [InlineData("(BODY[] {5}\r\nhello) FLAGS ()")]
    [InlineData("((BODY[] {5}\r\nhello))")]
    [InlineData($"({Envelope} BODY[] {{5}}\r\nhello)")]
    [InlineData("(BODY[] \"hello\")")]
    public Task A_body_may_have_parentheses_of_its_own(string items) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItem.Body(), $"* 3 FETCH (UID 7 {items} RFC822.SIZE 5)\r\n");
        Assert.Equal("hello", Encoding.ASCII.GetString(await message.Section(BodySection.Full)!.ReadAllAsync()));
        Assert.Equal(5, message.Size);
        Assert.Empty(message.Malformed);
    });

    [Fact]
    [Quirk(26)]
    public Task Items_may_be_repeated_and_may_come_unasked() => QuirkSession.FetchAsync(
        FetchItems.Flags,
        "* 3 FETCH (UID 7 FLAGS (\\Seen) X-GM-LABELS (\"\\\\Important\" a) FLAGS (\\Seen \\Flagged) UID 7 MODSEQ (12) RFC822.SIZE 5)\r\n",
        static message =>
        {
            Assert.Equal(7u, message.Uid.Value);
            Assert.Equal(Flag.Seen | Flag.Flagged, message.Flags);
            Assert.Equal(12ul, message.ModSequence?.Value);
            Assert.Equal(5, message.Size);
            RawFetchItem label = Assert.Single(message.Extensions);
            Assert.Equal(("X-GM-LABELS", "(\"\\\\Important\" a)"), (label.Name, label.Text));
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("Fast", "(FLAGS INTERNALDATE RFC822.SIZE)")]
    [InlineData("All", "(FLAGS INTERNALDATE RFC822.SIZE ENVELOPE)")]
    [InlineData("Full", "(FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODY)")]
    [Quirk(27)]
    public Task The_macros_are_spelled_out(string macro, string written) => QuirkSession.RunInInboxAsync(async session =>
    {
        // Gmail answers BAD to the macros.
        FetchItems items = macro switch { "Fast" => FetchItems.FastMacro, "All" => FetchItems.AllMacro, _ => FetchItems.FullMacro };
        Assert.Empty(await session.AskForAsync(new FetchCommand(SequenceSet.Parse("1:2"), items), $"FETCH 1:2 {written}\r\n", ""));
    });

    [Fact]
    [Quirk(28)]
    public Task A_message_in_several_responses_is_one() => QuirkSession.RunInInboxAsync(async session =>
    {
        IReadOnlyList<FetchedMessage> messages = await session.AskForAsync(
            new UidFetchCommand(new Uid(7), FetchItems.Flags | FetchItems.Size | FetchItems.Envelope),
            "UID FETCH 7 (FLAGS RFC822.SIZE ENVELOPE)\r\n",
            "* 3 FETCH (UID 7 RFC822.SIZE 44)\r\n* 9 EXISTS\r\n* 3 FETCH (UID 7 ENVELOPE (NIL \"s\" NIL NIL NIL NIL NIL NIL NIL NIL) FLAGS (\\Seen))\r\n");

        FetchedMessage merged = Assert.Single(messages);
        Assert.Equal((7u, 44L, "s"), (merged.Uid.Value, merged.Size, merged.Envelope.Subject));
        Assert.Equal<FlagSet>(Flag.Seen, merged.Flags);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData(")* 4 FETCH (UID 8 FLAGS ())\r\n", 1)] // a line end is missing: the next response was read as extensions
    [InlineData(" 02:44:25 +0000 FLAGS (\\Seen))\r\n", 0)]
    [InlineData(" (a b) FLAGS (\\Seen))\r\n", 0)]
    public Task What_has_no_name_is_not_an_extension(string rest, int extensions) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItems.Size, $"* 3 FETCH (UID 7 RFC822.SIZE 44{rest}");
        Assert.Equal(44, message.Size);
        Assert.Contains("the name of an item", Assert.Single(message.Malformed).Reason, StringComparison.Ordinal);
        Assert.Equal(extensions, message.Extensions.Count);
    });
}
