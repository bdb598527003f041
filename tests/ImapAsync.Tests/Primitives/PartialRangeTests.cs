namespace ImapAsync.Tests;

public sealed class PartialRangeTests
{
    [Theory]
    [InlineData(1, 100, "1:100")]
    [InlineData(-1, -100, "-1:-100")]
    [InlineData(500, 400, "500:400")]
    [InlineData(4294967295, 4294967295, "4294967295:4294967295")]
    public void Ranges_print_as_the_grammar_defines_them(long first, long last, string expected) => Assert.Equal(expected, new PartialRange(first, last).ToString());

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    [InlineData(1, 4294967296)]
    [InlineData(-4294967296, -1)]
    public void Impossible_positions_are_refused(long first, long last) => Assert.Throws<ArgumentOutOfRangeException>(() => new PartialRange(first, last));
}
