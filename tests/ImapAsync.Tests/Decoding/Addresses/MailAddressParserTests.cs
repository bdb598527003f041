using System.Text;

namespace ImapAsync.Tests;

public class MailAddressParserTests
{
    // Each address as name|mailbox|host, "-" for what is missing, and {group} around the members of one.
    [Theory]
    [InlineData("john@example.org", "-|john|example.org")]
    [InlineData("John Doe <john@example.org>", "John Doe|john|example.org")]
    [InlineData("\"Doe, John\" <john@example.org>", "Doe, John|john|example.org")]
    [InlineData("\"Joe \\\"X\\\" \\\\ Doe\" <john@example.org>", "Joe \"X\" \\ Doe|john|example.org")]
    [InlineData("<john@example.org>", "-|john|example.org")]
    [InlineData("a@b, c@d,e@f", "-|a|b; -|c|d; -|e|f")]
    [InlineData("john@example.org (John Doe)", "John Doe|john|example.org")]
    [InlineData("john@[192.0.2.1], x@[IPv6:2001:db8::1]", "-|john|[192.0.2.1]; -|x|[IPv6:2001:db8::1]")]
    [InlineData("\"john doe\"@example.org", "-|john doe|example.org")]
    [InlineData("J. R. Smith <jr@x>", "J. R. Smith|jr|x")]
    [InlineData("first.last+tag@sub.example.org", "-|first.last+tag|sub.example.org")]
    [InlineData("", "")]
    public void Plain_addresses(string value, string expected) => Check(value, expected);

    // RFC 5322's appendices A.1.2, A.1.3, A.5 and A.6.1.
    [Theory]
    [InlineData("\"Joe Q. Public\" <john.q.public@example.com>", "Joe Q. Public|john.q.public|example.com")]
    [InlineData("Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>", "Mary Smith|mary|x.test; -|jdoe|example.org; Who?|one|y.test")]
    [InlineData(
        "<boss@nil.test>, \"Giant; \\\"Big\\\" Box\" <sysservices@example.net>",
        "-|boss|nil.test; Giant; \"Big\" Box|sysservices|example.net")]
    [InlineData(
        "A Group:Ed Jones <joe@where.test>,joe@where.test,John <jdoe@one.test>;",
        "{A Group}Ed Jones|joe|where.test; {A Group}-|joe|where.test; {A Group}John|jdoe|one.test")]
    [InlineData("Undisclosed recipients:;", "{Undisclosed recipients}")]
    [InlineData("Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>", "Pete|pete|silly.test")]
    [InlineData(
        "A Group(Some people)\r\n     :Chris Jones <c@(Chris's host.)public.example>,\r\n         joe@example.org,\r\n" +
        "  John <jdoe@one.test> (my dear friend); (the end of the group)",
        "{A Group}Chris Jones|c|public.example; {A Group}-|joe|example.org; {A Group}John|jdoe|one.test")]
    [InlineData("(Empty list)(start)Hidden recipients  :(nobody(that I know))  ;", "{Hidden recipients}")]
    [InlineData("Joe Q. Public <john.q.public@example.com>", "Joe Q. Public|john.q.public|example.com")]
    [InlineData("Mary Smith <@node.test:mary@example.net>, , jdoe@test  . example", "Mary Smith|mary|example.net; -|jdoe|test.example")]
    [InlineData("John Doe <jdoe@machine(comment).  example>", "John Doe|jdoe|machine.example")]
    [InlineData("Mary Smith\r\n          <mary@example.net>", "Mary Smith|mary|example.net")]
    [InlineData("<@a.test,@b.test:x@y.test>", "-|x|y.test")]
    public void What_the_RFC_shows(string value, string expected) => Check(value, expected);

