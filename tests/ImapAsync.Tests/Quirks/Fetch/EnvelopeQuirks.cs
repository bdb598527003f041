using System.Text;

namespace ImapAsync.Tests;

/// <summary>ENVELOPE.</summary>
public sealed class EnvelopeQuirks
{
    private const string NineFields = "NIL \"s\" NIL NIL NIL NIL NIL NIL NIL";

    [Theory]
    [InlineData("\"<reply@x>\"", "<reply@x>", null)]
    [InlineData("\"<reply@x>\" ", "<reply@x>", null)]
    [InlineData("", null, null)]
    [InlineData("NIL \"<id@x>\"", null, "<id@x>")]
    [Quirk(14)]
    public Task In_Reply_To_and_Message_ID_may_be_missing(string tail, string? inReplyTo, string? messageId) => QuirkSession.FetchAsync(
        FetchItems.Envelope | FetchItems.Flags,
        $"* 3 FETCH (UID 7 ENVELOPE (\"Fri, 2 Jan 2026 03:04:05 +0100\" \"s\" ((NIL NIL \"a\" \"x\")) NIL NIL NIL NIL NIL {tail}) FLAGS (\\Seen))\r\n",
        message =>
        {
            Assert.Equal((inReplyTo, messageId), (message.Envelope.InReplyTo, message.Envelope.MessageId));
            Assert.Equal("s", message.Envelope.Subject);
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("MISSING_DOMAIN")] // Dovecot
    [InlineData(".MISSING-HOST-NAME.")] // Exchange
    [InlineData("unspecified-domain")] // Cyrus
    [Quirk(16)]
    public Task A_placeholder_host_is_ignored(string host) => QuirkSession.FetchAsync(
        FetchItems.Envelope,
        $"* 3 FETCH (UID 7 ENVELOPE (NIL NIL ((\"Ops\" NIL \"root\" \"{host}\")) NIL NIL ((NIL NIL \"a\" \"x\")) NIL NIL NIL NIL))\r\n",
        message =>
        {
            Assert.Equal(new EmailAddress("root", null, "Ops"), Assert.Single(message.Envelope.From));
            Assert.Equal("a@x", Assert.Single(message.Envelope.To).Address);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("(NIL (NIL NIL \"a\" \"x\") NIL (NIL NIL \"b\" \"x\"))")] // SmarterMail
    [InlineData("((NIL NIL \"a\" \"x\")NIL(NIL NIL \"b\" \"x\") NIL)")]
    [Quirk(15)]
    public Task NIL_in_an_address_list_is_skipped(string list) => QuirkSession.FetchAsync(
        FetchItems.Envelope,
        $"* 3 FETCH (UID 7 ENVELOPE (NIL NIL NIL NIL NIL {list} {list} NIL NIL \"<id@x>\"))\r\n",
        message =>
        {
            Assert.Equal(["a@x", "b@x"], message.Envelope.To.Select(static address => address.Address));
            Assert.Equal(["a@x", "b@x"], message.Envelope.Cc.Select(static address => address.Address));
            Assert.Equal("<id@x>", message.Envelope.MessageId);
            Assert.Empty(message.Malformed);
        });

    [Fact]
    [Quirk(17)]
    public Task An_ENVELOPE_may_have_two_pairs_of_parentheses() => QuirkSession.FetchAsync(
        FetchItems.Envelope | FetchItems.InternalDate | FetchItems.Flags,
        "* 3 FETCH (UID 7 ENVELOPE ((\"Fri, 2 Jan 2026 03:04:05 +0100\" \"s\" ((NIL NIL \"a\" \"x\")) NIL NIL NIL NIL NIL NIL \"<id@x>\")) INTERNALDATE \"00-Jan-0000 00:00:00 +0000\" FLAGS (\\Seen))\r\n",
        message =>
        {
            // Domino, which also has no date for some messages.
            Assert.Equal(("s", "<id@x>"), (message.Envelope.Subject, message.Envelope.MessageId));
            Assert.Equal("a@x", Assert.Single(message.Envelope.From).Address);
            Assert.Null(message.InternalDate);
            Assert.True(message.Contains(FetchItem.InternalDate));
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Empty(message.Malformed);
        });

    [Fact]
    public Task An_ENVELOPE_may_have_more_fields_than_there_are() => QuirkSession.FetchAsync(
        FetchItems.Envelope, "* 3 FETCH (UID 7 ENVELOPE (NIL \"s\" NIL NIL NIL NIL NIL NIL NIL \"<id@x>\" \"new\" (1 2) NIL))\r\n", static message =>
        {
            Assert.Equal(("s", "<id@x>"), (message.Envelope.Subject, message.Envelope.MessageId));
            Assert.Equal("ENVELOPE", Assert.Single(message.Malformed).Name);
        });

    [Theory]
    [InlineData($"({NineFields} \"<id@x>\" \"more\")")] // the eleventh was lost
    [InlineData($"({NineFields} \"<id@x>\" NIL (1 2))")]
    [InlineData($"(({NineFields} \"<id@x>\" \"more\"))")]
    [InlineData("()")]
    public Task An_ENVELOPE_of_more_than_ten_fields_or_none_is_reported(string envelope) => FetchAsync(FetchItems.Envelope, $"ENVELOPE {envelope}", message =>
    {
        Assert.Equal(envelope.Contains("\"s\"", StringComparison.Ordinal) ? "s" : "", message.Envelope.Subject ?? "");
        Assert.Equal(envelope.Contains("id@x", StringComparison.Ordinal) ? "<id@x>" : null, message.Envelope.MessageId);
    });

    [Theory]
    [InlineData($"({NineFields})")] // as number 14 has it
    [InlineData("(NIL \"s\" NIL NIL NIL NIL NIL NIL)")]
    [InlineData("(NIL \"s\" NIL)")]
    [InlineData($"({NineFields} NIL NIL)")]
    public Task One_that_has_everything_meaningful_is_not(string envelope) =>
        QuirkSession.FetchAsync(FetchItems.Envelope, $"* 3 FETCH (UID 7 ENVELOPE {envelope})\r\n", static message => Assert.Empty(message.Malformed));

    private static Task FetchAsync(FetchItems items, string item, Action<FetchedMessage> check) =>
        QuirkSession.FetchAsync(items | FetchItems.Flags, $"* 3 FETCH (UID 7 {item} FLAGS (\\Seen))\r\n", message =>
        {
            check(message);
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Equal(item, Encoding.ASCII.GetString(Assert.Single(message.Malformed).Raw.Span));
        });
}
