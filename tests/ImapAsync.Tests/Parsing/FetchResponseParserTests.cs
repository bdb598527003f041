using System.Text;

namespace ImapAsync.Tests;

public sealed class FetchResponseParserTests
{
    private const string Envelope =
        """("Mon, 1 Jan 2024 10:00:01 +0100" "test" (("Alice" NIL "alice" "example.org")) (("Alice" NIL "alice" "example.org")) (("Alice" NIL "alice" "example.org")) (("Bob" NIL "bob" "example.org")) (("=?utf-8?q?J=C3=BCrgen?=" NIL "j" "example.org")) NIL NIL "<m1@example.org>")""";

    [Theory]
    [InlineData("""1 FETCH (UID 17 FLAGS (\Seen \Recent) INTERNALDATE "01-Jan-2024 09:06:41 +0000" RFC822.SIZE 552 ENVELOPE """)]
    [InlineData("""1 FETCH (FLAGS (\Recent \Seen) UID 17 INTERNALDATE " 1-Jan-2024 09:06:41 +0000" RFC822.SIZE 552 ENVELOPE """)]
    [InlineData("""1 fetch (flags (\recent \SEEN) uid 17 internaldate " 1-jan-2024 09:06:41 +0000" rfc822.size 552 envelope """)]
    public void Answers_of_Dovecot_and_Cyrus_are_read_whatever_their_case(string response)
    {
        FetchedMessage message = FetchAnswers.Read(response + Envelope + ")");

        Assert.Equal(1u, message.SequenceNumber.Value);
        Assert.Equal(new Uid(17), message.Uid);
        Assert.Equal([Flag.Seen, Flag.Recent], message.Flags);
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 9, 6, 41, TimeSpan.Zero), message.InternalDate);
        Assert.Equal(552, message.Size);
        Assert.Equal("test", message.Envelope.Subject);
        Assert.Equal("Jürgen", Assert.Single(message.Envelope.Cc).DisplayName);
        Assert.Same(message.Envelope, message.Envelope);
        Assert.Empty(message.Malformed);
        Assert.Equal("message 1 (UID 17)", message.ToString());
    }

    [Fact]
    public void Extension_items_are_read()
    {
        FetchedMessage message = FetchAnswers.Read(
            """3 FETCH (MODSEQ (12345) SAVEDATE "22-Nov-2026 08:50:17 +0000" EMAILID (Mb26b489ec) THREADID (T2398917fc) PREVIEW {5}""" + "\r\nHello BINARY.SIZE[2] 10)");

        Assert.Equal(new ModSequence(12345), message.ModSequence);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 8, 50, 17, TimeSpan.Zero), message.SaveDate);
        Assert.Equal("Mb26b489ec", message.EmailId);
        Assert.Equal("T2398917fc", message.ThreadId);
        Assert.Equal("Hello", message.Preview);
        Assert.Equal(10, message.BinarySize(BodySection.Part(2)));
        Assert.Null(message.BinarySize(BodySection.Part(3)));
        Assert.Empty(message.Extensions);
        Assert.Empty(message.Malformed);
    }

    [Fact]
    public void Extension_items_may_be_nil()
    {
        FetchedMessage message = FetchAnswers.Read("3 FETCH (SAVEDATE NIL THREADID NIL PREVIEW NIL)");
        Assert.Null(message.SaveDate);
        Assert.Null(message.ThreadId);
        Assert.Null(message.Preview);
        Assert.Null(message.ModSequence);
        Assert.Empty(message.Malformed);
    }

    [Fact]
    public void Unknown_items_are_kept_unchanged()
    {
        FetchedMessage message = FetchAnswers.Read(
            """3 FETCH (X-GM-MSGID 1278455344230334865 X-GM-LABELS ("\\Inbox" "a (b)" foo) UID 9 ANNOTATION (/comment (value.priv "note")) DIGEST.SHA1 b26b48 SNIPPET (FUZZY {3}""" + "\r\n)))))");

        Assert.Equal(["X-GM-MSGID", "X-GM-LABELS", "ANNOTATION", "DIGEST.SHA1", "SNIPPET"], message.Extensions.Select(item => item.Name));
        Assert.True(message.TryGetRaw("x-gm-labels", out ReadOnlyMemory<byte> raw));
        Assert.Equal("""("\\Inbox" "a (b)" foo)""", Encoding.ASCII.GetString(raw.Span));
        Assert.Equal(1278455344230334865u, message.Extensions[0].Read().ReadNumber());
        Assert.Equal("(FUZZY {3}\r\n))))", message.Extensions[4].Text);
        Assert.False(message.TryGetRaw("X-OTHER", out _));
        Assert.Equal(9u, message.Uid.Value);
        Assert.Empty(message.Malformed);
    }

    // A variation of what the guided fuzzer found: what is reported under a name is found by it.
    [Theory]
    [InlineData("X-\u00C3\u00BC", "X-\u00FC")]
    [InlineData("X-\u00C3\u00BC", "x-\u00DC")]
    [InlineData("X-\u00FC", "X-\u00FC")]
    [InlineData("X-\u0080", "X-\u0080")]
    public void An_item_whose_name_is_not_in_ASCII_is_found_as_it_is_reported(string sent, string name)
    {
        FetchedMessage message = FetchAnswers.Read($"3 FETCH (UID 9 {sent} 17 X-A 18)");

        Assert.Equal(name, message.Extensions[0].Name, ignoreCase: true);
        Assert.True(message.TryGetRaw(name, out ReadOnlyMemory<byte> raw));
        Assert.Equal("17", Encoding.ASCII.GetString(raw.Span));
        Assert.False(message.TryGetRaw("X-?", out _));
    }

    // Quirk 11.
    [Theory]
    [InlineData("MODSEQ (-1)", null)]
    [InlineData("MODSEQ (0)", null)]
    [InlineData("MODSEQ NIL", null)]
    [InlineData("MODSEQ ()", null, false)]
    [InlineData("MODSEQ 7", 7UL)]
    [InlineData("MODSEQ (\"7\")", 7UL)]
    [InlineData("MODSEQ (9223372036854775807)", 9223372036854775807UL)]
    [InlineData("MODSEQ (9223372036854775808)", null, true)]
    [InlineData("MODSEQ (x)", null, true)]
    public void Invalid_mod_sequences_are_null(string item, ulong? expected, bool malformed = false)
    {
        FetchedMessage message = FetchAnswers.Read($"1 FETCH ({item} UID 4)");
        Assert.Equal(expected, message.ModSequence?.Value);
        Assert.Equal(4u, message.Uid.Value);
        Assert.Equal(malformed ? ["MODSEQ"] : [], message.Malformed.Select(entry => entry.Name));
    }

    // Quirk 12.
    [Fact]
    public void Message_zero_is_not_a_message_but_is_not_lost()
    {
        FetchedMessage message = FetchAnswers.Read(@"0 FETCH (UID 4 FLAGS (\Seen))");
        Assert.Equal(default, message.SequenceNumber);
        Assert.Equal(4u, message.Uid.Value);
    }

    // Quirk 13, and 11.
    [Theory]
    [InlineData("5000000000", 5_000_000_000)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-1", 0)]
    [InlineData("\"12\"", 12)]
    public void Sizes_are_of_64_bits(string written, long expected)
    {
        FetchedMessage message = FetchAnswers.Read($"1 FETCH (RFC822.SIZE {written})");
        Assert.Equal(expected, message.Size);
        Assert.Empty(message.Malformed);
    }

    // Quirk 17.
    [Theory]
    [InlineData("\"00-Jan-0000 00:00:00 +0000\"")]
    [InlineData("NIL")]
    public void A_date_of_zeros_is_not_a_date(string written)
    {
        FetchedMessage message = FetchAnswers.Read($"1 FETCH (INTERNALDATE {written} UID 4)");
        Assert.Null(message.InternalDate);
        Assert.Empty(message.Malformed);
    }

    // Quirk 24.
    [Theory]
    [InlineData(@"(\Seen $Forwarded)", @"(\Seen $Forwarded)")]
    [InlineData("()", "()")]
    [InlineData("NIL", "()")]
    [InlineData("\"\\Seen\"", @"(\Seen)")]
    [InlineData("\"(\\Seen)\"", @"(\Seen)")]
    [InlineData(@"(NIL \Seen)", @"(\Seen)")]
    [InlineData("([Gmail]/x a[b])", "([Gmail]/x a[b])")]
    [InlineData(@"(\\Seen \Custom)", @"(\Seen \Custom)")]
    [InlineData("(\"\\Seen\" \"a\")", @"(\Seen a)")]
    [InlineData("( )", "()")]
    public void Flags_come_in_many_forms(string written, string expected)
    {
        FetchedMessage message = FetchAnswers.Read($"1 FETCH (FLAGS {written} UID 4)");
        Assert.Equal(expected, message.Flags.ToString());
        Assert.Equal(4u, message.Uid.Value);
        Assert.Empty(message.Malformed);
    }

    // Quirk 25.
    [Theory]
    [InlineData("BODY[1] UID 4")]
    [InlineData("UID 4 BODY[1]")]
    [InlineData("UID 4 BODY[1] ")]
    [InlineData("BODY[1] FLAGS () UID 4")]
    [InlineData("BODY[1] NIL UID 4")]
    public void A_section_without_a_value_is_nil(string items)
    {
        FetchedMessage message = FetchAnswers.Read($"1 FETCH ({items})");
        Assert.Equal(4u, message.Uid.Value);
        Assert.True(message.Contains(FetchItem.Body(BodySection.Part(1))));
        Assert.Null(message.Section(BodySection.Part(1)));
        Assert.Empty(message.Sections);
        Assert.Empty(message.Malformed);
    }

    // Quirk 26.
    [Fact]
    public void A_repeated_item_does_no_harm()
    {
        FetchedMessage message = FetchAnswers.Read(@"1 FETCH (FLAGS () UID 4 X-A 1 FLAGS (\Seen) UID 4 X-B 2 RFC822.SIZE 5 X-C 3 UID 4)");
        Assert.Equal([Flag.Seen], message.Flags);
        Assert.Equal(5, message.Size);
        Assert.Equal(["X-A", "X-B", "X-C"], message.Extensions.Select(item => item.Name));
    }

    [Fact]
    public void Many_items_in_turn_are_all_kept()
    {
        FetchedMessage message = FetchAnswers.Read("1 FETCH (" + string.Join(' ', Enumerable.Range(0, 100).Select(i => $"UID 4 X-{i} ({i})")) + ")");
        Assert.Equal(100, message.Extensions.Count);
        Assert.Equal("(99)", message.Extensions[99].Text);
        Assert.Empty(message.Malformed);
    }

    // Quirk 9.
    [Fact]
    public void Raw_octets_are_UTF_8_or_Latin_1()
    {
        FetchedMessage message = FetchAnswers.Read("1 FETCH (PREVIEW \"gr\u00C3\u00BCn\" X \"gr\u00FCn\")");
        Assert.Equal("grün", message.Preview);
        Assert.Equal("\"grün\"", message.Extensions[0].Text);
    }

    [Theory]
    [InlineData("UID x", "UID")]
    [InlineData("UID 0", "UID")]
    [InlineData("UID 4294967296", "UID")]
    [InlineData("UID (4)", "UID")]
    [InlineData("FLAGS x", "FLAGS")]
    [InlineData("FLAGS ((a))", "FLAGS", true)]
    [InlineData("INTERNALDATE \"yesterday\"", "INTERNALDATE")]
    [InlineData("INTERNALDATE (1)", "INTERNALDATE")]
    [InlineData("RFC822.SIZE huge", "RFC822.SIZE")]
    [InlineData("SAVEDATE \"x\"", "SAVEDATE")]
    [InlineData("BINARY.SIZE[1] x", "BINARY.SIZE[1]")]
    [InlineData("BODY[1] (list)", "BODY[1]")]
    [InlineData("PREVIEW (x)", "PREVIEW")]
    [InlineData("EMAILID", "EMAILID")]
    [InlineData("(list)", "")]
    [InlineData("\"string\"", "")]
    public void What_cannot_be_read_is_reported_and_its_neighbours_are_fine(string item, string name, bool readable = false)
    {
        FetchedMessage message = FetchAnswers.Read($"""1 FETCH (MODSEQ (77) {item} ENVELOPE {Envelope})""");

        Assert.Equal(77u, message.ModSequence?.Value);
        Assert.Equal("test", message.Envelope.Subject);
        if (readable)
        {
            Assert.Empty(message.Malformed);
            return;
        }

        MalformedResponse malformed = Assert.Single(message.Malformed);
        Assert.Equal(name, malformed.Name);
        Assert.Equal(item, Encoding.Latin1.GetString(malformed.Raw.Span));
        Assert.StartsWith("The server sent a response that cannot be read: expected ", malformed.Reason, StringComparison.Ordinal);
        // Reading it does not throw.
        _ = (message.Contains(FetchItem.Uid) ? message.Uid : default, message.Contains(FetchItem.Flags) ? message.Flags : null, message.Contains(FetchItem.Size) ? message.Size : 0);
        _ = (message.Contains(FetchItem.InternalDate) ? message.InternalDate : null, message.Contains(FetchItem.SaveDate) ? message.SaveDate : null);
        _ = (message.Contains(FetchItem.Preview) ? message.Preview : null, message.Contains(FetchItem.EmailId) ? message.EmailId : null, message.Section(BodySection.Part(1)));
    }

    [Theory]
    [InlineData("1 FETCH (UID 4 ENVELOPE (\"d\" \"s\"", "ENVELOPE")]
    [InlineData("1 FETCH (UID 4 PREVIEW \"never closed", "PREVIEW")]
    [InlineData("1 FETCH (UID 4 PREVIEW {99}\r\nshort", "PREVIEW")]
    [InlineData("1 FETCH (UID 4 BODY[HEADER.FIELDS (\"a] \"x\"", "BODY[HEADER.FIELDS")]
    public void What_is_never_closed_ends_with_the_response(string response, string name)
    {
        FetchedMessage message = FetchAnswers.Read(response);
        Assert.Equal(4u, message.Uid.Value);
        Assert.Contains(name, message.Malformed.Select(malformed => malformed.Name));
    }

    [Theory]
    [InlineData("1 FETCH (UID 4)) FLAGS ())")]
    [InlineData("1 FETCH UID 4 FLAGS ()")]
    [InlineData("1 FETCH (  UID  4   FLAGS  ()  )  ")]
    [InlineData("1 FETCH (UID 4 FLAGS()")]
    public void Parentheses_and_spaces_in_the_wrong_place_do_no_harm(string response)
    {
        FetchedMessage message = FetchAnswers.Read(response);
        Assert.Equal(4u, message.Uid.Value);
        Assert.Empty(message.Flags);
    }

    [Theory]
    [InlineData("1 FETCH ()")]
    [InlineData("1 FETCH")]
    [InlineData("1 FETCH (")]
    public void A_response_without_items_has_none(string response)
    {
        FetchedMessage message = FetchAnswers.Read(response);
        Assert.False(message.Contains(FetchItem.Uid));
        Assert.Empty(message.Malformed);
    }
}
