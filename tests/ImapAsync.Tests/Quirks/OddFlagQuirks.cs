using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quirks without a number: flag lists with something in them that is no flag, and literals that are longer than their text.</summary>
public sealed class OddFlagQuirks
{
    [Theory]
    [InlineData("FLAGS (\\Seen ab\"cd)", "\\Seen")] // was no message
    [InlineData("FLAGS (\\Seen (odd)", "\\Seen")]
    [InlineData("FLAGS (\\Seen \x04)", "\\Seen")] // all flags were lost
    [InlineData("FLAGS (\\Seen (odd))", "\\Seen")]
    [InlineData("FLAGS (\\Seen \x04 \\Flagged)", "\\Seen \\Flagged")]
    [InlineData("FLAGS (ab\"cd \\Seen x\"y)", "\\Seen")]
    [InlineData("FLAGS (\\Seen \"ab cd)", "cd \\Seen")]
    [InlineData("FLAGS (\\Seen a(b \\Flagged)", "\\Seen \\Flagged")]
    [InlineData("FLAGS (\\Seen (a b) \\Flagged)", "\\Seen \\Flagged|\\Seen")]
    [InlineData("FLAGS ((\\Seen) (\\Flagged)", "\\Seen|\\Seen \\Flagged|")]
    [InlineData("FLAGS (\\Seen a\x7F)", "\\Seen")]
    [InlineData("FLAGS (\")", "")]
    [InlineData("FLAGS (\\Seen \"\\Flagged\"\"x)", "\\Seen \\Flagged|\\Seen")]
    public Task Flags_that_can_be_read_are_read(string written, string flags) => QuirkSession.RunInInboxAsync(async session =>
    {
        foreach (string items in (string[])[$"{written} UID 7 RFC822.SIZE 44", $"UID 7 {written} RFC822.SIZE 44", $"UID 7 RFC822.SIZE 44 {written}"])
        {
            FetchedMessage message = await session.FetchOneAsync(FetchItems.Flags | FetchItems.Size, $"* 3 FETCH ({items})\r\n");
            Assert.Equal((7u, 44L), (message.Uid.Value, message.Size));
            Assert.Contains(string.Join(' ', message.Flags.Select(static flag => flag.Name).OrderDescending(StringComparer.Ordinal)), flags.Split('|'));
            Assert.StartsWith("FLAGS (", Encoding.ASCII.GetString(Assert.Single(message.Malformed, static item => item.Name == "FLAGS").Raw.Span), StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData("\\Answered ab\"cd")]
    [InlineData("\\Answered \x04")]
    [InlineData("\\Answered a\x7F")]
    public Task So_are_those_of_a_mailbox(string flags) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<SelectResult> result = await session.AskAsync(
            new SelectCommand("INBOX"), "SELECT INBOX\r\n", $"* FLAGS ({flags})\r\n* OK [PERMANENTFLAGS ({flags})] x\r\n* 9 EXISTS\r\n{{tag}} OK done\r\n");
        Assert.Equal<FlagSet>(Flag.Answered, result.Value.Flags);
        Assert.Equal<FlagSet>(Flag.Answered, result.Value.PermanentFlags);
        Assert.Equal(9, result.Value.Exists);
        Assert.Equal(2, result.Malformed.Count);
    });

    [Theory]
    [InlineData("* 3 FETCH (FLAGS (\\Seen ab\"cd) UID 7)\r\n")]
    [InlineData("* 3 FETCH (FLAGS (\\Seen (odd) UID 7)\r\n")]
    public Task So_are_those_of_an_answer_to_STORE(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<StoreResult> result = await session.AskAsync(
            new UidStoreCommand(new Uid(7), FlagOperation.Add, Flag.Seen), "UID STORE 7 +FLAGS (\\Seen)\r\n", line + "{tag} OK done\r\n");
        Assert.Equal("(\\Seen)", Assert.Single(result.Value.Changed).Flags?.ToString());
        Assert.Single(result.Malformed);
    });

    [Theory]
    [InlineData("BODY[TEXT] {13}\r\nhello world FLAGS (\\Seen)", "LAGS", "LAGS (\\Seen)", false)] // was an item LAGS, and nothing was told
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
    public Task An_item_that_is_glued_to_a_literal_is_reported(string items, string name, string raw, bool hasFlags) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItem.BodyPeek(BodySection.Text) | FetchItem.BodyPeek(BodySection.Header) | FetchItem.Preview, $"* 3 FETCH (UID 7 {items})\r\n");
        Assert.Equal(hasFlags, message.Has(FetchItem.Flags));
        if (hasFlags)
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
        Assert.Equal([(name, raw)], message.Malformed.Select(static item => (item.Name, Encoding.ASCII.GetString(item.Raw.Span))));
        Assert.Equal(2, session.Warnings.Count);
    });
}
