using System.Text;

namespace ImapAsync.Tests;

public sealed class BodyStructureTests
{
    // RFC 9051 §6.4.5.1: the message whose parts that section numbers.
    private const string Numbered =
        """(("TEXT" "PLAIN" NIL NIL NIL "7BIT" 1 1)("APPLICATION" "OCTET-STREAM" NIL NIL NIL "7BIT" 2)("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 3 (NIL "three" NIL NIL NIL NIL NIL NIL NIL NIL) (("TEXT" "PLAIN" NIL NIL NIL "7BIT" 31 1)("APPLICATION" "OCTET-STREAM" NIL NIL NIL "7BIT" 32) "MIXED") 9)(("IMAGE" "GIF" NIL NIL NIL "BASE64" 41)("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 42 (NIL "four" NIL NIL NIL NIL NIL NIL NIL NIL) (("TEXT" "PLAIN" NIL NIL NIL "7BIT" 421 1)(("TEXT" "PLAIN" NIL NIL NIL "7BIT" 4221 1)("TEXT" "RICHTEXT" NIL NIL NIL "7BIT" 4222 1) "ALTERNATIVE") "MIXED") 9) "MIXED") "MIXED")""";

    [Fact]
    public void A_text_is_read()
    {
        BodyPart part = Read("""("TEXT" "PLAIN" ("CHARSET" "US-ASCII" "NAME" "cc.diff") "<960723163407.20117h@cac.washington.edu>" "Compiler diff" "BASE64" 4554 73)""");

        Assert.Equal("text/plain", part.ContentType.ToString());
        Assert.True(part.ContentType.Is("TEXT/Plain"));
        Assert.True(part.ContentType.Is("text/*"));
        Assert.False(part.ContentType.Is("text/html"));
        Assert.Equal("US-ASCII", part.ContentType.Charset);
        Assert.Equal("cc.diff", part.FileName);
        Assert.Equal("<960723163407.20117h@cac.washington.edu>", part.Id);
        Assert.Equal("Compiler diff", part.Description);
        Assert.Equal(ContentTransferEncoding.Base64, part.TransferEncoding);
        Assert.Equal(4554, part.Size);
        Assert.Equal(73, part.Lines);
        Assert.Null(part.Disposition);
        Assert.Equal(BodySection.Part(1), part.Section);
        Assert.False(part.IsMultipart);
        Assert.Equal(1, part.LeafCount);
        Assert.Same(part, Assert.Single(part.Leaves));
    }

    [Fact]
    public void A_multipart_of_Dovecot_is_read()
    {
        BodyPart root = Read(
            """(("text" "plain" ("charset" "utf-8") NIL NIL "quoted-printable" 27 0 NIL NIL NIL NIL)("application" "octet-stream" ("name" "x.bin") NIL NIL "base64" 16 NIL ("attachment" ("filename" "x.bin")) NIL NIL) "mixed" ("boundary" "b1") NIL NIL NIL)""");

        Assert.Equal("multipart/mixed", root.ContentType.ToString());
        Assert.Equal("b1", root.ContentType.Parameters["BOUNDARY"]);
        Assert.True(root.IsMultipart);
        Assert.Equal(BodySection.Text, root.Section);
        Assert.Equal(2, root.LeafCount);
        Assert.Equal(0, root.Size);
        Assert.Null(root.Lines);

        BodyPart attachment = Assert.Single(root.Attachments);
        Assert.Equal("x.bin", attachment.FileName);
        Assert.Equal("attachment", attachment.Disposition?.Type);
        Assert.Equal(BodySection.Part(2), attachment.Section);
        Assert.Same(root, attachment.Parent);
        Assert.Same(root.Children[0], root.TextBody);
        Assert.Null(root.HtmlBody);
        Assert.Equal(0, root.TextBody?.Lines);
    }

