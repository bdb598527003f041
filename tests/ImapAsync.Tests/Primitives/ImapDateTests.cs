using System.Text;

namespace ImapAsync.Tests;

public sealed class ImapDateTests
{
    [Theory]
    [InlineData("17-Jul-1996 02:44:25 -0700", "1996-07-17T02:44:25-07:00")]
    [InlineData(" 1-Jan-2024 09:06:41 +0000", "2024-01-01T09:06:41+00:00")]
    [InlineData("01-Jan-2024 09:06:41 +0530", "2024-01-01T09:06:41+05:30")]
    [InlineData("1-jan-2024 9:06:41 +0000", "2024-01-01T09:06:41+00:00")]
    [InlineData("29-FEB-2024 23:59:59 -0000", "2024-02-29T23:59:59+00:00")]
    [InlineData("17-Jul-1996 02:44:25", "1996-07-17T02:44:25+00:00")]
    [InlineData("17-Jul-1996 02:44:25 ", "1996-07-17T02:44:25+00:00")]
    [InlineData("17-Jul-1996 02:44 +0100", "1996-07-17T02:44:00+01:00")]
    [InlineData("17-Jul-1996", "1996-07-17T00:00:00+00:00")]
    [InlineData("17-Jul-1996  02:44:25  +0100", "1996-07-17T02:44:25+01:00")]
    [InlineData("17-Jul-1996 02:44:25 +01:00", "1996-07-17T02:44:25+01:00")]
    [InlineData("17-Jul-1996 02:44:25 GMT", "1996-07-17T02:44:25+00:00")]
    [InlineData("31-Dec-2016 23:59:60 +0000", "2017-01-01T00:00:00+00:00")]
    [InlineData("17-Jul-1996 20:00:00 +1400", "1996-07-17T20:00:00+14:00")]
    [InlineData("17-Jul-1996 20:00:00 +1500", "1996-07-17T05:00:00+00:00")]
    [InlineData("31-Dec-9999 23:59:59 +0000", "9999-12-31T23:59:59+00:00")]
    public void Dates_are_read_as_servers_send_them(string text, string expected)
    {
        Assert.True(ImapDate.TryParse(Encoding.ASCII.GetBytes(text), out DateTimeOffset? value));
        Assert.Equal(expected, value?.ToString("yyyy-MM-ddTHH:mm:sszzz"));
    }

    [Theory]
    [InlineData("00-Jan-0000")]
    [InlineData("00-Jan-0000 00:00:00 +0000")]
    [InlineData(" 0-Jan-1970 00:00:00 +0000")]
    [InlineData("01-Jan-0000 00:00:00 +0000")]
    public void No_date_is_null(string text)
    {
        Assert.True(ImapDate.TryParse(Encoding.ASCII.GetBytes(text), out DateTimeOffset? value));
        Assert.Null(value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("NIL")]
    [InlineData("yesterday")]
    [InlineData("31-Feb-2024 00:00:00 +0000")]
    [InlineData("29-Feb-2023 00:00:00 +0000")]
    [InlineData("17-Jux-1996 02:44:25 -0700")]
    [InlineData("17/Jul/1996 02:44:25 -0700")]
    [InlineData("17-Jul-1996 24:00:00 -0700")]
    [InlineData("17-Jul-1996 02:60:25 -0700")]
    [InlineData("17-Jul-1996 02:44:61 -0700")]
    [InlineData("17-Jul-1996 02:44:25 -0760")]
    [InlineData("17-Jul-1996 02:44:25 -07000")]
    [InlineData("17-Jul-1996 02:44:25 -")]
    [InlineData("17-Jul-1996 02:44:25 ?")]
    [InlineData("17-Jul-19960 02:44:25 +0000")]
    [InlineData("31-Dec-9999 23:59:59 -0100")]
    [InlineData("01-Jan-0001 00:00:00 +0100")]
    [InlineData("31-Dec-9999 23:59:60 +0000")]
    [InlineData("Wed, 17 Jul 1996 02:44:25 -0700")]
    public void What_is_not_a_date_is_reported(string text)
    {
        Assert.False(ImapDate.TryParse(Encoding.ASCII.GetBytes(text), out DateTimeOffset? value));
        Assert.Null(value);
    }

    [Theory]
    [InlineData("1996-07-17T02:44:25.999-07:00", "17-Jul-1996 02:44:25 -0700")]
    [InlineData("2024-12-01T23:09:01+05:45", " 1-Dec-2024 23:09:01 +0545")]
    [InlineData("0001-02-03T04:05:06+00:00", " 3-Feb-0001 04:05:06 +0000")]
    [InlineData("1996-07-17T02:44:25-00:30", "17-Jul-1996 02:44:25 -0030")]
    public void Date_times_are_written_in_fixed_form(string value, string expected)
    {
        byte[] octets = new byte[ImapDate.DateTimeLength];
        Assert.Equal(ImapDate.DateTimeLength, ImapDate.WriteDateTime(DateTimeOffset.Parse(value), octets));
        Assert.Equal(expected, Encoding.ASCII.GetString(octets));
    }

    [Fact]
    public void Whatever_is_written_is_read_back_without_allocating()
    {
        Random random = new(3501);
        byte[] octets = new byte[ImapDate.DateTimeLength];
        DateTime start = new(1, 1, 3, 0, 0, 0, DateTimeKind.Unspecified);
        Assert.True(ImapDate.TryParse("17-Jul-1996 02:44:25 -0700"u8, out _));
        ImapDate.WriteDateTime(DateTimeOffset.UnixEpoch, octets);

        long before = GC.GetAllocatedBytesForCurrentThread();
        int wrong = 0;
        for (int i = 0; i < 10_000; i++)
        {
            DateTimeOffset value = new(start.AddSeconds(random.NextInt64(0, 315_000_000_000)), TimeSpan.FromMinutes(random.Next(-840, 841)));
            ImapDate.WriteDateTime(value, octets);
            if (!ImapDate.TryParse(octets, out DateTimeOffset? read) || read!.Value != value || read.Value.Offset != value.Offset)
                wrong++;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(0, wrong);
    }
}
