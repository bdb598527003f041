using System.Globalization;
using System.Text;

namespace ImapAsync.Tests;

public class MailDateTests
{
    [Theory]
    [InlineData("Mon, 7 Feb 1994 21:52:25 -0800", "1994-02-07 21:52:25 -08:00")]
    [InlineData("Mon, 07 Feb 1994 21:52:25 -0800 (PST)", "1994-02-07 21:52:25 -08:00")]
    [InlineData("7 Feb 1994 21:52:25 +0530", "1994-02-07 21:52:25 +05:30")]
    [InlineData("7 Feb 1994 21:52 +0000", "1994-02-07 21:52:00 +00:00")]
    [InlineData("Mon, 7 Feb 1994 21:52:25 -0000", "1994-02-07 21:52:25 +00:00")]
    [InlineData("mon,7 feb 1994 1:2:3 +0100", "1994-02-07 01:02:03 +01:00")]
    [InlineData("  Mon ,  7   Feb\t1994\r\n 21:52:25   -0800  ", "1994-02-07 21:52:25 -08:00")]
    [InlineData("Tue, 7 Feb 1994 21:52:25 -0800", "1994-02-07 21:52:25 -08:00")]
    [InlineData("29 Feb 2024 12:00:00 +0000", "2024-02-29 12:00:00 +00:00")]
    [InlineData("31 Dec 2016 23:59:60 +0000", "2017-01-01 00:00:00 +00:00")]
    [InlineData("31 Dec 2016 24:00:00 +0000", "2017-01-01 00:00:00 +00:00")]
    public void What_RFC_5322_says(string text, string expected) => Check(text, expected);

