using System.Text;

namespace ImapAsync.Tests;

public class HeaderTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Hello", "Hello")]
    [InlineData("  spaces stay  ", "  spaces stay  ")]
    [InlineData("50=? sure", "50=? sure")]
    public void What_is_not_encoded_stays(string value, string expected) => Check(value, expected);

    // RFC 2047 §8, and RFC 2231 §5 for the language.
    [Theory]
    [InlineData("=?US-ASCII?Q?Keith_Moore?= <moore@cs.utk.edu>", "Keith Moore <moore@cs.utk.edu>")]
    [InlineData("=?ISO-8859-1?Q?Andr=E9?= Pirard", "Andr\u00E9 Pirard")]
    [InlineData(
        "=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?=\r\n =?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=",
        "If you can read this you understand the example.")]
    [InlineData("(=?ISO-8859-1?Q?a?=)", "(a)")]
    [InlineData("(=?ISO-8859-1?Q?a?= b)", "(a b)")]
    [InlineData("(=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=)", "(ab)")]
    [InlineData("(=?ISO-8859-1?Q?a?=   \t =?ISO-8859-1?Q?b?=)", "(ab)")]
    [InlineData("(=?ISO-8859-1?Q?a?=\r\n     =?ISO-8859-1?Q?b?=)", "(ab)")]
    [InlineData("(=?ISO-8859-1?Q?a_b?=)", "(a b)")]
    [InlineData("(=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=)", "(a b)")]
    [InlineData("=?US-ASCII*EN?Q?Keith_Moore?=", "Keith Moore")]
    [InlineData("=?utf-8*de-AT?b?R3LDvMOfZQ==?=", "Gr\u00FC\u00DFe")]
    public void Encoded_words_are_decoded_as_the_RFCs_show(string value, string expected) => Check(value, expected);

    [Theory]
    [InlineData("=?utf-8?B?8J+YgA==?=", "\uD83D\uDE00")]
    [InlineData("=?UTF-8?q?=F0=9F=98=80?=", "\uD83D\uDE00")]
    [InlineData("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "\u65E5\u672C")]
    [InlineData("=?shift_jis?B?k/qWew==?=", "\u65E5\u672C")]
    [InlineData("=?gb2312?B?1tDOxA==?=", "\u4E2D\u6587")]
    [InlineData("=?ks_c_5601-1987?B?x9E=?=", "\uD55C")]
    [InlineData("=?koi8-r?B?8NLJ18XU?=", "\u041F\u0440\u0438\u0432\u0435\u0442")]
    [InlineData("=?windows-1252?Q?=93quoted=94?=", "\u201Cquoted\u201D")]
    [InlineData("=?iso-8859-1?Q?=80_5?=", "\u20AC 5")]
    [InlineData("=?utf-7?Q?caf+AOk-?=", "caf\u00E9")]
    [InlineData("=?us-ascii?Q?caf=C3=A9?=", "caf\u00E9")]
    [InlineData("=?utf-16?B?/v8AaADp?=", "h\u00E9")]
    [InlineData("=?utf-8?B?77u/aGk=?=", "hi")]
    public void Any_charset_is_accepted(string value, string expected) => Check(value, expected);

    // Characters, and base64 itself, cut between words.
    [Theory]
    [InlineData("=?utf-8?B?5pel5pys?= =?utf-8?B?6Kqe?=", "\u65E5\u672C\u8A9E")]
    [InlineData("=?utf-8?Q?=E6=97?= =?utf-8?Q?=A5?=", "\u65E5")]
    [InlineData("=?utf-8?Q?=E6=97?=\r\n =?UTF-8*ja?B?pQ==?=", "\u65E5")]
    [InlineData("=?utf-8?B?5pel5pys6K?= =?utf-8?B?qe?=", "\u65E5\u672C\u8A9E")]
    [InlineData("=?utf-8?B?5p?= =?utf-8?B?el?=", "\u65E5")]
    [InlineData("=?utf-8?B?YWI?= =?utf-8?B?Y2Q?=", "abcd")]
    [InlineData("=?gb2312?Q?=D6?= =?gbk?Q?=D0?=", "\u4E2D")]
    [InlineData("=?utf-8?Q?=E6=97?= =?iso-8859-1?Q?=A5?=", "\uFFFD\u00A5")]
    [InlineData("=?utf-8?Q?=E6=97?= x =?utf-8?Q?=A5?=", "\uFFFD x \uFFFD")]
    public void Adjacent_words_of_one_charset_are_decoded_together(string value, string expected) => Check(value, expected);

    [Theory]
    [InlineData("=?utf-8?Q?spaces in Q?=", "spaces in Q")]
    [InlineData("=?utf-8?Q?Really?_Yes?=", "Really? Yes")]
    [InlineData("=?utf-8?Q?100=_?=", "100= ")]
    [InlineData("=?utf-8?Q?=4g=?=", "=4g=")]
    [InlineData("=?utf-8?Q?=c3=bc?=", "\u00FC")]
    [InlineData("=?utf-8?Q??=", "")]
    [InlineData("=?utf-8?B??=", "")]
    [InlineData("a =?utf-8?B??= b", "a  b")]
    [InlineData("=?utf-8?B?aGVsbG8?=", "hello")]
    [InlineData("=?utf-8?B?aGVs bG8=?=", "hello")]
    [InlineData("=?utf-8?B?aGVs\r\n bG8=?=", "hello")]
    [InlineData("=?utf-8?B?aGVs!bG8===?=", "hello")]
    [InlineData("=?utf-8?Q?a?==?utf-8?Q?b?=", "ab")]
    [InlineData("Re:=?utf-8?Q?a?=!", "Re:a!")]
    [InlineData("\"=?utf-8?Q?Doe,_John?=\"", "\"Doe, John\"")]
    [InlineData("=?utf-8?Q?Gr\u00C3\u00BC\u00C3\u009Fe?=", "Gr\u00FC\u00DFe")]
    [InlineData("=?UTF8?q?a?=", "a")]
    [InlineData("=?utf-8?Q?=41?=42", "A42")]
    public void Malformed_words_are_understood(string value, string expected) => Check(value, expected);

    [Theory]
    [InlineData("=?x-klingon?Q?a_b?=")]
    [InlineData("=?x-klingon?Q?a?= =?x-klingon?Q?b?=")]
    [InlineData("=?utf-8?X?a?=")]
    [InlineData("=?utf-8?Q?a")]
    [InlineData("=?utf-8?Q?a?")]
    [InlineData("=?utf-8?Q?")]
    [InlineData("=?utf-8?Q")]
    [InlineData("=?utf-8?")]
    [InlineData("=?utf-8")]
    [InlineData("=?")]
    [InlineData("=??Q?a?=")]
    [InlineData("=?utf 8?Q?a?=")]
    [InlineData("=?utf-8?BB?YQ==?=")]
    [InlineData("=?=?=?=")]
    [InlineData("what =? ever ?=")]
    public void What_is_not_an_encoded_word_stays_raw(string value) => Check(value, value);

    [Theory]
    [InlineData("=?x-klingon?Q?a?= =?utf-8?Q?b?= =?x-klingon?Q?c?=", "=?x-klingon?Q?a?= b =?x-klingon?Q?c?=")]
    [InlineData("=?utf-8?Q?a?= =? =?utf-8?Q?b?=", "a =? b")]
    [InlineData("=?utf-8?Q?never ends =?utf-8?Q?b?=", "=?utf-8?Q?never ends b")]
    [InlineData("=?utf-8?B?never ends =?utf-8?B?Yg==?=", "=?utf-8?B?never ends b")]
    public void A_bad_word_does_not_affect_its_neighbours(string value, string expected) => Check(value, expected);

    // Quirk 9.
    [Theory]
    [InlineData("caf\u00C3\u00A9", "caf\u00E9")]
    [InlineData("caf\u00E9", "caf\u00E9")]
    [InlineData("caf\u00E9 =?utf-8?Q?=C3=A9?= \u00C3\u00A9", "caf\u00E9 \u00E9 \u00E9")]
    public void Raw_octets_are_UTF8_or_else_Latin1(string value, string expected) => Check(value, expected);

    [Theory]
    [InlineData("a\r\n b", "a b")]
    [InlineData("a\r\n\tb", "a b")]
    [InlineData("a\n b", "a b")]
    [InlineData("a\r\n  b\r\n c\r\n", "a  b c")]
    [InlineData("a\r\nb", "a b")]
    [InlineData("a\rb", "a b")]
    [InlineData("a\r\n =?utf-8?Q?b?=\r\n c", "a b c")]
    [InlineData("a\r\n=?utf-8?Q?b?=", "a b")]
    [InlineData("\r\n", "")]
    public void Folding_is_undone(string value, string expected) => Check(value, expected);

    [Theory]
    [InlineData("=?utf-8?Q?a=0D=0ABcc:_x?=", "a  Bcc: x")]
    [InlineData("=?utf-8?B?YQpi?=", "a b")]
    public void Line_breaks_cannot_be_smuggled_in(string value, string expected) => Check(value, expected);

    [Fact]
    public void A_string_without_encoded_words_is_returned_itself()
    {
        string plain = new("plain \u00FC".ToCharArray());
        Assert.Same(plain, HeaderText.Decode(plain));
        Assert.Equal("\u00FC \u00E9", HeaderText.Decode("\u00FC =?utf-8?Q?=C3=A9?="));
    }

    [Fact]
    public void Long_values_are_decoded_too()
    {
        string word = "=?utf-8?B?" + Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('\u65E5', 500))) + "?=";
        string value = string.Join("\r\n ", Enumerable.Repeat(word, 50)) + " end";
        Assert.Equal(new string('\u65E5', 25_000) + " end", HeaderText.Decode(Encoding.ASCII.GetBytes(value)));
    }

    private static void Check(string value, string expected) => Assert.Equal(expected, HeaderText.Decode(Encoding.Latin1.GetBytes(value)));
}
