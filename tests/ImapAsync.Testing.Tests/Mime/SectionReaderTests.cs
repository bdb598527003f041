namespace ImapAsync.Testing.Tests.Mime;

public sealed class SectionReaderTests
{
    private static readonly MimeEntity Nested = MimeEntity.Parse(Octets.Lines(
        """
        Subject: outer
        Received: one
         folded
        From: a@x
        Content-Type: multipart/mixed; boundary=b

        --b

        plain
        --b
        Content-Type: message/rfc822
        X: y

        Subject: inner
        Content-Type: multipart/alternative; boundary=c

        --c
        Content-Type: text/plain

        first
        --c
        Content-Type: text/html

        <p>
        --c--
        --b
        Content-Type: message/rfc822

        Subject: simple

        only
        --b--
        """));

    [Theory]
    [InlineData("HEADER", "Subject: outer\r\nReceived: one\r\n folded\r\nFrom: a@x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n")]
    [InlineData("HEADER.FIELDS (RECEIVED subject nothing)", "Subject: outer\r\nReceived: one\r\n folded\r\n\r\n")]
    [InlineData("HEADER.FIELDS (nothing)", "\r\n")]
    [InlineData("HEADER.FIELDS.NOT (received Content-Type)", "Subject: outer\r\nFrom: a@x\r\n\r\n")]
    [InlineData("1", "plain")]
    [InlineData("1.MIME", "\r\n")]
    [InlineData("2", "Subject: inner\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nfirst\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>\r\n--c--")]
    [InlineData("2.MIME", "Content-Type: message/rfc822\r\nX: y\r\n\r\n")]
    [InlineData("2.HEADER", "Subject: inner\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n")]
    [InlineData("2.HEADER.FIELDS (Subject)", "Subject: inner\r\n\r\n")]
    [InlineData("2.TEXT", "--c\r\nContent-Type: text/plain\r\n\r\nfirst\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>\r\n--c--")]
    [InlineData("2.1", "first")]
    [InlineData("2.2", "<p>")]
    [InlineData("2.2.MIME", "Content-Type: text/html\r\n\r\n")]
    [InlineData("3.1", "only")]
    [InlineData("3.TEXT", "only")]
    [InlineData("3.1.MIME", "Subject: simple\r\n\r\n")]
    public void Found(string section, string expected)
    {
        Assert.True(SectionReader.TryRead(Nested, BodySection.Parse(section), out ReadOnlyMemory<byte> octets));
        Assert.Equal(expected, Octets.Text(octets.Span));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("1.1")]
    [InlineData("1.HEADER")]
    [InlineData("1.TEXT")]
    [InlineData("2.3")]
    [InlineData("2.1.TEXT")]
    [InlineData("3.2")]
    [InlineData("3.1.1")]
    public void Not_found(string section) => Assert.False(SectionReader.TryRead(Nested, BodySection.Parse(section), out _));

    [Fact]
    public void Whole_and_text()
    {
        Assert.True(SectionReader.TryRead(Nested, BodySection.Full, out ReadOnlyMemory<byte> whole));
        Assert.Equal(Nested.Octets, whole);
        Assert.True(SectionReader.TryRead(Nested, BodySection.Text, out ReadOnlyMemory<byte> text));
        Assert.Equal(Nested.Body, text);
    }

    [Fact]
    public void Single_part_is_part_one()
    {
        MimeEntity message = MimeEntity.Parse("Subject: x\n\nhello\n"u8.ToArray());
        Assert.True(SectionReader.TryRead(message, BodySection.Part(1), out ReadOnlyMemory<byte> part));
        Assert.Equal("hello\n", Octets.Text(part.Span));
        Assert.True(SectionReader.TryRead(message, BodySection.Mime(1), out ReadOnlyMemory<byte> mime));
        Assert.Equal("Subject: x\n\n", Octets.Text(mime.Span));
        Assert.True(SectionReader.TryRead(message, BodySection.HeaderFields("X"), out ReadOnlyMemory<byte> fields));
        Assert.Equal("\n", Octets.Text(fields.Span));
        Assert.False(SectionReader.TryRead(message, BodySection.Part(2), out _));
    }

    [Fact]
    public void Fields_of_a_header_without_empty_line()
    {
        MimeEntity message = MimeEntity.Parse("A: 1\r\nno field\r\nB: 2"u8.ToArray());
        Assert.True(SectionReader.TryRead(message, BodySection.HeaderFields("a", "b"), out ReadOnlyMemory<byte> fields));
        Assert.Equal("A: 1\r\nB: 2", Octets.Text(fields.Span));
    }

    [Fact]
    public void BINARY_is_decoded()
    {
        MimeEntity message = MimeEntity.Parse(Octets.Lines(
            """
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Transfer-Encoding: base64

            AAEC
            --b
            Content-Transfer-Encoding: quoted-printable

            =00=
            x
            --b
            Content-Transfer-Encoding: rot13

            uryyb
            --b--
            """));

        Assert.True(SectionReader.TryReadBinary(message, BodySection.Part(1), out ReadOnlyMemory<byte> base64));
        Assert.Equal([0, 1, 2], base64.ToArray());
        Assert.True(SectionReader.TryReadBinary(message, BodySection.Part(2), out ReadOnlyMemory<byte> quoted));
        Assert.Equal("\0x", Octets.Text(quoted.Span));
        Assert.True(SectionReader.TryReadBinary(message, BodySection.Full, out ReadOnlyMemory<byte> whole));
        Assert.Equal(message.Octets, whole);
        Assert.False(SectionReader.TryReadBinary(message, BodySection.Part(4), out _));
        Assert.False(SectionReader.TryReadBinary(message, BodySection.Mime(1), out _));
        CommandRefusedException unknown = Assert.Throws<CommandRefusedException>(() => SectionReader.TryReadBinary(message, BodySection.Part(3), out _));
        Assert.Equal((ImapStatus.No, "UNKNOWN-CTE"), (unknown.Status, unknown.Code));
    }
}