    [Fact]
    public void Every_field_of_the_extensible_form_is_read()
    {
        BodyPart root = Read(
            """(("IMAGE" "PNG" NIL "<i@x>" "=?utf-8?q?Bl=C3=BCte?=" "BASE64" 5000000000 "Q2hlY2sgSW50ZWdyaXR5IQ==" ("INLINE" ("FILENAME*0*" "utf-8''Bl%C3%BC" "FILENAME*1" "te.png" "SIZE" "12")) ("de" "en") "https://x/y.png" "ext" ("nested" (1 NIL)) 7)("TEXT" "HTML" NIL NIL NIL "8BIT" 3 1 NIL ("inline" NIL) "fr" NIL) "RELATED" ("TYPE" "text/html" "START" "<i@x>") NIL ("nl") "loc" (future) 1)""");

        BodyPart image = root.Children[0];
        Assert.Equal("<i@x>", image.Id);
        Assert.Equal("Blüte", image.Description);
        Assert.Equal(5_000_000_000, image.Size);
        Assert.Equal("Q2hlY2sgSW50ZWdyaXR5IQ==", image.Md5);
        Assert.Equal("inline", image.Disposition?.Type);
        Assert.Equal("Blüte.png", image.FileName);
        Assert.Equal("12", image.Disposition?.Parameters["size"]);
        Assert.Equal(["de", "en"], image.Languages);
        Assert.Equal("https://x/y.png", image.Location);
        Assert.Equal("\"ext\" (\"nested\" (1 NIL)) 7", Encoding.ASCII.GetString(image.ExtensionData.Span));
        Assert.False(image.IsAttachment);

        BodyPart html = root.Children[1];
        Assert.Equal(["fr"], html.Languages);
        Assert.Equal(ContentTransferEncoding.EightBit, html.TransferEncoding);
        Assert.Null(html.Location);
        Assert.True(html.ExtensionData.IsEmpty);
        Assert.Same(html, root.HtmlBody);

        Assert.Equal("text/html", root.ContentType.Parameters["type"]);
        Assert.Equal(["nl"], root.Languages);
        Assert.Equal("loc", root.Location);
        Assert.Equal("(future) 1", Encoding.ASCII.GetString(root.ExtensionData.Span));
    }

    [Fact]
    public void Parts_are_numbered_as_RFC_9051_numbers_them()
    {
        BodyPart root = Read(Numbered);

        Assert.Equal(
            ["TEXT multipart/mixed", "1 text/plain", "2 application/octet-stream", "3 message/rfc822", "3.TEXT multipart/mixed", "3.1 text/plain", "3.2 application/octet-stream",
             "4 multipart/mixed", "4.1 image/gif", "4.2 message/rfc822", "4.2.TEXT multipart/mixed", "4.2.1 text/plain", "4.2.2 multipart/alternative", "4.2.2.1 text/plain",
             "4.2.2.2 text/richtext"],
            root.Parts.Select(part => part.ToString()));
        // The sizes in the example are the numbers of the parts.
        Assert.All(root.Parts.Where(part => part.Size > 0), part => Assert.Equal(part.Section.ToString().Replace(".", "", StringComparison.Ordinal), $"{part.Size}"));
        Assert.Equal(["1", "2", "3", "4.1", "4.2"], root.Leaves.Select(part => $"{part.Section}"));
        Assert.Equal(5, root.LeafCount);
        Assert.Equal(["2", "3", "4.1", "4.2"], root.Attachments.Select(part => $"{part.Section}"));
        Assert.Equal(2, root.Children[2].Body?.LeafCount);
        Assert.All(root.Parts, part => Assert.Same(part, root.Find(part.Section.ToString())));
        Assert.Same(root.Children[3].Children[0], root.Find(BodySection.Part(4, 1)));
        Assert.All(["", "5", "4.3", "1.MIME", "HEADER", "0", "no section"], section => Assert.Null(root.Find(section)));
        Assert.Same(root.Children[1], root.Children[1].Find("2"));
        Assert.Null(root.Children[1].Find("1"));
    }

    [Fact]
    public void An_embedded_message_that_is_not_a_multipart_has_a_part_1()
    {
        BodyPart root = Read(
            """("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 342 ("Mon, 1 Jan 2024 10:00:01 +0100" "inner" (("A" NIL "a" "x")) NIL NIL NIL NIL NIL NIL "<i@x>") ("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "7BIT" 10 2 NIL NIL NIL NIL) 12 NIL ("ATTACHMENT" ("FILENAME" "m.eml")) NIL NIL)""");

        Assert.Equal("1", $"{root.Section}");
        Assert.Equal("inner", root.Envelope?.Subject);
        Assert.Equal("a@x", root.Envelope?.From[0].Address);
        Assert.Equal(12, root.Lines);
        Assert.Equal("m.eml", root.FileName);
        Assert.True(root.IsAttachment);
        Assert.Equal("1.1", $"{root.Body?.Section}");
        Assert.Equal("utf-8", root.Body?.ContentType.Charset);
        Assert.Empty(root.Children);
    }

