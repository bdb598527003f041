namespace ImapAsync.Tests;

/// <summary>SORT keeps its order.</summary>
public sealed class SortQuirks
{
    [Theory]
    [InlineData("SORT 5 x 2 99999999999 4")]
    [InlineData("SORT 5 2 (MODSEQ x) 4")]
    public Task A_sorted_list_keeps_its_order_around_the_damage(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<SortResult<Uid>> result = await session.AskAsync(
            new UidSortCommand([SortKey.Date], SearchQuery.Seen), "UID SORT (DATE) US-ASCII SEEN\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal([5u, 2u, 4u], result.Value.Select(static uid => uid.Value));
        session.Reports(Assert.Single(result.Malformed), line);
    });

    [Theory]
    [InlineData("* SORT (5 2 4)\r\n")]
    [InlineData("* SORT 5 (2 4)\r\n")]
    [InlineData("* SORT 5\t2\t4\r\n")]
    [InlineData("* SORT 5\r\n* SORT 2 4\r\n")]
    public Task A_sorted_list_keeps_its_order_in_parentheses(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        SortResult<Uid> result = await session.AskForAsync(new UidSortCommand([SortKey.Date], SearchQuery.Seen), "UID SORT (DATE) US-ASCII SEEN\r\n", line);
        Assert.Equal([5u, 2u, 4u], result.Select(static uid => uid.Value));
        Assert.Empty(session.Warnings);
    });
}
