namespace ImapAsync.Tests;

/// <summary>The behaviour that sets of UIDs and of sequence numbers share.</summary>
public abstract class MessageSetTests<TSet, TNumber>
    where TSet : MessageSet<TSet, TNumber>, IMessageSet<TSet>
    where TNumber : unmanaged
{
    [Fact]
    public void A_number_takes_part_in_the_algebra()
    {
        TSet set = MessageSet<TSet, TNumber>.Parse("3:5,9");

        Assert.Equal("3:5,7,9", (set | Number(7)).ToString());
        Assert.Equal("3:6,9", (Number(6) | set).ToString());
        Assert.Equal("3,5,9", (set - Number(4)).ToString());
        Assert.Equal("9", (set & Number(9)).ToString());
        Assert.Equal("", (Number(9) - set).ToString());
        Assert.True(Number(4) == MessageSet<TSet, TNumber>.Parse("4"));
        Assert.Throws<ArgumentException>(() => set | default(TNumber));
    }

    [Fact]
    public void Common_sets_are_one_object_each()
    {
        Assert.Same(MessageSet<TSet, TNumber>.Empty, MessageSet<TSet, TNumber>.Of([]));
        Assert.Same(MessageSet<TSet, TNumber>.Empty, MessageSet<TSet, TNumber>.Parse("4") - Number(4));
        Assert.Same(MessageSet<TSet, TNumber>.All, MessageSet<TSet, TNumber>.Parse("1:*"));
        Assert.Same(MessageSet<TSet, TNumber>.Saved, MessageSet<TSet, TNumber>.Parse("$"));
    }

    [Fact]
    public void Its_numbers_are_those_of_its_kind()
    {
        TSet set = MessageSet<TSet, TNumber>.Parse("8:9,2:3,20:*");

        Assert.Equal(Number(2), set.Min);
        Assert.Null(set.Max);
        Assert.Equal(Number(20), set.OpenFrom);
        Assert.Equal([new(Number(2), Number(3)), new(Number(8), Number(9))], set.Ranges.ToArray());
        Assert.Equal([Number(2), Number(3)], MessageSet<TSet, TNumber>.Range(Number(3), Number(2)));
        Assert.True(set.Contains(Number(21)));
        Assert.False(set.Contains(default));
        Assert.Equal("2:3,8:9,20:30", set.Resolve(Number(30)).ToString());
        Assert.Equal("2:3,8:9", set.Resolve(null).ToString());
        Assert.Equal(["2:3,8:9,20:*"], set.Split(21).Select(static piece => piece.ToString()));
        Assert.Equal("2:3,8:9,20:4294967295", set.CloseEnd().ToString());
    }

    [Theory]
    [InlineData("*")]
    [InlineData("5:*")]
    [InlineData("$")]
    public void What_only_the_server_knows_is_refused(string text)
    {
        TSet open = MessageSet<TSet, TNumber>.Parse(text);

        Assert.Throws<InvalidOperationException>(() => open.Count);
        Assert.Throws<InvalidOperationException>(() => open.First());
        Assert.Throws<InvalidOperationException>(() => open - Number(5));
        Assert.Throws<InvalidOperationException>(() => Number(5) & open);
    }

    protected abstract TNumber Number(uint value);
}

public sealed class UidSetTests : MessageSetTests<UidSet, Uid>
{
    protected override Uid Number(uint value) => new(value);
}

public sealed class SequenceSetTests : MessageSetTests<SequenceSet, SequenceNumber>
{
    protected override SequenceNumber Number(uint value) => new(value);
}