    [Theory]
    [InlineData("a@b; c@d;", "-|a|b; -|c|d")]
    [InlineData("root", "-|root|-")]
    [InlineData("John Doe", "-|John Doe|-")]
    [InlineData("root (Charlie)", "Charlie|root|-")]
    [InlineData("Doe, John <john@example.org>", "-|Doe|-; John|john|example.org")]
    [InlineData("john@example.org <john@example.org>", "john@example.org|john|example.org")]
    [InlineData("John Doe john@example.org", "John Doe|john|example.org")]
    [InlineData("John <john@example.org> Doe", "John|john|example.org")]
    [InlineData("A <a@b> B <c@d>", "A|a|b; B|c|d")]
    [InlineData("<john@example.org> (John Doe)", "John Doe|john|example.org")]
    [InlineData("(Doe) john@example.org", "Doe|john|example.org")]
    [InlineData("<<john@example.org>>", "-|john|example.org")]
    [InlineData("John <john@example.org", "John|john|example.org")]
    [InlineData("John <john@example.org, Mary <mary@x>", "John|john|example.org; Mary|mary|x")]
    [InlineData("John <john>", "John|john|-")]
    [InlineData("MAILER-DAEMON <>", "MAILER-DAEMON||-")]
    [InlineData("<>", "-||-")]
    [InlineData("john@", "-|john|-")]
    [InlineData("@example.org", "-|example.org|-")]
    [InlineData("a@b@c", "-|a|b")]
    [InlineData("\"never closed <john@example.org>", "never closed|john|example.org")]
    [InlineData("John (never closed <john@example.org>", "John never closed|john|example.org")]
    [InlineData(",,, ,;:;,", "")]
    [InlineData("[LIST] John <a@b>", "[LIST] John|a|b")]
    [InlineData("mailto:john@example.org", "{mailto}-|john|example.org")]
    [InlineData("<mailto:john@example.org>", "-|mailto:john|example.org")]
    [InlineData("no one:", "{no one}")]
    [InlineData("a:;, b:;, c:x@y;", "{a}; {b}; {c}-|x|y")]
    [InlineData("a: b: x@y;", "{a}; {b}-|x|y")]
    [InlineData("\"\" <a@b>", "-|a|b")]
    [InlineData("'John' <a@b>", "'John'|a|b")]
    [InlineData("caf\u00E9 <caf\u00C3\u00A9@b>", "caf\u00E9|caf\u00E9|b")]
    [InlineData("\"Doe\"<a@b>,\"X\"<c@d>", "Doe|a|b; X|c|d")]
    public void What_is_sent_instead(string value, string expected) => Check(value, expected);

    [Theory]
    [InlineData("=?utf-8?Q?J=C3=B6hn?= <a@b>", "J\u00F6hn", "=?utf-8?Q?J=C3=B6hn?=")]
    [InlineData("\"=?utf-8?Q?J=C3=B6hn?=\" <a@b>", "J\u00F6hn", "=?utf-8?Q?J=C3=B6hn?=")]
    [InlineData("=?utf-8?Q?Doe,_John?= <a@b>", "Doe, John", "=?utf-8?Q?Doe,_John?=")]
    [InlineData("=?utf-8?Q?J=C3?=\r\n =?utf-8?Q?=B6hn?= <a@b>", "J\u00F6hn", "=?utf-8?Q?J=C3?= =?utf-8?Q?=B6hn?=")]
    [InlineData("a@b (=?utf-8?Q?J=C3=B6hn?=)", "J\u00F6hn", "=?utf-8?Q?J=C3=B6hn?=")]
    public void Names_are_kept_raw_and_decoded_on_demand(string value, string name, string raw)
    {
        MailAddressEntry address = Assert.Single(MailAddressParser.Parse(Encoding.Latin1.GetBytes(value)));
        Assert.Equal(raw, address.RawDisplayName);
        Assert.Equal(name, address.DisplayName);
        Assert.Equal(("a", "b"), (address.Mailbox, address.Host));
    }

    [Theory]
    [InlineData("<@relay.example,@other.example:a@b>", "@relay.example,@other.example")]
    [InlineData("John <@relay.example : a@b>", "@relay.example")]
    [InlineData("<a@b>", null)]
    [InlineData("a@b", null)]
    public void Routes_are_kept_apart(string value, string? route)
    {
        MailAddressEntry address = Assert.Single(MailAddressParser.Parse(Encoding.Latin1.GetBytes(value)));
        Assert.Equal((route, "a", "b"), (address.Route, address.Mailbox, address.Host));
    }

    private static void Check(string value, string expected)
    {
        IEnumerable<string> addresses = MailAddressParser.Parse(Encoding.Latin1.GetBytes(value)).Select(Show);
        Assert.Equal(expected, string.Join("; ", addresses));
    }

    private static string Show(MailAddressEntry address)
    {
        string group = address.Group is null ? "" : $"{{{address.Group}}}";
        return address.Mailbox is null ? group : $"{group}{address.RawDisplayName ?? "-"}|{address.Mailbox}|{address.Host ?? "-"}";
    }
}
