namespace ImapAsync.Tests;

public sealed class SeenNumbersTests
{
    [Theory]
    [InlineData("1 2 3 4", "0 5 4294967295")]
    [InlineData("4 3 2 1", "0 5")]
    [InlineData("1 3 5 4 2", "0 6")]
    [InlineData("10 20 30 15 11 9 19", "8 12 14 16 18 21 29 31")]
    [InlineData("4294967295 1 4294967294", "0 2 4294967293")]
    [InlineData("7 7 7 8 7", "6 9")]
    [InlineData("0 1", "2 4294967295")]
    public void Contains_what_was_added_and_nothing_else(string added, string others)
    {
        SeenNumbers seen = new();
        foreach (string number in added.Split(' '))
        {
            seen.Add(Parse(number));
            Assert.True(seen.Contains(Parse(number)));
        }

        Assert.All(added.Split(' '), number => Assert.True(seen.Contains(Parse(number))));
        Assert.All(others.Split(' '), number => Assert.False(seen.Contains(Parse(number))));
    }

    [Fact]
    public void Any_order_gives_the_same()
    {
        Random random = new(5);
        for (int round = 0; round < 50; round++)
        {
            HashSet<uint> expected = [];
            SeenNumbers seen = new();
            for (int i = 0; i < 200; i++)
            {
                uint number = (uint)random.Next(0, 300);
                Assert.Equal(expected.Contains(number), seen.Contains(number));
                expected.Add(number);
                seen.Add(number);
            }
        }
    }

    private static uint Parse(string number) => uint.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
