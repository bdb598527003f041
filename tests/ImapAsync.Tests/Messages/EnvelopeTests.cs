namespace ImapAsync.Tests;

public sealed class EnvelopeTests
{
    [Fact]
    public void The_example_of_RFC_9051_is_read()
    {
        Envelope envelope = Read(
            """("Wed, 17 Jul 1996 02:23:25 -0700 (PDT)" "IMAP4rev2 WG mtg summary and minutes" (("Terry Gray" NIL "gray" "cac.washington.edu")) (("Terry Gray" NIL "gray" "cac.washington.edu")) (("Terry Gray" NIL "gray" "cac.washington.edu")) ((NIL NIL "imap" "cac.washington.edu")) ((NIL NIL "minutes" "CNRI.Reston.VA.US")("John Klensin" NIL "KLENSIN" "MIT.EDU")) NIL NIL "<B27397-0100000@cac.washington.ed>")""");

        Assert.Equal(new DateTimeOffset(1996, 7, 17, 2, 23, 25, TimeSpan.FromHours(-7)), envelope.Date);
        Assert.Equal("Wed, 17 Jul 1996 02:23:25 -0700 (PDT)", envelope.DateText);
        Assert.Equal("IMAP4rev2 WG mtg summary and minutes", envelope.Subject);
        Assert.Equal([new EmailAddress("gray", "cac.washington.edu", "Terry Gray")], envelope.From);
        Assert.Same(envelope.From, envelope.Sender);
        Assert.Same(envelope.From, envelope.ReplyTo);
        Assert.Equal([new EmailAddress("imap", "cac.washington.edu")], envelope.To);
        Assert.Equal([new EmailAddress("minutes", "CNRI.Reston.VA.US"), new EmailAddress("KLENSIN", "MIT.EDU", "John Klensin")], envelope.Cc);
        Assert.Empty(envelope.Bcc);
        Assert.Null(envelope.InReplyTo);
        Assert.Equal("<B27397-0100000@cac.washington.ed>", envelope.MessageId);
    }

    [Fact]
    public void Fields_are_found_after_a_very_long_subject()
    {
        string subject = new('s', 70_000);
        Envelope envelope = Read($"""(NIL "{subject}" (("A" NIL "a" "x")) NIL NIL (("B" NIL "b" "x")) NIL NIL "<1@x>" "<2@x>")""");
        Assert.Equal(subject, envelope.Subject);
        Assert.Equal(("a@x", "b@x"), (Assert.Single(envelope.From).Address, Assert.Single(envelope.To).Address));
        Assert.Equal(("<1@x>", "<2@x>"), (envelope.InReplyTo, envelope.MessageId));
        Assert.Empty(envelope.Cc);
        Assert.Null(envelope.Date);
    }

    [Fact]
    public void A_list_of_many_addresses_keeps_its_order()
    {
        string addresses = string.Concat(Enumerable.Range(1, 30).Select(number => $"""(NIL NIL "a{number}" "x")"""));
        Envelope envelope = Read($"(NIL NIL NIL NIL NIL ({addresses}) NIL NIL NIL NIL)");
        Assert.Equal(Enumerable.Range(1, 30).Select(number => $"a{number}@x"), envelope.To.Select(address => address.Address));
    }

    [Fact]
    public void Sender_and_reply_to_of_their_own_are_read()
    {
        Envelope envelope = Read("""(NIL NIL (("A" NIL "a" "x")) (("B" NIL "b" "x")) (("C" NIL "c" "x")) NIL NIL (("D" NIL "d" "x")) NIL NIL)""");
        Assert.Equal(["a@x", "b@x", "c@x", "d@x"], new[] { envelope.From, envelope.Sender, envelope.ReplyTo, envelope.Bcc }.Select(list => Assert.Single(list).Address));
        Assert.Same(envelope.Sender, envelope.Sender);
    }