    // RFC 5322's appendices A.1.3, A.5 and A.6.2, and section 4.3.
    [Theory]
    [InlineData(
        "Thu,\r\n      13\r\n        Feb\r\n          1969\r\n      23:32\r\n               -0330 (Newfoundland Time)",
        "1969-02-13 23:32:00 -03:30")]
    [InlineData("21 Nov 97 09:55:06 GMT", "1997-11-21 09:55:06 +00:00")]
    [InlineData("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", "1997-11-21 09:55:06 -06:00")]
    [InlineData("(a (nested \\) comment)) Fri, 21 (x) Nov 1997 09:55:06 -0600", "1997-11-21 09:55:06 -06:00")]
    [InlineData("7 Feb 49 00:00:00 UT", "2049-02-07 00:00:00 +00:00")]
    [InlineData("7 Feb 50 00:00:00 UT", "1950-02-07 00:00:00 +00:00")]
    [InlineData("7 Feb 100 00:00:00 UT", "2000-02-07 00:00:00 +00:00")]
    [InlineData("7 Feb 1994 21:52:25 EST", "1994-02-07 21:52:25 -05:00")]
    [InlineData("7 Feb 1994 21:52:25 edt", "1994-02-07 21:52:25 -04:00")]
    [InlineData("7 Feb 1994 21:52:25 CST", "1994-02-07 21:52:25 -06:00")]
    [InlineData("7 Feb 1994 21:52:25 MDT", "1994-02-07 21:52:25 -06:00")]
    [InlineData("7 Feb 1994 21:52:25 PST", "1994-02-07 21:52:25 -08:00")]
    [InlineData("7 Feb 1994 21:52:25 Z", "1994-02-07 21:52:25 +00:00")]
    [InlineData("7 Feb 1994 21:52:25 A", "1994-02-07 21:52:25 +00:00")]
    [InlineData("7 Feb 1994 21:52:25 CEST", "1994-02-07 21:52:25 +02:00")]
    [InlineData("7 Feb 1994 21:52:25 JST", "1994-02-07 21:52:25 +09:00")]
    [InlineData("7 Feb 1994 21:52:25 NST", "1994-02-07 21:52:25 -03:30")]
    [InlineData("7 Feb 1994 21:52:25 QQQ", "1994-02-07 21:52:25 +00:00")]
    [InlineData("7 Feb 1994 21:52:25", "1994-02-07 21:52:25 +00:00")]
    public void What_was_allowed_once(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("Mon Feb  7 21:52:25 1994", "1994-02-07 21:52:25 +00:00")]
    [InlineData("Mon Feb 7 21:52:25 PST 1994", "1994-02-07 21:52:25 -08:00")]
    [InlineData("Mon Feb 7 21:52:25 1994 -0800", "1994-02-07 21:52:25 -08:00")]
    [InlineData("Mon Feb 07 1994 21:52:25 GMT+0100 (CET)", "1994-02-07 21:52:25 +01:00")]
    [InlineData("Monday, 07-Feb-94 21:52:25 GMT", "1994-02-07 21:52:25 +00:00")]
    [InlineData(" 7-Feb-1994 21:52:25 -0800", "1994-02-07 21:52:25 -08:00")]
    [InlineData("Monday, February 7, 1994 9:52:25 PM", "1994-02-07 21:52:25 +00:00")]
    [InlineData("Feb 7, 1994 12:52 AM -0800", "1994-02-07 00:52:00 -08:00")]
    [InlineData("Feb 7, 1994 12:52 pm", "1994-02-07 12:52:00 +00:00")]
    [InlineData("7th February 1994, 21:52", "1994-02-07 21:52:00 +00:00")]
    [InlineData("1994 Feb 7 21:52:25", "1994-02-07 21:52:25 +00:00")]
    [InlineData("Sept. 7, 1994", "1994-09-07 00:00:00 +00:00")]
    [InlineData("7 Feb 1994", "1994-02-07 00:00:00 +00:00")]
    [InlineData("21:52:25 7 Feb 1994", "1994-02-07 21:52:25 +00:00")]
    [InlineData("21:52:25 7-Feb-1994", "1994-02-07 21:52:25 +00:00")]
    [InlineData("7 Feb 1994 21.52.25 +0100", "1994-02-07 21:52:25 +01:00")]
    [InlineData("7. Feb. 1994 21.52", "1994-02-07 21:52:00 +00:00")]
    [InlineData("Mar, 8 Feb 1994 21:52:25 +0100", "1994-02-08 21:52:25 +01:00")]
    [InlineData("Mon, 7 Feb 1994 21:52:25 0800", "1994-02-07 21:52:25 +08:00")]
    [InlineData("Mon, 7 Feb 1994 21:52:25 -8", "1994-02-07 21:52:25 -08:00")]
    [InlineData("Mon, 7 Feb 1994 21:52:25 -800", "1994-02-07 21:52:25 -08:00")]
    [InlineData("Mon, 7 Feb 1994 21:52:25 -08", "1994-02-07 21:52:25 -08:00")]
    [InlineData("Mon, 7 Feb 1994 21:52:25 +05:30", "1994-02-07 21:52:25 +05:30")]
    [InlineData("Mon, 7 Feb 1994 21:52:25 UTC+2", "1994-02-07 21:52:25 +02:00")]
    [InlineData("Mon, 7 Feb 1994 21:52:25 +0200 +0300", "1994-02-07 21:52:25 +02:00")]
    [InlineData("Mon, 7 Feb 1994 21:52:25 PST -0800", "1994-02-07 21:52:25 -08:00")]
    [InlineData("Mon, 7 Feb 1994 21:52:25.123 -0800", "1994-02-07 21:52:25 -08:00")]
    [InlineData("\"Mon, 7 Feb 1994 21:52:25 -0800\"", "1994-02-07 21:52:25 -08:00")]
    [InlineData("Mon, 7 Feb 1994 21:52:25 -0800 (unclosed", "1994-02-07 21:52:25 -08:00")]
    [InlineData("Mon, 7 Feb 1994 21:52:25 +2400", "1994-02-07 21:52:25 +00:00")]
    [InlineData("Mon, 7 Feb 1994 21:52:25 +0175", "1994-02-07 21:52:25 +00:00")]
    [InlineData("Mon, 7 Feb 1994 21:52:25 +123456", "1994-02-07 21:52:25 +00:00")]
    public void What_else_is_sent(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("1994-02-07T21:52:25Z", "1994-02-07 21:52:25 +00:00")]
    [InlineData("1994-02-07T21:52:25-08:00", "1994-02-07 21:52:25 -08:00")]
    [InlineData("1994-02-07T21:52:25.123456+0530", "1994-02-07 21:52:25 +05:30")]
    [InlineData("1994-02-07 21:52:25 +0100", "1994-02-07 21:52:25 +01:00")]
    [InlineData("1994-02-07", "1994-02-07 00:00:00 +00:00")]
    [InlineData("1994/02/07 21:52", "1994-02-07 21:52:00 +00:00")]
    [InlineData("19940207T215225Z", "1994-02-07 21:52:25 +00:00")]
    [InlineData("19940207215225", "1994-02-07 21:52:25 +00:00")]
    [InlineData("13/02/1994 21:52", "1994-02-13 21:52:00 +00:00")]
    [InlineData("2/13/1994 21:52", "1994-02-13 21:52:00 +00:00")]
    [InlineData("02/02/1994", "1994-02-02 00:00:00 +00:00")]
    [InlineData("28.02.1994 21:52", "1994-02-28 21:52:00 +00:00")]
    public void Numbers_alone_where_they_have_one_meaning(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("yesterday")]
    [InlineData("NIL")]
    [InlineData("00-Jan-0000 00:00:00 +0000")]
    [InlineData("30 Feb 1994 21:52:25 +0000")]
    [InlineData("29 Feb 2023 21:52:25 +0000")]
    [InlineData("0 Feb 1994 21:52:25 +0000")]
    [InlineData("7 Feb 1994 25:00:00 +0000")]
    [InlineData("7 Feb 1994 21:60:00 +0000")]
    [InlineData("7 Feb 1994 21:52:61 +0000")]
    [InlineData("7 Feb 1994 21: +0000")]
    [InlineData("Feb 1994")]
    [InlineData("7 Foo 1994 21:52:25 +0000")]
    [InlineData("07/02/1994 21:52")]
    [InlineData("07/02/94")]
    [InlineData("21:52:25")]
    [InlineData("7 Feb 99999 21:52:25 +0000")]
    [InlineData("7 Feb 99999999999999999999 21:52:25 +0000")]
    [InlineData("1 Jan 0001 00:00:00 +0100")]
    [InlineData("31 Dec 9999 23:59:59 -0100")]
    [InlineData("31 Dec 9999 24:00:00 +0000")]
    [InlineData("1994-13-07")]
    [InlineData("\0\u00FF\u0080")]
    [InlineData("((((((((")]
    public void What_fits_no_format_is_not_a_date(string text) => Assert.False(MailDate.TryParse(Encoding.Latin1.GetBytes(text), out _));

