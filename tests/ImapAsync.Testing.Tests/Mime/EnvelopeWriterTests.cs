namespace ImapAsync.Testing.Tests.Mime;

public sealed class EnvelopeWriterTests
{
    [Fact]
    public void Every_field_in_its_place() => Check(
        """
        Date: Mon, 7 Feb 1994 21:52:25 -0800
        Subject: A "quoted" subject \ folded
         here
        From: Ann Author <ann@example.org>
        Sender: sec@example.org (Sam Secretary)
        Reply-To: replies@example.org
        To: Bob <bob@example.com>, carol@example.net
        Cc: d@example.org
        Bcc: e@example.org
        In-Reply-To: <1@example.org>
        Message-ID: <2@example.org>

        body
        """,
        """
        ("Mon, 7 Feb 1994 21:52:25 -0800" "A \"quoted\" subject \\ folded here" (("Ann Author" NIL "ann" "example.org")) 
        (("Sam Secretary" NIL "sec" "example.org")) ((NIL NIL "replies" "example.org")) 
        (("Bob" NIL "bob" "example.com")(NIL NIL "carol" "example.net")) ((NIL NIL "d" "example.org")) ((NIL NIL "e" "example.org")) 
        "<1@example.org>" "<2@example.org>")
        """);

    [Fact]
    public void What_is_missing_is_nil() => Check("\n", "(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)");

    [Fact]
    public void Sender_and_reply_to_are_the_authors_where_missing_or_empty() => Check(
        """
        From: a@x
        Reply-To:

        """,
        """(NIL NIL ((NIL NIL "a" "x")) ((NIL NIL "a" "x")) ((NIL NIL "a" "x")) NIL NIL NIL NIL NIL)""");

    [Fact]
    public void Empty_text_is_a_string() => Check("Subject:\nMessage-ID: \n\n", """(NIL "" NIL NIL NIL NIL NIL NIL NIL "")""");

    [Fact]
    public void Group_has_a_beginning_and_an_end() => Check(
        """
        To: friends: a@x, Bob <b@y>; , c@z, nobody:;

        """,
        """
        (NIL NIL NIL NIL NIL ((NIL NIL "friends" NIL)(NIL NIL "a" "x")("Bob" NIL "b" "y")(NIL NIL NIL NIL)(NIL NIL "c" "z")
        (NIL NIL "nobody" NIL)(NIL NIL NIL NIL)) NIL NIL NIL NIL)
        """);

    [Fact]
    public void Groups_of_one_name_stay_apart() => Check(
        "To: g: a@x;, g: b@x;\n\n",
        """
        (NIL NIL NIL NIL NIL ((NIL NIL "g" NIL)(NIL NIL "a" "x")(NIL NIL NIL NIL)(NIL NIL "g" NIL)(NIL NIL "b" "x")(NIL NIL NIL NIL)) NIL NIL NIL NIL)
        """);

    [Fact]
    public void Route_and_missing_host() => Check(
        "To: <@relay.example,@other.example:a@x>, root\n\n",
        """(NIL NIL NIL NIL NIL ((NIL "@relay.example,@other.example" "a" "x")(NIL NIL "root" "")) NIL NIL NIL NIL)""");

    [Fact]
    public void Fields_of_one_name_are_one_list() => Check(
        "To: a@x\nCc: c@x\nTo: b@x\n\n",
        """(NIL NIL NIL NIL NIL ((NIL NIL "a" "x")(NIL NIL "b" "x")) ((NIL NIL "c" "x")) NIL NIL NIL)""");

    [Fact]
    public void Encoded_words_stay_as_they_are() => Check(
        "Subject: =?utf-8?Q?caf=C3=A9?=\nTo: =?utf-8?B?w6k=?= <a@x>\n\n",
        """(NIL "=?utf-8?Q?caf=C3=A9?=" NIL NIL NIL (("=?utf-8?B?w6k=?=" NIL "a" "x")) NIL NIL NIL NIL)""");

    [Fact]
    public void Octets_beyond_ASCII_are_a_literal()
    {
        MimeEntity message = MimeEntity.Parse(Octets.Of("Subject: caf\u00C3\u00A9\0\r\n\r\n"));
        Assert.Equal("(NIL {5}\r\ncaf\u00C3\u00A9 NIL NIL NIL NIL NIL NIL NIL NIL)", Octets.Written(output => EnvelopeWriter.Write(output, message)));
    }

    private static void Check(string lines, string expected)
    {
        MimeEntity message = MimeEntity.Parse(Octets.Lines(lines));
        Assert.Equal(expected.ReplaceLineEndings(string.Empty), Octets.Written(output => EnvelopeWriter.Write(output, message)));
    }
}
