using System.Buffers;
using System.Text;

namespace ImapAsync.Tests;

public sealed class NumberSetTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("1,2,3", "1:3")]
    [InlineData("3,1,2", "1:3")]
    [InlineData("5:3", "3:5")]
    [InlineData("1:3,6:9", "1:3,6:9")]
    [InlineData("6:9,1:3,4", "1:4,6:9")]
    [InlineData("1:10,3:4,10", "1:10")]
    [InlineData("007", "7")]
    [InlineData("4294967295,4294967294", "4294967294:4294967295")]
    [InlineData("1:4294967295", "1:4294967295")]
    [InlineData("*", "*")]
    [InlineData("*:*", "*")]
    [InlineData("3:*", "3:*")]
    [InlineData("*:3", "3:*")]
    [InlineData("*,3:*", "3:*")]
    [InlineData("1,*", "1,*")]
    [InlineData("1:2,3:*", "1:*")]
    [InlineData("1:3,5,7:*", "1:3,5,7:*")]
    [InlineData("8:*,3:*,4:6", "3:*")]
    [InlineData("2,4:9,5:*", "2,4:*")]
    [InlineData("4294967295:*", "4294967295:*")]
    [InlineData("$", "$")]
    public void Sets_are_read_and_written_ascending_and_merged(string text, string printed)
    {
        Assert.Equal(printed, UidSet.Parse(text).ToString());
        Assert.Equal(printed, SequenceSet.Parse(text).ToString());
        Assert.True(UidSet.TryParse(Encoding.ASCII.GetBytes(text), out UidSet? set));
        Assert.Equal(printed, Written(set));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0")]
    [InlineData("1,")]
    [InlineData(",1")]
    [InlineData("1,,2")]
    [InlineData("1:")]
    [InlineData(":1")]
    [InlineData("1:2:3")]
    [InlineData("1:0")]
    [InlineData("0:*")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1 ,2")]
    [InlineData("1,2 ")]
    [InlineData("**")]
    [InlineData("*1")]
    [InlineData("1*")]
    [InlineData("4294967296")]
    [InlineData("99999999999999999999")]
    [InlineData("$,1")]
    [InlineData("1,$")]
    [InlineData("١")]
    [InlineData("NIL")]
    public void What_is_not_a_set_is_refused(string text)
    {
        Assert.False(UidSet.TryParse(text, out UidSet? set));
        Assert.Null(set);
        Assert.False(SequenceSet.TryParse(Encoding.UTF8.GetBytes(text), out _));
        Assert.Contains("1:3,7,12:*", Assert.Throws<FormatException>(() => UidSet.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_are_created_in_many_ways()
    {
        UidSet one = new Uid(7);
        UidSet some = [new(3), new(1), new(2), new(9)];
        SequenceSet sequence = [new(3), new(4)];

        Assert.Equal("7", one.ToString());
        Assert.Equal("1:3,9", some.ToString());
        Assert.Equal("3:4", sequence.ToString());
        Assert.Equal("1:3,9", UidSet.Of(some.ToArray().AsEnumerable()).ToString());
        Assert.Same(some, UidSet.Of(some.AsEnumerable()));
        Assert.Equal("2:5", UidSet.Range(new(5), new(2)).ToString());
        Assert.Equal("5:*", UidSet.From(new(5)).ToString());
        Assert.Same(UidSet.All, UidSet.From(new(1)));
        Assert.Equal("1:*", SequenceSet.All.ToString());
        Assert.Same(UidSet.Empty, UidSet.Of());
    }

    [Fact]
    public void A_default_number_is_not_a_message()
    {
        Assert.Contains("default is not a message", Assert.Throws<ArgumentException>(() => UidSet.Of(new(1), default)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => UidSet.Of(new List<Uid> { default }));
        Assert.Throws<ArgumentException>(() => UidSet.Range(new(1), default));
        Assert.Throws<ArgumentException>(() => UidSet.Range(default, new(1)));
        Assert.Throws<ArgumentException>(() => UidSet.From(default));
        Assert.False(UidSet.All.Contains(default));
    }

    [Fact]
    public void A_set_reports_what_it_contains()
    {
        UidSet set = UidSet.Parse("2:4,9,20:*");

        Assert.Equal(new Uid(2), set.Min);
        Assert.Null(set.Max);
        Assert.Equal(new Uid(20), set.OpenFrom);
        Assert.True(set.HasStar);
        Assert.False(set.IsExplicit);
        Assert.Equal([new NumberRange<Uid>(new(2), new(4)), new(new(9), new(9))], set.Ranges.ToArray());
        Assert.Equal([false, true, true, true, false, true, false, true], new uint[] { 1, 2, 3, 4, 5, 9, 19, 4000 }.Select(n => set.Contains(new(n))));

        UidSet closed = UidSet.Parse("2:4,9");
        Assert.Equal(new Uid(9), closed.Max);
        Assert.Equal(4, closed.Count);
        Assert.Equal([2u, 3, 4, 9], closed.Select(uid => uid.Value));
        Assert.Equal(4294967295, UidSet.Parse("1:4294967295").Count);
        Assert.Null(UidSet.Empty.Min);
        Assert.Equal(new Uid(8), UidSet.Parse("8:*").Min);
    }

    [Fact]
    public void Enumerating_ends_at_the_highest_number_there_is()
    {
        Assert.Equal([4294967294u, 4294967295u], UidSet.Parse("4294967294:4294967295").Select(uid => uid.Value));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("5:*")]
    [InlineData("1,9:*")]
    [InlineData("$")]
    public void What_only_the_server_knows_is_not_guessed(string text)
    {
        UidSet open = UidSet.Parse(text);
        UidSet other = [new(5)];

        Assert.Contains($"The set {text} cannot be counted", Assert.Throws<InvalidOperationException>(() => open.Count).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => open.GetEnumerator());
        Assert.Throws<InvalidOperationException>(() => open.First());
        Assert.Throws<InvalidOperationException>(() => open & other);
        Assert.Throws<InvalidOperationException>(() => other & open);
        // 5:* less 5 would be 6:*, and that is 5 itself when 5 is the last message.
        Assert.Throws<InvalidOperationException>(() => open - other);
        Assert.Throws<InvalidOperationException>(() => other - open);
    }

    [Fact]
    public void What_is_exact_with_an_open_set_is_allowed()
    {
        UidSet some = [new(5), new(9)];

        Assert.Equal(some, some & UidSet.All);
        Assert.Equal(some, UidSet.All & some);
        Assert.Equal(UidSet.Last, UidSet.All & UidSet.Last);
        Assert.Equal(UidSet.Empty, some - UidSet.All);
        Assert.Equal(UidSet.Empty, UidSet.Empty & UidSet.Last);
        Assert.Equal(UidSet.Last, UidSet.Last - UidSet.Empty);
        Assert.Equal("5,9,20:*", (some | UidSet.From(new(20))).ToString());
        Assert.Equal("$", (UidSet.Saved | UidSet.Saved | UidSet.Empty).ToString());
        Assert.Throws<InvalidOperationException>(() => UidSet.Saved | some);
    }

    [Theory]
    [InlineData("3:*", 10u, "3:10")]
    [InlineData("3:*", 2u, "2:3")]
    [InlineData("*", 7u, "7")]
    [InlineData("1:4,*", 5u, "1:5")]
    [InlineData("1:4,9", 5u, "1:4,9")]
    [InlineData("3:*", null, "")]
    [InlineData("1,3:*", null, "1")]
    public void A_star_becomes_a_number_when_the_last_message_is_known(string text, uint? last, string resolved)
    {
        Assert.Equal(resolved, UidSet.Parse(text).Resolve(last is { } number ? new Uid(number) : null).ToString());
    }

    [Fact]
    public void The_saved_result_cannot_be_resolved() => Assert.Throws<InvalidOperationException>(() => UidSet.Saved.Resolve(new Uid(1)));

    [Fact]
    public void Sets_are_equal_when_they_name_the_same()
    {
        Assert.Equal(UidSet.Parse("1:3"), UidSet.Parse("3,2,1"));
        Assert.Equal(UidSet.Parse("1:3").GetHashCode(), UidSet.Parse("3,2,1").GetHashCode());
        Assert.True(UidSet.Parse("1:*") == UidSet.All);
        Assert.True(UidSet.Parse("1") != UidSet.Parse("1,*"));
        Assert.NotEqual(UidSet.Last, UidSet.Empty);
        Assert.False(UidSet.Last.Equals(null));
        Assert.True((UidSet?)null == null);
    }

    [Fact]
    public void An_empty_set_cannot_be_sent()
    {
        Assert.True(UidSet.Empty.IsEmpty);
        Assert.Equal("", UidSet.Empty.ToString());
        Assert.Equal(0, UidSet.Empty.Count);
        Assert.Empty(UidSet.Empty);
        Assert.Empty(UidSet.Empty.Split(100));
        Assert.Throws<InvalidOperationException>(() => UidSet.Empty.WriteTo(new ArrayBufferWriter<byte>()));
    }

    [Fact]
    public void A_set_is_cut_where_a_line_would_be_too_long()
    {
        Assert.Equal(
            ["1,3,5,7,9,11,13,15,17", "19,21,23,*"],
            UidSet.Parse("1,3,5,7,9,11,13,15,17,19,21,23,*").Split(22).Select(set => set.ToString()));
        Assert.Equal(
            ["1000000001:2000000002", "4000000000:*"],
            UidSet.Parse("1000000001:2000000002,4000000000:*").Split(21).Select(set => set.ToString()));
        Assert.Equal(["1:3"], UidSet.Parse("1:3").Split(21).Select(set => set.ToString()));
        Assert.Throws<ArgumentOutOfRangeException>(() => UidSet.Parse("1").Split(20));
    }

    [Fact]
    public void A_range_that_is_written_in_any_order_is_read_in_that_order()
    {
        NumberRangeReader reader = new("9,4:2,7:*,*:8,*"u8);
        List<(uint, uint)> ranges = new();
        while (reader.TryRead(out NumberRange<uint> range))
            ranges.Add((range.First, range.Last));

        Assert.Equal([(9u, 9u), (2u, 4u), (7u, 0u), (8u, 0u), (0u, 0u)], ranges);
        Assert.False(reader.IsMalformed);
    }

    private static string Written(UidSet set)
    {
        ArrayBufferWriter<byte> output = new();
        set.WriteTo(output);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }
}
