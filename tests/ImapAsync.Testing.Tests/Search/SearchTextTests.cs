using System.Text;

namespace ImapAsync.Testing.Tests.Search;

public sealed class SearchTextTests
{
    private static readonly TestMessage Message = TestMessage.Of(1,
        """
        From: =?utf-8?Q?J=C3=B6rg?= <joerg@example.org>
        To: Bob <bob@example.com>
        Cc: carol@example.net
        Bcc: dave@example.net
        Subject: =?iso-8859-1?Q?Gr=FC=DFe?= from the
         seaside
        X-Empty:
        Content-Type: multipart/mixed; boundary=b

        only in the preamble
        --b
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        Caf=E9 au la=
        it
        --b
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: base64

        PHA+TmHDr3ZlPC9wPg==
        --b
        Content-Type: application/octet-stream; name="secret-plan.bin"

        never looked into
        --b
        Content-Type: message/rfc822

        Subject: enclosed

        inner words
        --b--
        """);

    [Theory]
    [InlineData("FROM j\u00D6rg", true)]
    [InlineData("FROM EXAMPLE.ORG", true)]
    [InlineData("FROM bob", false)]
    [InlineData("TO bob@", true)]
    [InlineData("CC carol", true)]
    [InlineData("BCC dave", true)]
    [InlineData("SUBJECT \"Gr\u00FC\u00DFe from the seaside\"", true)]
    [InlineData("SUBJECT enclosed", false)]
    [InlineData("SUBJECT \"\"", true)]
    [InlineData("HEADER Subject gr\u00FC\u00DFe", true)]
    [InlineData("HEADER \"X-Empty\" \"\"", true)]
    [InlineData("HEADER X-Missing \"\"", false)]
    [InlineData("BODY \"CAF\u00C9 au lait\"", true)]
    [InlineData("BODY na\u00EFve", true)]
    [InlineData("BODY \"inner words\"", true)]
    [InlineData("BODY enclosed", true)]
    [InlineData("BODY secret-plan.bin", true)]
    [InlineData("BODY \"never looked\"", false)]
    [InlineData("BODY preamble", false)]
    [InlineData("BODY seaside", false)]
    [InlineData("TEXT seaside", true)]
    [InlineData("TEXT na\u00EFve", true)]
    [InlineData("TEXT \"x-empty:\"", true)]
    [InlineData("TEXT nowhere", false)]
    public void Is_found_in_what_people_read(string keys, bool expected)
    {
        Assert.Equal(expected, SearchCase.Matches(WithLiteral(keys, Encoding.UTF8), Message));
        Assert.Equal(expected, SearchCase.Matches("CHARSET UTF-8 " + WithLiteral(keys, Encoding.UTF8), Message));
        Assert.Equal(expected, SearchCase.Matches("CHARSET iso-8859-1 " + WithLiteral(keys, Encoding.Latin1), Message));
    }

    [Fact]
    public void Literals_stand_where_they_are_announced()
    {
        Assert.True(SearchCase.Matches("BODY {11}\r\ninner words TO {3+}\r\nBOB", Message));
        Assert.True(SearchCase.Matches("HEADER {7}\r\nsubject {7}\r\nseaside", Message));
        Assert.True(SearchCase.Matches("BODY {5}\r\nwords (TO BOB)", Message));
    }

    [Theory]
    [InlineData("e\u0301t\u00E9", "\u00C9TE\u0301")]
    [InlineData("\u0416\u03C9", "\u0436\u03A9")]
    public void Letters_are_the_same_however_they_are_written(string subject, string text)
    {
        TestMessage message = new(1, Encoding.UTF8.GetBytes($"Subject: {subject}\r\n\r\n"));
        Assert.True(SearchCase.Matches(WithLiteral($"SUBJECT {text}", Encoding.UTF8), message));
    }

    [Fact]
    public void Nil_is_a_text_like_any_other() => Assert.False(SearchCase.Matches("SUBJECT NIL", Message));

    [Fact]
    public void Header_of_a_message_without_MIME_is_searched_too()
    {
        TestMessage message = TestMessage.Of(1, "Subject: plain\n\nhello World");
        Assert.True(SearchCase.Matches("BODY world TEXT plain SUBJECT plain", message));
    }

    // The text in a literal, as required beyond ASCII.
    private static string WithLiteral(string keys, Encoding encoding)
    {
        int last = keys.EndsWith('"') ? keys.LastIndexOf('"', keys.Length - 2) : keys.LastIndexOf(' ') + 1;
        byte[] text = encoding.GetBytes(keys[last..].Trim('"'));
        return $"{keys[..last]}{{{text.Length}}}\r\n{Octets.Text(text)}";
    }

    // What ENVELOPE has for a field, whatever the field's own form (RFC 9051 §6.4.4).
    [Theory]
    [InlineData("From: ann@example.org (Ann Example)", "FROM \"Ann Example <ann@example.org>\"", true)]
    [InlineData("From: \"Ann  Example\"   <ann@example.org>", "FROM \"Example <ann@\"", true)]
    [InlineData("From: =?utf-8?Q?J=C3=B6rg?= <joerg@example.org>", "FROM \"J\u00D6RG <joerg@EXAMPLE.org>\"", true)]
    [InlineData("From: Ann < ann @ example . org >", "FROM ann@example.org", true)]
    [InlineData("From: ann@example.org", "FROM <ann@example.org>", true)]
    [InlineData("To: Friends: Ann\n <ann@example.org>, ben@example.org;", "TO \"Ann <ann@example.org>\"", true)]
    [InlineData("To: Friends: ann@example.org;", "TO friends", true)]
    [InlineData("Cc: \"Example, Ann\" <ann@example.org>", "CC \"Example, Ann <ann@\"", true)]
    [InlineData("Bcc: x@example.org,\n ann@example.org (Ann)", "BCC \"Ann <ann\"", true)]
    [InlineData("From: ann@example.org (Ann Example)", "FROM \"Ann Example <ben\"", false)]
    [InlineData("From: ann@example.org (Ann Example)", "HEADER From \"Ann Example <\"", false)]
    [InlineData("Reply-To: ann@example.org (Ann Example)", "FROM ann", false)]
    public void Addresses_are_found_as_envelope_has_them(string field, string keys, bool expected) =>
        Assert.Equal(expected, SearchCase.Matches(WithLiteral(keys, Encoding.UTF8), TestMessage.Of(1, field + "\n\ntext")));
}