    [Theory]
    [InlineData("\"=?utf-8?q?J=C3=BCrgen?=\"", "Jürgen")]
    [InlineData("\"=?iso-8859-1?Q?a?= =?utf-8?B?w7w=?=\"", "aü")]
    [InlineData("\"a \\\"quoted\\\" \\\\ word\"", "a \"quoted\" \\ word")]
    [InlineData("{4}\r\na)\"b", "a)\"b")]
    [InlineData("{0}\r\n", "")]
    [InlineData("\"J\u00C3\u00BCrgen\"", "Jürgen")]
    [InlineData("\"J\u00FCrgen\"", "Jürgen")]
    [InlineData("NIL", "")]
    [InlineData("nil", "")]
    [InlineData("\"NIL\"", "NIL")]
    [InlineData("\"\"", "")]
    public void The_subject_is_decoded_however_it_is_sent(string written, string subject) =>
        Assert.Equal(subject, Read($"""(NIL {written} NIL NIL NIL NIL NIL NIL NIL "<after@x>")""").Subject);

    // Quirk 14.
    [Fact]
    public void A_list_may_end_early()
    {
        Envelope envelope = Read("""("Mon, 1 Jan 2024 10:00:01 +0100" "s" NIL NIL NIL NIL NIL NIL "<reply@x>")""");
        Assert.Equal("<reply@x>", envelope.InReplyTo);
        Assert.Null(envelope.MessageId);

        envelope = Read("""("Mon, 1 Jan 2024 10:00:01 +0100")""");
        Assert.NotNull(envelope.Date);
        Assert.Empty(envelope.Subject);
        Assert.Empty(envelope.From);
        Assert.Empty(envelope.Sender);
    }

    // Quirk 15.
    [Fact]
    public void Nil_within_an_address_list_is_skipped() =>
        Assert.Equal(["a@x", "b@x"], Read("""(NIL NIL (("A" NIL "a" "x") NIL ("B" NIL "b" "x")NIL) NIL NIL NIL NIL NIL NIL NIL)""").From.Select(address => address.Address));

    // Quirk 16.
    [Theory]
    [InlineData("MISSING_DOMAIN")]
    [InlineData(".MISSING-HOST-NAME.")]
    [InlineData("unspecified-domain")]
    public void A_host_that_the_server_invented_is_ignored(string host)
    {
        EmailAddress address = Assert.Single(Read($"""(NIL NIL (("Root" NIL "root" "{host}")) NIL NIL NIL NIL NIL NIL NIL)""").From);
        Assert.Equal("root", address.Address);
        Assert.Equal("root", address.Mailbox);
        Assert.Null(address.Host);
        Assert.Equal("Root", address.DisplayName);
    }

    // Quirk 17.
    [Theory]
    [InlineData("""(("Mon, 1 Jan 2024 10:00:01 +0100" "s" (("A" NIL "a" "x")) NIL NIL NIL NIL NIL NIL "<m@x>"))""")]
    [InlineData("""( ( "Mon, 1 Jan 2024 10:00:01 +0100" "s" ( ( "A" NIL "a" "x" ) ) NIL NIL NIL NIL NIL NIL "<m@x>" ) )""")]
    public void An_extra_pair_of_parentheses_does_no_harm(string written)
    {
        FetchedMessage message = FetchAnswers.Read($"1 FETCH (ENVELOPE {written} UID 9)");
        Assert.Equal("s", message.Envelope.Subject);
        Assert.Equal("a@x", Assert.Single(message.Envelope.From).Address);
        Assert.Equal("<m@x>", message.Envelope.MessageId);
        Assert.Equal(9u, message.Uid.Value);
        Assert.Empty(message.Malformed);
    }

    // Quirk 18.
    [Theory]
    [InlineData("yesterday")]
    [InlineData("Mon, 99 Foo 2024")]
    [InlineData("")]
    public void An_unreadable_date_is_kept_as_text(string written)
    {
        Envelope envelope = Read($"""("{written}" NIL NIL NIL NIL NIL NIL NIL NIL NIL)""");
        Assert.Null(envelope.Date);
        Assert.Equal(written, envelope.DateText);
    }

