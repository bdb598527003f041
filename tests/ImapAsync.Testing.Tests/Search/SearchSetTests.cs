namespace ImapAsync.Testing.Tests.Search;

public sealed class SearchSetTests
{
    // Sequence numbers 1 to 4, UIDs 101 to 104.
    private static readonly TestMessage[] Messages = [.. Enumerable.Range(1, 4).Select(number => TestMessage.Of((uint)number, "\n"))];

    private static readonly SearchContext Context = SearchCase.Context with
    {
        LastSequenceNumber = 4,
        LastUid = new Uid(104),
        Saved = UidSet.Parse("102,103"),
    };

    [Theory]
    [InlineData("2", "2")]
    [InlineData("2:3", "2 3")]
    [InlineData("3:2,1", "1 2 3")]
    [InlineData("*", "4")]
    [InlineData("3:*", "3 4")]
    [InlineData("*:3", "3 4")]
    [InlineData("9:*", "4")]
    [InlineData("9", "")]
    [InlineData("1,*", "1 4")]
    [InlineData("NOT 2:*", "1")]
    [InlineData("UID 103", "3")]
    [InlineData("UID 103:*", "3 4")]
    [InlineData("UID 900:*", "4")]
    [InlineData("UID *", "4")]
    [InlineData("UID 1:102", "1 2")]
    [InlineData("$", "2 3")]
    [InlineData("UID $", "2 3")]
    [InlineData("NOT $", "1 4")]
    [InlineData("$ 3:*", "3")]
    public void Sets(string keys, string expected) => Assert.Equal(expected, SearchCase.Find(keys, Context, Messages));

    [Fact]
    public void Nothing_is_saved_before_a_search() => Assert.Equal("", SearchCase.Find("$", SearchCase.Context, Messages));
}
