using System.Text;

namespace ImapAsync.Tests;

/// <summary>
/// A literal that is longer than its text has swallowed the space after it. The item right after it is read, and the
/// message reports that the octets may be wrong.
/// </summary>
public sealed class GluedItemQuirks
{
    [Theory]
    [InlineData("UID 7 BODY[] {5}\r\nmsgx RFC822.SIZE 4 FLAGS (k1)", "msgx ")]
    [InlineData("UID 7 BODY[] {5}\r\nmsgx FLAGS (k1) RFC822.SIZE 4", "msgx ")]
    [InlineData("UID 7 RFC822.SIZE 4 BODY[] {5}\r\nmsgx FLAGS (k1)", "msgx ")]
    [InlineData("UID 7 RFC822.SIZE 4 BODY[] ~{5}\r\nmsgx FLAGS (k1)", "msgx ")]
    [InlineData("UID 7 RFC822.SIZE 4 RFC822 {5}\r\nmsgx FLAGS (k1)", "msgx ")]
    [InlineData("UID 7 RFC822.SIZE 4 BODY[] {4}\r\nmsgxFLAGS (k1)", "msgx")]
    [InlineData("BODY[] {5}\r\nmsgx UID 7 RFC822.SIZE 4 FLAGS (k1)", "msgx ")]
    public Task It_is_reported(string items, string text) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchItems asked = FetchItem.Body() | FetchItems.Size | FetchItems.Flags;
        FetchedMessage message = await session.FetchOneAsync(asked, $"* 3 FETCH ({items})\r\n");
        await CheckAsync(message);

        message = Assert.Single(await session.AskForAsync(
            new FetchCommand(new SequenceNumber(3), asked), "FETCH 3 (UID RFC822.SIZE FLAGS BODY.PEEK[])\r\n",
            $"* 3 FETCH ({items})\r\n"));
        await CheckAsync(message);

        async Task CheckAsync(FetchedMessage read)
        {
            Assert.Equal(text, Encoding.ASCII.GetString(await read.Section(BodySection.Full)!.ReadAllAsync()));
            Assert.Equal((7u, 4L, "(k1)"), (read.Uid.Value, read.Size, read.Flags.ToString()));
            Assert.Single(read.Malformed);
        }
    });

    [Theory]
    [InlineData("BODY[HEADER] {5}\r\nmsgx BODY[TEXT] {4}\r\ntext")]
    [InlineData("BODY[TEXT] {5}\r\ntext BODY[HEADER] {4}\r\nhead")]
    [InlineData("PREVIEW {5}\r\nmsgx BODY[TEXT] {4}\r\ntext")]
    [InlineData("BODY[TEXT] {5}\r\ntext PREVIEW {4}\r\nmsgx")]
    public Task So_it_is_when_another_literal_follows(string items) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchItems asked =
            [FetchItem.Preview, FetchItem.Body(BodySection.Header), FetchItem.Body(BodySection.Text)];
        FetchedMessage message = await session.FetchOneAsync(asked, $"* 3 FETCH (UID 7 {items} FLAGS (k1))\r\n");
        Assert.Single(message.Malformed, static told => told.Reason.Contains("a space", StringComparison.Ordinal));
        Assert.Equal("(k1)", message.Flags.ToString());
    });

    [Theory]
    [InlineData("BODY[] {4}\r\nmsgx RFC822.SIZE 4")]
    [InlineData("BODY[] {4}\r\nmsgx  RFC822.SIZE 4")]
    [InlineData("BODY[] \"msgx\" RFC822.SIZE 4")]
    [InlineData("ENVELOPE (NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)RFC822.SIZE 4 BODY[] {4}\r\nmsgx")]
    public Task With_a_space_it_is_not(string items) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(
            FetchItem.Body() | FetchItems.Size | FetchItems.Envelope, $"* 3 FETCH (UID 7 {items})\r\n");
        Assert.Empty(message.Malformed);
        Assert.Equal(4, message.Size);
    });

    [Theory]
    [InlineData("BODY[TEXT] {13}\r\nhello world FLAGS (\\Seen)", "LAGS", "LAGS (\\Seen)", false)] // was an item LAGS, and nothing was reported
    [InlineData("BODY[TEXT] {14}\r\nhello world FLAGS (\\Seen)", "AGS", "AGS (\\Seen)", false)]
    [InlineData("BODY[TEXT] {9}\r\nhello world FLAGS (\\Seen)", "ld", "ld", true)]
    [InlineData("BODY[TEXT] {10}\r\nhello world FLAGS (\\Seen)", "d", "d", true)]
    [InlineData("BODY[TEXT] {4}\r\nhello FLAGS (\\Seen)", "o", "o", true)]
    [InlineData("BODY[HEADER] {13}\r\nhello world FLAGS (\\Seen)", "LAGS", "LAGS (\\Seen)", false)]
    [InlineData("BODY[HEADER] {9}\r\nhello world FLAGS (\\Seen)", "ld", "ld", true)]
    [InlineData("PREVIEW {13}\r\nhello world FLAGS (\\Seen)", "LAGS", "LAGS (\\Seen)", false)]
    [InlineData("BODY[TEXT] {11}\r\nhello worldFLAGS (\\Seen)", "FLAGS", "FLAGS (\\Seen)", true)] // known, but no space
    [InlineData("BODY[TEXT] {12}\r\nhello world FLAGS (\\Seen)", "FLAGS", "FLAGS (\\Seen)", true)]
    [InlineData("BODY[1] {3}\r\nabc BODY[TEXT] {13}\r\nhello world FLAGS (\\Seen)", "LAGS", "LAGS (\\Seen)", false)]
    public Task An_item_without_a_space_after_a_literal_is_reported(string items, string name, string raw, bool hasFlags) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItem.Body(BodySection.Text) | FetchItem.Body(BodySection.Header) | FetchItem.Preview, $"* 3 FETCH (UID 7 {items})\r\n");
        Assert.Equal(hasFlags, message.Contains(FetchItem.Flags));
        if (hasFlags)
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
        Assert.Equal([(name, raw)], message.Malformed.Select(static item => (item.Name, Encoding.ASCII.GetString(item.Raw.Span))));
        Assert.Equal(2, session.Warnings.Count);
    });
}
