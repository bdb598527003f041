namespace ImapAsync.Testing.Tests.Mime;

public sealed class MimeEntityTests
{
    [Theory]
    [InlineData("Subject: hi\r\n\r\nhello\r\n", "Subject: hi\r\n\r\n", "hello\r\n")]
    [InlineData("Subject: hi\n\nhello\n", "Subject: hi\n\n", "hello\n")]
    [InlineData("Subject: hi\r\n", "Subject: hi\r\n", "")]
    [InlineData("Subject: hi", "Subject: hi", "")]
    [InlineData("Subject: hi\r\n\r\n", "Subject: hi\r\n\r\n", "")]
    [InlineData("\r\nhello", "\r\n", "hello")]
    [InlineData("", "", "")]
    [InlineData("Subject: hi\r\n folded\r\n\r\n\r\nhello", "Subject: hi\r\n folded\r\n\r\n", "\r\nhello")]
    public void Header_ends_with_the_empty_line(string message, string header, string body)
    {
        MimeEntity entity = MimeEntity.Parse(Octets.Of(message));
        Assert.Equal(header, Octets.Text(entity.Header.Octets.Span));
        Assert.Equal(body, Octets.Text(entity.Body.Span));
        Assert.Equal(message, Octets.Text(entity.Octets.Span));
    }

    [Theory]
    [InlineData("", "text/plain")]
    [InlineData("Content-Type: text/html\r\n", "text/html")]
    [InlineData("Content-Type: TEXT/Html ; charset=utf-8\r\n", "TEXT/Html")]
    [InlineData("Content-Type: text\r\n", "text/plain")]
    [InlineData("Content-Type: text/\r\n", "text/plain")]
    [InlineData("Content-Type: \r\n", "text/plain")]
    [InlineData("Content-Type: te xt/plain\r\n", "text/plain")]
    [InlineData("Content-Type: multipart/mixed\r\n", "text/plain")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"\"\r\n", "text/plain")]
    public void Type_that_cannot_be_read_is_plain_text(string header, string expected)
    {
        MimeEntity entity = MimeEntity.Parse(Octets.Of(header + "\r\nhello\r\n"));
        Assert.Equal(expected, $"{entity.Type.Type}/{entity.Type.Subtype}");
        Assert.Empty(entity.Parts);
        Assert.Null(entity.Message);
    }

    [Theory]
    [InlineData("--b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--\r\n", "one|two")]
    [InlineData("preamble\r\n--b\r\n\r\none\r\n--b--\r\nepilogue\r\n--b\r\n\r\nno part", "one")]
    [InlineData("--b  \r\n\r\none\r\n--b\t\r\n\r\ntwo\r\n--b-- \r\n", "one|two")]
    [InlineData("--b\n\none\n--b\n\ntwo\n--b--\n", "one|two")]
    [InlineData("--b\r\n\r\none\r\n\r\n--b--", "one\r\n")]
    [InlineData("--b\r\n\r\none\r\n--b\r\n\r\ntwo", "one|two")]
    [InlineData("--b\r\n\r\n--b--", "")]
    [InlineData("--b\r\n--b\r\n--b--", "|")]
    [InlineData("--b\r\n\r\none\r\n--bb\r\n--b c\r\n--b--", "one\r\n--bb\r\n--b c")]
    [InlineData("no boundary at all\r\n", "")]
    [InlineData("", "")]
    public void Multipart_is_cut_at_its_boundaries(string body, string expected)
    {
        MimeEntity entity = MimeEntity.Parse(Octets.Of("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + body));
        Assert.Equal(expected, string.Join('|', entity.Parts.Select(part => Octets.Text(part.Body.Span))));
    }

    [Fact]
    public void Outer_boundary_ends_an_inner_multipart_that_is_not_closed()
    {
        MimeEntity entity = MimeEntity.Parse(Octets.Lines(
            """
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: multipart/alternative; boundary="b-inner"

            --b-inner

            plain
            --b-inner
            Content-Type: text/html

            <p>html
            --b

            after
            --b--
            """));

        Assert.Equal(2, entity.Parts.Count);
        Assert.Equal(["plain", "<p>html"], entity.Parts[0].Parts.Select(part => Octets.Text(part.Body.Span)));
        Assert.Equal("after", Octets.Text(entity.Parts[1].Body.Span));
    }

    [Fact]
    public void Parts_of_a_digest_are_messages()
    {
        MimeEntity entity = MimeEntity.Parse(Octets.Lines(
            """
            Content-Type: multipart/digest; boundary=b

            --b

            Subject: first

            one
            --b
            Content-Type: text/plain

            no message
            --b--
            """));

        Assert.Equal("first", entity.Parts[0].Message?.Header.Fields.Get("Subject"));
        Assert.Equal("one", Octets.Text(entity.Parts[0].Message!.Body.Span));
        Assert.Null(entity.Parts[1].Message);
    }

    [Fact]
    public void Nesting_beyond_the_limit_is_left_whole()
    {
        string message = string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\r\n\r\n", 10_000)) + "Subject: deep\r\n\r\nhello";
        int depth = 0;
        MimeEntity entity = MimeEntity.Parse(Octets.Of(message));
        while (entity.Message is { } inner)
            (entity, depth) = (inner, depth + 1);
        Assert.Equal(50, depth);
        Assert.Equal("octet-stream", entity.Type.Subtype);
    }

    [Fact]
    public void Parts_beyond_the_limit_belong_to_the_last_one()
    {
        string message = "Content-Type: multipart/mixed; boundary=b\r\n" + string.Concat(Enumerable.Repeat("\r\n--b\r\n", 20_000));
        MimeEntity entity = MimeEntity.Parse(Octets.Of(message));
        Assert.Equal(10_000, entity.Parts.Count);
        Assert.Equal(string.Concat(Enumerable.Repeat("\r\n--b\r\n", 10_000)), Octets.Text(entity.Parts[^1].Octets.Span));
    }

    [Theory]
    [InlineData("base64", "aGVsbG8=\r\n", "hello")]
    [InlineData("BASE64 (comment)", "aGVs\r\nbG8", "hello")]
    [InlineData("quoted-printable", "caf=C3=A9 =\r\nau lait", "caf\u00C3\u00A9 au lait")]
    [InlineData("8bit", "caf\u00E9", "caf\u00E9")]
    [InlineData("x-unheard-of", "aGVsbG8=", "aGVsbG8=")]
    public void Transfer_encoding_is_decoded(string encoding, string body, string expected)
    {
        MimeEntity entity = MimeEntity.Parse(Octets.Of($"Content-Transfer-Encoding: {encoding}\r\n\r\n{body}"));
        Assert.Equal(expected, Octets.Text(entity.Decode().Span));
    }

    [Fact]
    public void Large_body_is_decoded_whole()
    {
        byte[] content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7))];
        string body = Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks);
        MimeEntity entity = MimeEntity.Parse(Octets.Of("Content-Transfer-Encoding: base64\r\n\r\n" + body));
        Assert.Equal(content, entity.Decode().ToArray());
    }
}
