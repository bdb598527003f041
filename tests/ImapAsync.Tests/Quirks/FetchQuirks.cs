namespace ImapAsync.Tests;

/// <summary>Quirks 24 to 28: FETCH and flags.</summary>
public sealed class FetchQuirks
{
    [Theory]
    [InlineData("\"(\\Seen $Work)\"", "\\Seen $Work")]
    [InlineData("\"\\Seen $Work\"", "\\Seen $Work")]
    [InlineData("NIL", "")]
    [InlineData("(NIL \\Seen)", "\\Seen")]
    [InlineData("(\\Seen [Gmail]/Work])", "\\Seen [Gmail]/Work]")]
    [InlineData("(\\Junk \\\\Seen \\$Weird)", "\\Junk \\Seen \\$Weird")]
    [InlineData("( \"\\Seen\" \"two words\" )", "\\Seen|two words")]
    [Quirk(24)]
    public Task Flags_come_in_many_shapes(string written, string flags) => QuirkSession.RunInInboxAsync(async session =>
    {
        FlagSet expected = FlagSet.Of([.. flags.Split(flags.Contains('|', StringComparison.Ordinal) ? '|' : ' ', StringSplitOptions.RemoveEmptyEntries).Select(Flag.FromServer)]);
        FetchedMessage message = await session.FetchOneAsync(FetchItems.Flags | FetchItems.Size, $"* 3 FETCH (UID 7 FLAGS {written} RFC822.SIZE 44)\r\n");

        Assert.Equal(expected, message.Flags);
        Assert.Equal(44, message.Size);
        Assert.Empty(message.Malformed);
    });

    [Theory]
    [InlineData("* 3 FETCH (UID 7 BODY[1])\r\n")] // Yandex
    [InlineData("* 3 FETCH (BODY[1] UID 7)\r\n")]
    [InlineData("* 3 FETCH (UID 7 BODY[1] NIL)\r\n")]
    [InlineData("* 3 FETCH (UID 7 BODY[1] nil)\r\n")]
    [Quirk(25)]
    public Task A_section_without_a_value_is_NIL(string response) => QuirkSession.FetchAsync(FetchItem.BodyPeek(BodySection.Part(1)), response, static message =>
    {
        Assert.Equal(7u, message.Uid.Value);
        Assert.True(message.Has(FetchItem.BodyPeek(BodySection.Part(1))));
        Assert.Null(message.Section(BodySection.Part(1)));
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
        FetchItems items = macro switch { "Fast" => FetchItems.Fast, "All" => FetchItems.All, _ => FetchItems.Full };
        Assert.Empty(await session.AskForAsync(new FetchCommand(SequenceSet.Parse("1:2"), items), $"FETCH 1:2 {written}\r\n", ""));
    });

    [Fact]
    [Quirk(28)]
    public Task A_message_told_of_in_several_responses_is_one() => QuirkSession.RunInInboxAsync(async session =>
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
}