    // Quirk 19.
    [Theory]
    [InlineData("""("ALTERNATIVE" ("BOUNDARY" "b") NIL NIL)""", "multipart/alternative")]
    [InlineData("""("MIXED" NIL NIL NIL)""", "multipart/mixed")]
    [InlineData("""("RELATED")""", "multipart/related")]
    public void A_multipart_without_children_is_an_empty_multipart(string written, string type)
    {
        BodyPart root = Read(written);
        Assert.Equal(type, root.ContentType.ToString());
        Assert.True(root.IsMultipart);
        Assert.Empty(root.Children);
        Assert.Empty(root.Leaves);
        Assert.Equal(0, root.LeafCount);

        root = Read($"""({written}("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1) "MIXED")""");
        Assert.Equal("2", $"{Assert.Single(root.Leaves).Section}");
        Assert.Equal(1, root.LeafCount);
    }

    // Quirk 20.
    [Fact]
    public void A_message_in_base64_may_come_without_its_structure()
    {
        BodyPart part = Read("""("MESSAGE" "RFC822" ("NAME" "x.eml") NIL NIL "BASE64" 1234 NIL ("ATTACHMENT" ("FILENAME" "x.eml")) NIL)""");
        Assert.Equal("message/rfc822", part.ContentType.ToString());
        Assert.Null(part.Envelope);
        Assert.Null(part.Body);
        Assert.Null(part.Lines);
        Assert.Equal(1234, part.Size);
        Assert.True(part.Disposition?.IsAttachment);
        Assert.Equal("x.eml", part.FileName);
    }

    [Fact]
    public void A_message_whose_envelope_and_body_are_nil_still_has_its_lines()
    {
        BodyPart part = Read("""("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 1234 NIL NIL 55 NIL ("ATTACHMENT" NIL) NIL)""");
        Assert.Null(part.Body);
        Assert.Equal(55, part.Lines);
        Assert.True(part.Disposition?.IsAttachment);
    }

    // Quirk 21.
    [Theory]
    [InlineData("()")]
    [InlineData("NIL")]
    public void An_empty_list_is_not_a_part(string written)
    {
        FetchedMessage message = FetchAnswers.Read($"1 FETCH (BODYSTRUCTURE {written} UID 5)");
        Assert.True(message.BodyStructure.IsEmpty);
        Assert.Empty(message.BodyStructure.Leaves);
        Assert.Equal(0, message.BodyStructure.LeafCount);
        Assert.Empty(message.Malformed);
        Assert.Equal(5u, message.Uid.Value);
    }

    [Fact]
    public void An_empty_list_among_parts_keeps_its_number()
    {
        BodyPart root = Read("""(()("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1) "MIXED")""");
        Assert.Equal(2, root.Children.Count);
        Assert.True(root.Children[0].IsEmpty);
        Assert.Equal("2", $"{Assert.Single(root.Leaves).Section}");
        Assert.Equal(1, root.LeafCount);
    }

    // Quirk 21.
    [Theory]
    [InlineData("""("TEXT" NIL NIL NIL NIL NIL 5 1)""", "text/plain", "5")]
    [InlineData("""("TEXT" ("CHARSET" "x") NIL NIL NIL 5 1)""", "text/plain", "5")]
    [InlineData("""("APPLICATION" NIL ("NAME" "x") NIL NIL NIL 5)""", "application/octet-stream", "5")]
    [InlineData("""(NIL NIL NIL NIL NIL "7BIT" 5)""", "text/plain", "5")]
    [InlineData("""("TEXT" "PLAIN" NIL NIL NIL NIL NIL NIL)""", "text/plain", "0")]
    [InlineData("""("TEXT" "PLAIN")""", "text/plain", "0")]
    [InlineData("""(TEXT PLAIN NIL NIL NIL 7bit 5 1)""", "text/plain", "5")]
    [InlineData("""("TEXT" "PLAIN" NIL NIL NIL "7BIT" "5" "1")""", "text/plain", "5")]
    public void What_is_left_out_has_its_default(string written, string type, string size)
    {
        BodyPart part = Read(written);
        Assert.Equal(type, part.ContentType.ToString());
        Assert.Equal(size, $"{part.Size}");
        Assert.Equal(ContentTransferEncoding.SevenBit, part.TransferEncoding);
    }

    // Quirk 11.
    [Fact]
    public void Sizes_below_zero_are_unknown()
    {
        BodyPart part = Read("""("TEXT" "PLAIN" NIL NIL NIL "7BIT" -1 -1 NIL ("attachment" NIL) NIL)""");
        Assert.Equal(0, part.Size);
        Assert.Equal(0, part.Lines);
        Assert.True(part.IsAttachment);
    }

