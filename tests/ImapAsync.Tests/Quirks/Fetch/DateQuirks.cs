using System.Globalization;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>INTERNALDATE, and the date of an envelope.</summary>
public sealed class DateQuirks
{
    [Theory]
    [InlineData("\"yesterday, at noon\"", "yesterday, at noon")]
    [InlineData("\"Thu, 31 Feb 2026 25:61:00 +9999\"", "Thu, 31 Feb 2026 25:61:00 +9999")]
    [InlineData("{3}\r\n???", "???")]
    [InlineData("tomorrow", "tomorrow")]
    [InlineData("NIL", null)]
    [Quirk(18)]
    public Task An_unreadable_date_is_kept_as_text(string written, string? text) => QuirkSession.FetchAsync(
        FetchItems.Envelope,
        $"* 3 FETCH (UID 7 ENVELOPE ({written} \"s\" NIL NIL NIL NIL NIL NIL NIL NIL))\r\n",
        message =>
        {
            Assert.Null(message.Envelope.Date);
            Assert.Equal(text, message.Envelope.DateText);
            Assert.Equal("s", message.Envelope.Subject);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("\"31-Feb-2026 00:00:00 +0000\"")]
    [Quirk(18)]
    public Task Only_the_unreadable_INTERNALDATE_is_malformed(string written) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(
            FetchItems.InternalDate | FetchItems.Flags, $"* 3 FETCH (UID 7 INTERNALDATE {written} FLAGS (\\Seen))\r\n");

        Assert.Null(message.InternalDate);
        MalformedResponse malformed = Assert.Single(message.Malformed);
        Assert.Equal(("INTERNALDATE", $"INTERNALDATE {written}"), (malformed.Name, System.Text.Encoding.ASCII.GetString(malformed.Raw.Span)));
        Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
    });

    [Theory]
    [InlineData("12-Feb-2026 19:50:00 +0300 MSK", "2026-02-12 19:50:00 +03")] // was not a date
    [InlineData("12-Feb-2026 19:50:00 +0300 (MSK)", "2026-02-12 19:50:00 +03")]
    [InlineData("12-Feb-2026 19:50:00 +0300 (Moscow Standard Time)", "2026-02-12 19:50:00 +03")]
    [InlineData("12-Feb-2026 19:50:00 +0300 Europe/Moscow", "2026-02-12 19:50:00 +03")]
    [InlineData("12-Feb-2026 19:50:00 +0300  msk ", "2026-02-12 19:50:00 +03")]
    [InlineData(" 2-Feb-2026 19:50:00 -0800 PST", "2026-02-02 19:50:00 -08")]
    [InlineData("12-Feb-2026 19:50 +0300 MSK", "2026-02-12 19:50:00 +03")]
    [InlineData("12-Feb-26 19:50:00 +03:00 MSK", "2026-02-12 19:50:00 +03")]
    [InlineData("12-Feb-2026 19:50:00 MSK", "2026-02-12 19:50:00 +00")]
    [InlineData("12-Feb-2026 19:50:00 +0000 UTC", "2026-02-12 19:50:00 +00")]
    [InlineData("12-Feb-2026 19:50:00 +9900", "2026-02-12 19:50:00 +00", true)] // the time is there, and the zone is reported
    [InlineData("12-Feb-2026 19:50:00 -2400", "2026-02-12 19:50:00 +00", true)]
    [InlineData("12-Feb-2026 19:50:00 +0300MSK", null, true)]
    [InlineData("12-Feb-2026 19:50:00 +0300 5", null, true)]
    [InlineData("12-Feb-2026 19:50:00 +0300 +0400", null, true)]
    public Task The_name_of_a_zone_may_follow_it(string written, string? date, bool isReported = false) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(
            FetchItems.InternalDate | FetchItem.SaveDate | FetchItems.Flags, $"* 3 FETCH (UID 7 INTERNALDATE \"{written}\" SAVEDATE \"{written}\" FLAGS (\\Seen))\r\n");
        Assert.Equal(date, message.InternalDate?.ToString("yyyy-MM-dd HH:mm:ss zz", CultureInfo.InvariantCulture));
        Assert.Equal(message.InternalDate, message.SaveDate);
        Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
        Assert.Equal(
            isReported ? [$"INTERNALDATE \"{written}\"", $"SAVEDATE \"{written}\""] : [],
            message.Malformed.Select(static malformed => Encoding.ASCII.GetString(malformed.Raw.Span)));
        Assert.Equal(isReported ? 2 : 0, session.Warnings.Count);
    });

    [Theory]
    [InlineData("Thu, 12 Feb 2026 19:50:00 +9900", "19:50 +00:00", false)] // was treated as +0000
    [InlineData("Thu, 12 Feb 2026 19:50:00 -2500", "19:50 +00:00", false)]
    [InlineData("Thu, 12 Feb 2026 19:50:00 +0360", "19:50 +00:00", false)]
    [InlineData("Thu, 12 Feb 2026 19:50:00 -0000", "19:50 +00:00", false)]
    [InlineData("Thu, 12 Feb 2026 19:50:00", "19:50 +00:00", false)]
    [InlineData("Thu, 12 Feb 2026 19:50:00 XYZ", "19:50 +00:00", false)]
    [InlineData("Thu, 12 Feb 2026 19:50:00 A", "19:50 +00:00", false)]
    [InlineData("Thu, 12 Feb 2026 19:50:00 +0000", "19:50 +00:00", true)]
    [InlineData("Thu, 12 Feb 2026 19:50:00 GMT", "19:50 +00:00", true)]
    [InlineData("Thu, 12 Feb 2026 19:50:00 UT", "19:50 +00:00", true)]
    [InlineData("2026-02-12T19:50:00Z", "19:50 +00:00", true)]
    [InlineData("Thu, 12 Feb 2026 19:50:00 +0300 (MSK)", "19:50 +03:00", true)]
    [InlineData("Thu, 12 Feb 2026 19:50:00 MSK", "19:50 +03:00", true)]
    [InlineData("12 Feb 2026 19:50 +1400", "19:50 +14:00", true)]
    [InlineData("yesterday", null, false)]
    public Task A_date_reports_whether_its_zone_is_known(string written, string? time, bool isKnown) => QuirkSession.FetchAsync(
        FetchItems.Envelope,
        $"* 3 FETCH (UID 7 ENVELOPE (\"{written}\" NIL NIL NIL NIL NIL NIL NIL NIL NIL))\r\n",
        message =>
        {
            Assert.Equal(time, message.Envelope.Date?.ToString("HH:mm zzz", CultureInfo.InvariantCulture));
            Assert.Equal((isKnown, written), (message.Envelope.IsDateZoneKnown, message.Envelope.DateText));
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("17-Jul-2026 02:44:25 +0200", "17.07.2026 02:44:25 +02")] // without quotes: was midnight
    [InlineData("7-Jul-2026 2:44:25 -0700", "07.07.2026 02:44:25 -07")]
    [InlineData("\"17-Jul-26 02:44:25 +0000\"", "17.07.2026 02:44:25 +00")] // was in the first century
    [InlineData("\"17-Jul-99 02:44:25 +0000\"", "17.07.1999 02:44:25 +00")]
    [InlineData("\"17-Jul-2026 02:44:25 GMT\"", "17.07.2026 02:44:25 +00")]
    [InlineData("\"17-Jul-2026 02:44:25 +02:00\"", "17.07.2026 02:44:25 +02")]
    [InlineData("\"17-Jul-2026 02:44:25\"", "17.07.2026 02:44:25 +00")]
    [InlineData("{26}\r\n17-Jul-2026 02:44:25 +0200", "17.07.2026 02:44:25 +02")]
    public Task A_date_may_be_written_oddly(string written, string date) => QuirkSession.FetchAsync(
        FetchItems.InternalDate | FetchItems.Size | FetchItem.SaveDate,
        $"* 3 FETCH (UID 7 INTERNALDATE {written} SAVEDATE {written} RFC822.SIZE 44)\r\n",
        message =>
        {
            Assert.Equal(date, message.InternalDate?.ToString("dd.MM.yyyy HH:mm:ss zz", System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal((message.InternalDate, 44L), (message.SaveDate, message.Size));
            Assert.Empty(message.Extensions);
            Assert.Empty(message.Malformed);
        });
}