    // RFC 9051 §7.5.2.
    [Fact]
    public void Groups_give_their_name_to_their_members()
    {
        Envelope envelope = Read(
            """(NIL NIL NIL NIL NIL (("X" NIL "x" "h")(NIL NIL "=?utf-8?q?Fr=C3=BChst=C3=BCck?=" NIL)("A" NIL "a" "h")(NIL NIL "b" "h")(NIL NIL NIL NIL)("Y" NIL "y" "h")) ((NIL NIL "undisclosed-recipients" NIL)(NIL NIL NIL NIL)) NIL NIL NIL)""");

        Assert.Equal([(null, "x@h"), ("Frühstück", "a@h"), ("Frühstück", "b@h"), (null, "y@h")], envelope.To.Select(address => (address.Group, address.Address)));
        EmailAddress empty = Assert.Single(envelope.Cc);
        Assert.Equal("undisclosed-recipients", empty.Group);
        Assert.Equal("", empty.Address);
        Assert.Equal("undisclosed-recipients:;", empty.ToString());
    }

    [Fact]
    public void Without_an_end_it_is_not_a_group()
    {
        Envelope envelope = Read("""(NIL NIL NIL NIL NIL ((NIL NIL "one" NIL)(NIL NIL "two" NIL)("A" NIL "a" "h")) NIL NIL NIL NIL)""");
        Assert.Equal([(null, "one"), (null, "two"), (null, "a@h")], envelope.To.Select(address => (address.Group, address.Address)));
    }

    [Theory]
    [InlineData("\"not an envelope\"")]
    [InlineData("NIL")]
    [InlineData("()")]
    [InlineData("(\"d\" (\"subject in a list\") NIL NIL NIL NIL NIL NIL NIL \"<m@x>\")", "<m@x>")]
    [InlineData("(\"d\" \"s\" (nonsense) NIL NIL NIL NIL NIL NIL \"<m@x>\")", "<m@x>")]
    [InlineData("(\"d\" \"s\" ((\"A\" NIL (\"a\") \"x\")) NIL NIL NIL NIL NIL NIL \"<m@x>\")", "<m@x>")]
    public void What_cannot_be_read_is_empty_and_its_neighbours_are_fine(string written, string? messageId = null)
    {
        FetchedMessage message = FetchAnswers.Read($"1 FETCH (ENVELOPE {written} UID 9)");
        Assert.Equal(9u, message.Uid.Value);
        Assert.Equal(messageId, message.Envelope.MessageId);
        Assert.True(message.Envelope.From.Count <= 1);
        if (written != "()")
            Assert.Equal("ENVELOPE", Assert.Single(message.Malformed).Name);
    }

    [Fact]
    public void An_envelope_can_be_created_by_hand()
    {
        DateTimeOffset date = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(1));
        Envelope envelope = new() { Subject = "Hello", From = [new("a", "x")], Date = date, MessageId = "<m@x>" };

        Assert.Equal("Hello", envelope.Subject);
        Assert.Equal(date, envelope.Date);
        Assert.Equal("Fri, 02 Jan 2026 02:04:05 GMT", envelope.DateText);
        Assert.Equal("a@x", envelope.Sender[0].Address);
        Assert.Empty(envelope.To);
        Assert.Null(envelope.InReplyTo);
    }

    [Theory]
    [InlineData("a", "x", null, "a@x")]
    [InlineData("a", null, null, "a")]
    [InlineData("a", "x", "Alice", "Alice <a@x>")]
    public void An_address_is_written_as_people_read_it(string mailbox, string? host, string? name, string text) =>
        Assert.Equal(text, new EmailAddress(mailbox, host, name).ToString());

    private static Envelope Read(string written) => FetchAnswers.Read($"1 FETCH (ENVELOPE {written})").Envelope;
}
