namespace ImapAsync.Testing.Tests.Mime;

public sealed class BodyStructureWriterTests
{
    private const string Mixed =
        """
        Subject: outer
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="=_1"; x=y
        Content-Language: en, de

        To be ignored.
        --=_1
        Content-Type: multipart/alternative; boundary=two

        --two
        Content-Type: text/plain; charset="utf-8"; format=flowed
        Content-Transfer-Encoding: quoted-printable

        Gr=C3=BC=C3=9Fe
        second line
        --two
        Content-Type: text/html
        Content-ID: <html@example.org>
        Content-Description: the same
         as HTML
        Content-Language: de
        Content-Location: http://example.org/
         a.html
        Content-MD5: Q2hlY2sgSW50ZWdyaXR5IQ==

        <p>
        --two--
        --=_1
        Content-Type: message/rfc822

        From: a@x
        Subject: inner

        Hello
        there
        --=_1
        Content-Type: application/pdf; name*0="a b"; name*1=".pdf"
        Content-Disposition: attachment; filename="a b.pdf"; size=4
        Content-Transfer-Encoding: BASE64

        AAAA
        --=_1--
        """;

    [Fact]
    public void Body() => Check(Mixed, extended: false,
        """
        ((("text" "plain" ("charset" "utf-8" "format" "flowed") NIL NIL "quoted-printable" 28 2)
        ("text" "html" NIL "<html@example.org>" "the same as HTML" "7bit" 3 1) "alternative")
        ("message" "rfc822" NIL NIL NIL "7bit" 41 
        (NIL "inner" ((NIL NIL "a" "x")) ((NIL NIL "a" "x")) ((NIL NIL "a" "x")) NIL NIL NIL NIL NIL) 
        ("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 12 2) 5)
        ("application" "pdf" ("name*0" "a b" "name*1" ".pdf") NIL NIL "BASE64" 4) "mixed")
        """);

    [Fact]
    public void A_BODYSTRUCTURE() => Check(Mixed, extended: true,
        """
        ((("text" "plain" ("charset" "utf-8" "format" "flowed") NIL NIL "quoted-printable" 28 2 NIL NIL NIL NIL)
        ("text" "html" NIL "<html@example.org>" "the same as HTML" "7bit" 3 1 "Q2hlY2sgSW50ZWdyaXR5IQ==" NIL "de" "http://example.org/a.html") 
        "alternative" ("boundary" "two") NIL NIL NIL)
        ("message" "rfc822" NIL NIL NIL "7bit" 41 
        (NIL "inner" ((NIL NIL "a" "x")) ((NIL NIL "a" "x")) ((NIL NIL "a" "x")) NIL NIL NIL NIL NIL) 
        ("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 12 2 NIL NIL NIL NIL) 5 NIL NIL NIL NIL)
        ("application" "pdf" ("name*0" "a b" "name*1" ".pdf") NIL NIL "BASE64" 4 NIL ("attachment" ("filename" "a b.pdf" "size" "4")) NIL NIL) 
        "mixed" ("boundary" "=_1" "x" "y") NIL ("en" "de") NIL)
        """);

    [Fact]
    public void Message_without_MIME() => Check("Subject: x\n\none\ntwo\n", extended: true, """("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 10 2 NIL NIL NIL NIL)""");

    [Fact]
    public void Message_without_body() => Check("Subject: x", extended: false, """("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 0 0)""");

    [Fact]
    public void Multipart_without_parts() => Check(
        "Content-Type: multipart/mixed; boundary=b\n\nnothing",
        extended: false,
        """(("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 0 0) "mixed")""");

    [Fact]
    public void Digest() => Check(
        "Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: x\n\n--b--",
        extended: false,
        """(("message" "rfc822" NIL NIL NIL "7bit" 12 (NIL "x" NIL NIL NIL NIL NIL NIL NIL NIL) ("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 0 0) 1) "digest")""");

    [Fact]
    public void Disposition_without_parameters_and_value_beyond_ASCII()
    {
        MimeEntity message = MimeEntity.Parse(Octets.Of("Content-Type: image/png; name=\"\u00C3\u00A9\"\r\nContent-Disposition: inline\r\n\r\n"));
        Assert.Equal(
            "(\"image\" \"png\" (\"name\" {2}\r\n\u00C3\u00A9) NIL NIL \"7bit\" 0 NIL (\"inline\" NIL) NIL NIL)",
            Octets.Written(output => BodyStructureWriter.Write(output, message, extended: true)));
    }

    private static void Check(string lines, bool extended, string expected)
    {
        MimeEntity message = MimeEntity.Parse(Octets.Lines(lines));
        Assert.Equal(expected.ReplaceLineEndings(string.Empty), Octets.Written(output => BodyStructureWriter.Write(output, message, extended)));
    }
}
