using System.Text;

namespace ImapAsync.Tests;

/// <summary>Counts that a server wrote as floating-point numbers are values, and reported; identifiers are not guessed.</summary>
public sealed class RoundedNumberQuirks
{
    [Theory]
    [InlineData("9.3736e+06", 9_373_600)] // was not a number
    [InlineData("9.3736E+06", 9_373_600)]
    [InlineData("9.3736e6", 9_373_600)]
    [InlineData("1e3", 1000)]
    [InlineData("123.0", 123)]
    [InlineData("123.", 123)]
    [InlineData("12.7", 12)]
    [InlineData("\"9.3736e+06\"", 9_373_600)]
    [InlineData("0.0", 0)]
    [InlineData("1.0e+12", 1_000_000_000_000)]
    public Task A_count_is_read_and_reported(string number, long expected) => QuirkSession.RunInInboxAsync(async session =>
    {
        string structure = $"BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" {number} {number} NIL (\"ATTACHMENT\" NIL) NIL \"loc\")";
        FetchedMessage message = await session.FetchOneAsync(
            FetchItems.Size | FetchItems.BodyStructure | FetchItems.Flags, $"* 3 FETCH (UID 7 RFC822.SIZE {number} {structure} BINARY.SIZE[1] {number} FLAGS (\\Seen))\r\n");
        Assert.Equal((expected, expected, expected, expected), (message.Size, message.BodyStructure.Size, message.BodyStructure.Lines ?? -1, message.BinarySize(BodySection.Part(1)) ?? -1));
        Assert.Equal(("loc", true), (message.BodyStructure.Location, message.BodyStructure.IsAttachment));
        Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
        Assert.Equal(
            [$"RFC822.SIZE {number}", structure, $"BINARY.SIZE[1] {number}"],
            message.Malformed.Select(static malformed => Encoding.ASCII.GetString(malformed.Raw.Span)));
    });

    [Theory]
    [InlineData("UID 7.0", "UID")]
    [InlineData("UID 1e3", "UID")]
    [InlineData("MODSEQ (9.3e+06)", "MODSEQ")]
    [InlineData("MODSEQ (12.0)", "MODSEQ")]
    [InlineData("RFC822.SIZE 44k", "RFC822.SIZE")]
    [InlineData("RFC822.SIZE 1e400", "RFC822.SIZE")]
    [InlineData("RFC822.SIZE 9.3e+18", "RFC822.SIZE")]
    [InlineData("RFC822.SIZE 1.2.3", "RFC822.SIZE")]
    [InlineData("RFC822.SIZE 1e", "RFC822.SIZE")]
    [InlineData("RFC822.SIZE .5", "RFC822.SIZE")]
    [InlineData("RFC822.SIZE NaN", "RFC822.SIZE")]
    [InlineData("RFC822.SIZE 0x10", "RFC822.SIZE")]
    public Task What_is_not_a_count_is_not_guessed(string item, string name) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItem.Body(BodySection.Part(1)), $"* 3 FETCH (BODY[1] \"x\" {item})\r\n");
        Assert.Equal((name, item), (Assert.Single(message.Malformed).Name, Encoding.ASCII.GetString(message.Malformed[0].Raw.Span)));
        Assert.Null(message.ModSequence);
        Assert.Equal(0, message.Contains(FetchItem.Size) ? message.Size : 0);
    });

    [Fact]
    public Task In_STATUS() => QuirkSession.RunAsync(async session =>
    {
        const string Line = "STATUS a (MESSAGES 1.2e+03 UNSEEN 3.0 SIZE 9.3736e+06 DELETED 5 UIDNEXT 7.0 UIDVALIDITY 1e9 HIGHESTMODSEQ 1e3)";
        ImapResult<MailboxStatus> result = await session.AskAsync(
            new StatusCommand("a", StatusItems.Basic), "STATUS a (MESSAGES UIDNEXT UIDVALIDITY UNSEEN)\r\n", $"* {Line}\r\n{{tag}} OK done\r\n");
        MailboxStatus status = result.Value;
        Assert.Equal((1200L, 3L, 9_373_600L, 5L), (status.Messages, status.Unseen, status.Size, status.Deleted));
        Assert.Equal((null, null, null), (status.UidNext, status.UidValidity, status.HighestModSequence));
        Assert.Equal(Line, Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span));
        Assert.Single(session.Warnings);
    });

    [Fact]
    public Task In_QUOTA() => QuirkSession.RunAsync(async session =>
    {
        const string Line = "QUOTA \"\" (STORAGE 9.3736e+06 1.5e+07 MESSAGE 5.0 100 X 1 nan)";
        ImapResult<Quota> result = await session.AskAsync(new GetQuotaCommand(""), "GETQUOTA \"\"\r\n", $"* {Line}\r\n{{tag}} OK done\r\n");
        Assert.Equal((9_373_600L, 15_000_000L), (result.Value.Storage!.Usage, result.Value.Storage.Limit));
        Assert.Equal((5L, 100L), (result.Value.Messages!.Usage, result.Value.Messages.Limit));
        Assert.Equal(Line, Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span));
    });

    [Theory]
    [InlineData("12.0 EXISTS")]
    [InlineData("1.2e+03 EXISTS")]
    [InlineData("2.0 RECENT")]
    [InlineData("OK [UIDNEXT 12.0] x")]
    [InlineData("OK [UIDVALIDITY 1e9] x")]
    [InlineData("OK [HIGHESTMODSEQ 1.5e3] x")]
    public Task In_SELECT_they_are_reported(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<SelectResult> result = await session.AskAsync(new SelectCommand("INBOX"), "SELECT INBOX\r\n", $"* 0 EXISTS\r\n* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal((0L, null, null), (result.Value.Exists, result.Value.UidNext, result.Value.UidValidity));
        Assert.Equal(line, Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span).TrimEnd());
    });
}
