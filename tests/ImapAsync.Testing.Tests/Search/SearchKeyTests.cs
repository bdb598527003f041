namespace ImapAsync.Testing.Tests.Search;

public sealed class SearchKeyTests
{
    private static readonly TestMessage Message = TestMessage.Of(2, "Subject: x\n\n0123456789") with
    {
        Flags = FlagSet.Of(Flag.Answered, Flag.Flagged, Flag.Recent, new Flag("$Work")),
        InternalDate = new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.FromHours(-5)),
        SaveDate = new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero),
    };

    [Theory]
    [InlineData("ALL", true)]
    [InlineData("all", true)]
    [InlineData("ANSWERED", true)]
    [InlineData("DELETED", false)]
    [InlineData("DRAFT", false)]
    [InlineData("FLAGGED", true)]
    [InlineData("RECENT", true)]
    [InlineData("SEEN", false)]
    [InlineData("UNANSWERED", false)]
    [InlineData("UNDELETED", true)]
    [InlineData("UNDRAFT", true)]
    [InlineData("UNFLAGGED", false)]
    [InlineData("OLD", false)]
    [InlineData("UNSEEN", true)]
    [InlineData("NEW", true)]
    [InlineData("KEYWORD $work", true)]
    [InlineData("KEYWORD $Other", false)]
    [InlineData("UNKEYWORD $Work", false)]
    [InlineData("UNKEYWORD $Other", true)]
    public void Flags(string keys, bool expected) => Assert.Equal(expected, SearchCase.Matches(keys, Message));

    [Fact]
    public void New_is_recent_and_not_seen()
    {
        Assert.False(SearchCase.Matches("NEW", Message with { Flags = FlagSet.Of(Flag.Recent, Flag.Seen) }));
        Assert.False(SearchCase.Matches("NEW", Message with { Flags = FlagSet.Empty }));
    }

    // The day is that of the date's own zone: it is the second in UTC.
    [Theory]
    [InlineData("ON 1-Mar-2026", true)]
    [InlineData("ON 2-Mar-2026", false)]
    [InlineData("BEFORE 1-Mar-2026", false)]
    [InlineData("BEFORE \"02-mar-2026\"", true)]
    [InlineData("SINCE 1-Mar-2026", true)]
    [InlineData("SINCE 2-Mar-2026", false)]
    [InlineData("SAVEDON 2-Mar-2026", true)]
    [InlineData("SAVEDBEFORE 2-Mar-2026", false)]
    [InlineData("SAVEDSINCE 2-Mar-2026", true)]
    [InlineData("SAVEDATESUPPORTED", true)]
    public void Internal_and_save_date(string keys, bool expected) => Assert.Equal(expected, SearchCase.Matches(keys, Message));

    [Theory]
    [InlineData("SENTON 7-Feb-2026", true)]
    [InlineData("SENTBEFORE 8-Feb-2026", true)]
    [InlineData("SENTBEFORE 7-Feb-2026", false)]
    [InlineData("SENTSINCE 7-Feb-2026", true)]
    [InlineData("SENTSINCE 8-Feb-2026", false)]
    public void Sent_date(string keys, bool expected)
    {
        Assert.Equal(expected, SearchCase.Matches(keys, TestMessage.Of(1, "Date: Sat, 7 Feb 2026 21:52:25 -0800\n\n")));
        Assert.False(SearchCase.Matches(keys, TestMessage.Of(1, "Subject: no date\n\n")));
        Assert.False(SearchCase.Matches(keys, TestMessage.Of(1, "Date: tomorrow\n\n")));
    }

    // It arrived at 04:30 UTC, and it is 12:00: 27,000 seconds ago.
    [Theory]
    [InlineData("OLDER 27000", true)]
    [InlineData("OLDER 27001", false)]
    [InlineData("YOUNGER 27000", true)]
    [InlineData("YOUNGER 26999", false)]
    public void Age(string keys, bool expected) => Assert.Equal(expected, SearchCase.Matches(keys, Message));

    // Fractions of a second do not count: the message is 10 seconds old, whatever they are.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 9_999_999)]
    [InlineData(9_999_999, 0)]
    [InlineData(5_000_000, 5_000_001)]
    public void Age_is_in_whole_seconds(long now, long date)
    {
        DateTimeOffset second = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        SearchContext context = new(second.AddTicks(now));
        TestMessage message = Message with { InternalDate = second.AddSeconds(-10).AddTicks(date) };
        Assert.True(SearchCase.Matches("YOUNGER 10", message, context));
        Assert.True(SearchCase.Matches("OLDER 10", message, context));
        Assert.False(SearchCase.Matches("YOUNGER 9", message, context));
        Assert.False(SearchCase.Matches("OLDER 11", message, context));
    }

    // It has 24 octets.
    [Theory]
    [InlineData("LARGER 23", true)]
    [InlineData("LARGER 24", false)]
    [InlineData("SMALLER 25", true)]
    [InlineData("SMALLER 24", false)]
    [InlineData("LARGER 9000000000", false)]
    public void Size(string keys, bool expected) => Assert.Equal(expected, SearchCase.Matches(keys, Message));

    // Its mod-sequence is 1002.
    [Theory]
    [InlineData("MODSEQ 1002", true)]
    [InlineData("MODSEQ 1003", false)]
    [InlineData("MODSEQ 0", true)]
    [InlineData("MODSEQ \"/flags/\\\\draft\" all 1002", true)]
    [InlineData("MODSEQ \"/flags/\\\\draft\" PRIV 1003", false)]
    public void By_MODSEQ(string keys, bool expected)
    {
        Assert.Equal(expected, SearchCase.Matches(keys, Message));
        Assert.True(SearchCase.Parse("OR SEEN (NOT " + keys + ")").UsesModSeq);
        Assert.False(SearchCase.Parse("ALL").UsesModSeq);
    }

    [Theory]
    [InlineData("EMAILID E2", true)]
    [InlineData("EMAILID e2", false)]
    [InlineData("THREADID T2", false)]
    [InlineData("NOT THREADID T2", true)]
    public void Object_ids(string keys, bool expected) => Assert.Equal(expected, SearchCase.Matches(keys, Message));

    [Theory]
    [InlineData("NOT SEEN", true)]
    [InlineData("NOT NOT SEEN", false)]
    [InlineData("OR SEEN ANSWERED", true)]
    [InlineData("OR SEEN DELETED", false)]
    [InlineData("OR OR SEEN DELETED ANSWERED", true)]
    [InlineData("ANSWERED FLAGGED", true)]
    [InlineData("ANSWERED SEEN", false)]
    [InlineData("(ANSWERED (FLAGGED))", true)]
    [InlineData("NOT (ANSWERED SEEN)", true)]
    [InlineData("OR (ANSWERED SEEN) (FLAGGED UNSEEN)", true)]
    public void Combinations(string keys, bool expected) => Assert.Equal(expected, SearchCase.Matches(keys, Message));
}