    [Fact]
    public void Any_date_in_the_form_of_RFC_5322_comes_back()
    {
        Random random = new(5322);
        for (int i = 0; i < 2000; i++)
        {
            TimeSpan zone = TimeSpan.FromMinutes(random.Next(-48, 57) * 15);
            DateTimeOffset date = new DateTimeOffset(1970, 1, 1, 0, 0, 0, zone).AddSeconds(random.NextInt64(4_000_000_000));
            string sign = zone < TimeSpan.Zero ? "-" : "+";
            string text = string.Create(CultureInfo.InvariantCulture, $"{date:ddd, d MMM yyyy HH:mm:ss} {sign}{zone:hhmm}");
            Assert.True(MailDate.TryParse(Encoding.ASCII.GetBytes(text), out DateTimeOffset parsed), text);
            Assert.True(date.EqualsExact(parsed), text);
        }
    }

    [Fact]
    public void Nothing_makes_it_fail_or_allocate()
    {
        ReadRandomDates(new Random(18));
        Random random = new(18);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ReadRandomDates(random);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void ReadRandomDates(Random random)
    {
        Span<byte> text = stackalloc byte[60];
        for (int i = 0; i < 10_000; i++)
        {
            int length = random.Next(text.Length);
            for (int j = 0; j < length; j++)
                text[j] = "0123456789 ::--+FebMonZT().,/"u8[random.Next(29)];
            MailDate.TryParse(text[..length], out _);
        }
    }

    private static void Check(string text, string expected)
    {
        Assert.True(MailDate.TryParse(Encoding.Latin1.GetBytes(text), out DateTimeOffset date));
        Assert.Equal(expected, date.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture));
    }
}
