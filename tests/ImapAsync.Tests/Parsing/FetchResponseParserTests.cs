namespace ImapAsync.Tests;

public sealed class FetchResponseParserTests
{
    private const string Envelope =
        """("Mon, 1 Jan 2024 10:00:01 +0100" "test" (("Alice" NIL "alice" "example.org")) (("Alice" NIL "alice" "example.org")) (("Alice" NIL "alice" "example.org")) (("Bob" NIL "bob" "example.org")) (("=?utf-8?q?J=C3=BCrgen?=" NIL "j" "example.org")) NIL NIL "<m1@example.org>")""";

    [Fact]
    public void Dovecot_answer_is_read()
    {
        FetchedMessage message = FetchAnswers.Read(
            """1 FETCH (UID 17 FLAGS (\Seen \Recent) INTERNALDATE "01-Jan-2024 09:06:41 +0000" RFC822.SIZE 552 ENVELOPE """ + Envelope + ")");

        Assert.Equal(1u, message.SequenceNumber.Value);
        Assert.Equal(new Uid(17), message.Uid);
        Assert.Equal([Flag.Seen, Flag.Recent], message.Flags);
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 9, 6, 41, TimeSpan.Zero), message.InternalDate);
        Assert.Equal(552, message.Size);
        Assert.Equal("test", message.Envelope.Subject);
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 10, 0, 1, TimeSpan.FromHours(1)), message.Envelope.Date);
        Assert.Equal("alice@example.org", Assert.Single(message.Envelope.From).Address);
        Assert.Equal("Jürgen", Assert.Single(message.Envelope.Cc).DisplayName);
        Assert.Equal("<m1@example.org>", message.Envelope.MessageId);
        Assert.Null(message.Envelope.InReplyTo);
        Assert.Empty(message.Malformed);
    }
}
