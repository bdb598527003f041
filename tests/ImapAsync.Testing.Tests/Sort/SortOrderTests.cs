using ImapAsync.Extensibility;

namespace ImapAsync.Testing.Tests.Sort;

public sealed class SortOrderTests
{
    private static readonly TestMessage[] Messages =
    [
        TestMessage.Of(1, "Subject: Re: banana\nFrom: Zoe <bea@x>\nTo: t3@x\nCc: c2@x\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n\n12345") with { InternalDate = Day(5) },
        TestMessage.Of(2, "Subject: apple\nFrom: =?utf-8?Q?=C3=84nn?= <Adam@y>\nTo: T1@x\nDate: Mon, 2 Mar 2026 10:30:00 +0100\n\n") with { InternalDate = Day(4) },
        TestMessage.Of(3, "Subject: [list] Apple\nFrom: carl@x\nTo: Friends: t9@x;\nCc: c1@x\n\n1234567890123456789012345678901234567890") with { InternalDate = Day(3) },
        TestMessage.Of(4, "Subject: Cherry\nTo: T2 <a@x>\nDate: rubbish\n\n") with { InternalDate = Day(1) },
    ];

    [Theory]
    [InlineData("(ARRIVAL)", "4 3 2 1")]
    [InlineData("(REVERSE ARRIVAL)", "1 2 3 4")]
    [InlineData("(DATE)", "4 2 1 3")] // 1 and 2 have a date in UTC, 3 and 4 use their arrival
    [InlineData("(reverse date)", "3 1 2 4")]
    [InlineData("(SUBJECT)", "2 3 1 4")]
    [InlineData("(REVERSE SUBJECT)", "4 1 2 3")] // of the same subject, the lower number is first in either order
    [InlineData("(SUBJECT REVERSE DATE)", "3 2 1 4")]
    [InlineData("(FROM)", "4 2 1 3")] // none, Adam, bea, carl
    [InlineData("(DISPLAYFROM)", "4 2 3 1")] // none, \u00C4nn, which is an A first, carl@x, Zoe
    [InlineData("(TO)", "4 3 2 1")] // a, Friends, T1, t3
    [InlineData("(DISPLAYTO)", "3 2 4 1")] // Friends, T1@x, T2, t3@x
    [InlineData("(CC)", "2 4 3 1")]
    [InlineData("(SIZE)", "4 2 1 3")]
    [InlineData("(CC REVERSE SIZE)", "2 4 3 1")]
    public void Keys(string criteria, string expected)
    {
        IEnumerable<uint> numbers = Parse(criteria).Sort(Messages).Select(message => message.SequenceNumber);
        Assert.Equal(expected, string.Join(' ', numbers));
    }

    [Theory]
    [InlineData("")]
    [InlineData("DATE")]
    [InlineData("()")]
    [InlineData("(DATE")]
    [InlineData("(REVERSE)")]
    [InlineData("(REVERSE REVERSE DATE)")]
    [InlineData("(COLOUR)")]
    [InlineData("(\"DATE\")")]
    public void An_invalid_order_is_bad(string criteria) =>
        Assert.Equal(ImapStatus.Bad, Assert.Throws<CommandRefusedException>(() => Parse(criteria)).Status);

    [Fact]
    public void Reads_no_further_than_its_parenthesis()
    {
        ImapTokenReader reader = new("(REVERSE DATE SUBJECT) UTF-8 ALL"u8);
        SortOrder.Parse(ref reader);
        Assert.Equal(" UTF-8 ALL", Octets.Text(reader.Remaining));
    }

    private static SortOrder Parse(string criteria)
    {
        ImapTokenReader reader = new(Octets.Of(criteria));
        return SortOrder.Parse(ref reader);
    }

    private static DateTimeOffset Day(int day) => new(2026, 3, day, 0, 0, 0, TimeSpan.Zero);
}