    // Quirk 22.
    [Theory]
    [InlineData("\"ATTACHMENT\"", "attachment")]
    [InlineData("(NIL NIL)", null)]
    [InlineData("(\"INLINE\")", "inline")]
    [InlineData("(\"INLINE\" NIL)", "inline")]
    [InlineData("(\"INLINE\" ())", "inline")]
    [InlineData("()", null)]
    [InlineData("NIL", null)]
    public void A_disposition_may_be_less_than_it_should(string written, string? type)
    {
        BodyPart part = Read($"""("APPLICATION" "PDF" NIL NIL NIL "BASE64" 5 NIL {written} ("en") NIL)""");
        Assert.Equal(type, part.Disposition?.Type);
        Assert.Equal(["en"], part.Languages);
        Assert.Null(part.FileName);
        Assert.Empty(part.Disposition?.Parameters ?? MimeParameters.Empty);
    }

    // Quirk 23.
    [Theory]
    [InlineData("(NIL \"en\" NIL)", "NIL", null, "en")]
    [InlineData("NIL", "()", null)]
    [InlineData("\"en\"", "\"here\"", "here", "en")]
    [InlineData("()", "NIL", null)]
    public void Language_and_location_may_be_odd(string language, string location, string? expected, params string[] languages)
    {
        BodyPart part = Read($"""("APPLICATION" "PDF" NIL NIL NIL "BASE64" 5 NIL NIL {language} {location} ((("deep" (NIL)) 7)) "more")""");
        Assert.Equal(languages, part.Languages);
        Assert.Equal(expected, part.Location);
        Assert.Equal("""((("deep" (NIL)) 7)) "more" """.TrimEnd(), Encoding.ASCII.GetString(part.ExtensionData.Span));
    }

    [Theory]
    [InlineData("""("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 NIL ("ATTACHMENT" ("FILENAME" "a")) NIL)""")]
    [InlineData("""("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 NIL NIL ("ATTACHMENT" ("FILENAME" "a")) NIL)""")]
    [InlineData("""("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1 NIL ("ATTACHMENT" ("FILENAME" "a")) NIL)""")]
    [InlineData("""("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1 "md5" ("ATTACHMENT" ("FILENAME" "a")) NIL)""")]
    public void A_text_may_lack_its_lines(string written) => Assert.Equal("a", Read(written).Disposition?.FileName);

    [Theory]
    [InlineData("""("NAME" "a" "odd")""", "a")]
    [InlineData("""("NAME" NIL)""", null)]
    [InlineData("""("NAME" ("list"))""", null)]
    [InlineData("""("NAME*" "utf-8''%C3%BC.txt")""", "ü.txt")]
    [InlineData("""("NAME" "=?utf-8?q?=C3=BC.txt?=")""", "ü.txt")]
    [InlineData("""("NAME" "a \"b\".txt")""", "a \"b\".txt")]
    [InlineData("(\"NAME\" {5}\r\nx(y)z)", "x(y)z")]
    [InlineData("NIL", null)]
    [InlineData("()", null)]
    [InlineData("\"junk\"", null)]
    public void Parameters_are_decoded(string written, string? name) =>
        Assert.Equal(name, Read($"""("APPLICATION" "PDF" {written} NIL NIL "BASE64" 5)""").FileName);

    [Fact]
    public void BODY_is_read_when_BODYSTRUCTURE_is_missing()
    {
        FetchedMessage message = FetchAnswers.Read("""1 FETCH (BODY ("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1))""");
        Assert.Equal(5, message.BodyStructure.Size);

        message = FetchAnswers.Read("""1 FETCH (BODY ("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1) BODYSTRUCTURE ("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1 NIL NIL "en" NIL))""");
        Assert.Equal(["en"], message.BodyStructure.Languages);
    }

    [Theory]
    [InlineData(null, "text", "plain", null, false)]
    [InlineData(null, "text", "calendar", "invite.ics", true)]
    [InlineData("inline", "text", "plain", null, false)]
    [InlineData("inline", "text", "plain", "notes.txt", true)]
    [InlineData("inline", "application", "pdf", "a.pdf", true)]
    [InlineData("inline", "image", "png", null, false)]
    [InlineData(null, "image", "png", null, true)]
    [InlineData("attachment", "text", "plain", null, true)]
    public void What_a_mail_program_would_offer_to_save_is_an_attachment(string? disposition, string type, string subtype, string? name, bool expected)
    {
        BodyPart part = new()
        {
            ContentType = new ContentType(type, subtype, name is null ? null : new MimeParameters([new("name", name)])),
            Disposition = disposition is null ? null : new ContentDisposition(disposition),
        };
        Assert.Equal(expected, part.IsAttachment);
    }

