namespace ImapAsync.Tests;

/// <summary>Quirks 14 to 18: ENVELOPE and INTERNALDATE.</summary>
public sealed class EnvelopeQuirks
{
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
    [InlineData("(NIL (NIL NIL \"a\" \"x\") NIL (NIL NIL \"b\" \"x\"))")] // SmarterMail
    [InlineData("((NIL NIL \"a\" \"x\")NIL(NIL NIL \"b\" \"x\") NIL)")]
    [Quirk(15)]
    public Task NIL_in_an_address_list_is_passed_over(string list) => QuirkSession.FetchAsync(
        FetchItems.Envelope,
        $"* 3 FETCH (UID 7 ENVELOPE (NIL NIL NIL NIL NIL {list} {list} NIL NIL \"<id@x>\"))\r\n",
        message =>
        {
            Assert.Equal(["a@x", "b@x"], message.Envelope.To.Select(static address => address.Address));
            Assert.Equal(["a@x", "b@x"], message.Envelope.Cc.Select(static address => address.Address));
            Assert.Equal("<id@x>", message.Envelope.MessageId);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("MISSING_DOMAIN")] // Dovecot
    [InlineData(".MISSING-HOST-NAME.")] // Exchange
    [InlineData("unspecified-domain")] // Cyrus
    [Quirk(16)]
    public Task A_host_that_stands_for_none_is_none(string host) => QuirkSession.FetchAsync(
        FetchItems.Envelope,
        $"* 3 FETCH (UID 7 ENVELOPE (NIL NIL ((\"Ops\" NIL \"root\" \"{host}\")) NIL NIL ((NIL NIL \"a\" \"x\")) NIL NIL NIL NIL))\r\n",
        message =>
        {
            Assert.Equal(new EmailAddress("root", null, "Ops"), Assert.Single(message.Envelope.From));
            Assert.Equal("a@x", Assert.Single(message.Envelope.To).Address);
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
            Assert.True(message.Has(FetchItem.InternalDate));
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("\"yesterday, at noon\"", "yesterday, at noon")]
    [InlineData("\"Thu, 31 Feb 2026 25:61:00 +9999\"", "Thu, 31 Feb 2026 25:61:00 +9999")]
    [InlineData("{3}\r\n???", "???")]
    [InlineData("tomorrow", "tomorrow")]
    [InlineData("NIL", null)]
    [Quirk(18)]
    public Task A_date_that_no_one_can_read_is_kept_as_text(string written, string? text) => QuirkSession.FetchAsync(
        FetchItems.Envelope,
        $"* 3 FETCH (UID 7 ENVELOPE ({written} \"s\" NIL NIL NIL NIL NIL NIL NIL NIL))\r\n",
        message =>
        {
            Assert.Null(message.Envelope.Date);
            Assert.Equal(text, message.Envelope.DateText);
            Assert.Equal("s", message.Envelope.Subject);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("\"31-Feb-2026 00:00:00 +0000\"")]
    [Quirk(18)]
    public Task An_INTERNALDATE_that_no_one_can_read_is_malformed_and_nothing_else_is(string written) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(
            FetchItems.InternalDate | FetchItems.Flags, $"* 3 FETCH (UID 7 INTERNALDATE {written} FLAGS (\\Seen))\r\n");

        Assert.Null(message.InternalDate);
        MalformedResponse malformed = Assert.Single(message.Malformed);
        Assert.Equal(("INTERNALDATE", $"INTERNALDATE {written}"), (malformed.Name, System.Text.Encoding.ASCII.GetString(malformed.Raw.Span)));
        Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
    });
}