    [Fact]
    public void Parts_nested_too_deep_are_malformed_and_cost_no_more_than_others()
    {
        const int Depth = 100_000;
        string nested = new string('(', Depth) + """("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1)""" + string.Concat(Enumerable.Repeat(" \"MIXED\")", Depth));
        FetchedMessage message = FetchAnswers.Read($"1 FETCH (BODYSTRUCTURE {nested} UID 5)");

        Assert.Equal(5u, message.Uid.Value);
        Assert.Equal(64, message.BodyStructure.Parts.Count());
        Assert.Equal(0, message.BodyStructure.LeafCount);
        Assert.Empty(message.BodyStructure.Leaves);
        MalformedResponse malformed = Assert.Single(message.Malformed);
        Assert.Equal("BODYSTRUCTURE", malformed.Name);
        Assert.Contains("nested", malformed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_three_multiparts_around_a_text_are_not_too_deep()
    {
        string nested = new string('(', 63) + """("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1)""" + string.Concat(Enumerable.Repeat(" \"MIXED\")", 63));
        FetchedMessage message = FetchAnswers.Read($"1 FETCH (BODYSTRUCTURE {nested})");
        Assert.Equal(1, message.BodyStructure.LeafCount);
        Assert.Equal(63, Assert.Single(message.BodyStructure.Leaves).Section.PartNumbers.Length);
        Assert.Empty(message.Malformed);
    }

    [Theory]
    [InlineData("\"not a list\"")]
    [InlineData("7")]
    [InlineData("""("TEXT" "PLAIN" "junk" NIL NIL "7BIT" 5 1)""")]
    [InlineData("""("TEXT" "PLAIN" NIL NIL NIL "7BIT" "many" 1)""")]
    [InlineData("""("TEXT" "PLAIN" NIL NIL NIL (odd) 5 1)""")]
    [InlineData("""(("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1)("TEXT" "PLAIN" NIL NIL NIL "7BIT" "many" 1) "MIXED")""")]
    [InlineData("""("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 5 (NIL (odd) NIL) ("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1) 3)""")]
    public void What_cannot_be_read_is_reported_and_its_neighbours_are_fine(string written)
    {
        FetchedMessage message = FetchAnswers.Read($"1 FETCH (BODYSTRUCTURE {written} UID 5)");
        Assert.Equal(5u, message.Uid.Value);
        MalformedResponse malformed = Assert.Single(message.Malformed);
        Assert.Equal("BODYSTRUCTURE", malformed.Name);
        Assert.Equal($"BODYSTRUCTURE {written}", Encoding.Latin1.GetString(malformed.Raw.Span));
        foreach (BodyPart part in message.BodyStructure.Parts)
            Assert.NotNull(part.ContentType.Type);
    }

    [Fact]
    public void A_tree_can_be_created_by_hand()
    {
        BodyPart pdf = new() { ContentType = new("APPLICATION", "PDF"), Disposition = new("attachment", new MimeParameters([new("filename", "a.pdf")])), Size = 9 };
        BodyPart inner = new() { ContentType = new("text", "html") };
        BodyPart root = new()
        {
            ContentType = new("multipart", "mixed"),
            Children = [new BodyPart { Lines = 2 }, pdf, new BodyPart { ContentType = new("message", "rfc822"), Envelope = new Envelope { Subject = "s" }, Body = inner }],
        };

        Assert.Equal("2", $"{pdf.Section}");
        Assert.Equal("a.pdf", pdf.FileName);
        Assert.Equal("3.1", $"{inner.Section}");
        Assert.Equal(3, root.LeafCount);
        Assert.Equal([pdf, root.Children[2]], root.Attachments);
        Assert.Equal("text/plain", $"{root.TextBody?.ContentType}");
    }

    private static BodyPart Read(string written)
    {
        FetchedMessage message = FetchAnswers.Read($"1 FETCH (BODYSTRUCTURE {written})");
        Assert.Equal(message.BodyStructure.Leaves.Count(), message.BodyStructure.LeafCount);
        return message.BodyStructure;
    }
}
