namespace ImapAsync.Tests;

/// <summary>
/// A list of flags that is not closed has swallowed the items after it, up to the parenthesis
/// that closes the response. They are items again, and the message says so.
/// </summary>
public sealed class OpenFlagListQuirks
{
    private static readonly FetchItems Asked = FetchItems.Flags | FetchItems.Size | FetchItems.InternalDate;

    [Theory]
    [InlineData("UID 7 FLAGS (k1 RFC822.SIZE 777)", "k1", 777L)]
    [InlineData("UID 7 FLAGS (k1 \\Seen RFC822.SIZE 777)", "k1 \\Seen", 777L)]
    [InlineData("UID 7 FLAGS (RFC822.SIZE 777)", "", 777L)]
    [InlineData("UID 7 FLAGS (k1 INTERNALDATE \"01-Jan-2026 00:00:00 +0000\")", "k1", null)]
    [InlineData("UID 7 FLAGS (k1 INTERNALDATE \"01-Jan-2026 00:00:00 +0000\" RFC822.SIZE 777)", "k1", 777L)]
    [InlineData("UID 7 FLAGS (k1 RFC822.SIZE 777 INTERNALDATE \"01-Jan-2026 00:00:00 +0000\")", "k1", 777L)]
    [InlineData("FLAGS (\\Seen UID 7 RFC822.SIZE 777)", "\\Seen", 777L)]
    [InlineData("FLAGS (k1 UID 7) RFC822.SIZE 777", "k1", 777L)]
    [InlineData("UID 7 FLAGS (k1 MODSEQ (9))", "k1", null)]
    [InlineData("UID 7 FLAGS (k1 MODSEQ (9) RFC822.SIZE 777)", "k1", 777L)]
    [InlineData("UID 7 FLAGS (k1 RFC822.SIZE 777 MODSEQ (9))", "k1", 777L)]
    [InlineData("UID 7 FLAGS (k1 EMAILID (M1) RFC822.SIZE 777)", "k1", 777L)]
    [InlineData("UID 7 FLAGS (k1 RFC822.SIZE 777 EMAILID (M1))", "k1", 777L)]
    [InlineData("UID 7 FLAGS (k1 RFC822.SIZE 777", "k1", 777L)]
    [InlineData("UID 7 FLAGS (k1 MODSEQ (9)) RFC822.SIZE 777)", "k1", 777L)]
    [InlineData("UID 7 FLAGS (UID RFC822.SIZE 777)", "UID", 777L)] // a keyword of that name
    public Task The_items_are_items(string items, string flags, long? size) => QuirkSession.RunInInboxAsync(
        async session =>
        {
            FetchedMessage message = await session.FetchOneAsync(Asked, $"* 3 FETCH ({items}\r\n");
            Check(message);

            IReadOnlyList<FetchedMessage> byNumber = await session.AskForAsync(
                new FetchCommand(new SequenceNumber(3), Asked | FetchItem.Uid),
                "FETCH 3 (UID FLAGS RFC822.SIZE INTERNALDATE)\r\n", $"* 3 FETCH ({items}\r\n");
            Check(Assert.Single(byNumber));

            void Check(FetchedMessage read)
            {
                Assert.Equal((7u, Parse(flags)), (read.Uid.Value, read.Flags));
                Assert.Equal(size, read.Contains(FetchItem.Size) ? read.Size : null);
                if (items.Contains("INTERNALDATE", StringComparison.Ordinal))
                    Assert.Equal(2026, read.InternalDate!.Value.Year);
                if (items.Contains("MODSEQ", StringComparison.Ordinal))
                    Assert.Equal(9u, read.ModSequence!.Value.Value);
                Assert.Equal("FLAGS", Assert.Single(read.Malformed).Name);
            }
        });

    [Theory]
    [InlineData("UID 7 FLAGS (k1 RFC822.SIZE)")]
    [InlineData("UID 7 FLAGS (k1 RFC822.SIZE x)")]
    [InlineData("UID 7 FLAGS (k1 RFC822.SIZE 777 x)")]
    [InlineData("UID 7 FLAGS (k1 UID)")]
    public Task What_may_be_either_is_reported(string items) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(Asked, $"* 3 FETCH ({items}\r\n");
        Assert.Equal("FLAGS", Assert.Single(message.Malformed).Name);
        Assert.True(message.Flags.Contains(Flag.FromServer("k1")));
    });

    // After a body, gathered and streamed.
    [Theory]
    [InlineData("UID 7 BODY[] {4}\r\nmsg1 FLAGS (k1 RFC822.SIZE 777)")]
    [InlineData("UID 7 FLAGS (k1) BODY[] {4}\r\nmsg1 FLAGS (k1 RFC822.SIZE 777)")]
    public Task After_a_body(string items) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(
            FetchItems.Flags | FetchItems.Size | FetchItem.Body(), $"* 3 FETCH ({items}\r\n");
        Assert.Equal((Parse("k1"), 777L), (message.Flags, message.Size));
        Assert.NotEmpty(message.Malformed);
    });

    [Theory]
    [InlineData("(UID 7 FLAGS (k1 RFC822.SIZE x))")] // keywords of these names
    [InlineData("(UID 7 FLAGS (UID FLAGS))")]
    [InlineData("UID 7 FLAGS (UID FLAGS)")]
    [InlineData("(UID 7 FLAGS (k1 x)")]
    [InlineData("((UID 7 FLAGS (UID 8)))")]
    public Task A_list_that_is_closed_is_not_reported(string items) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItems.Flags, $"* 3 FETCH {items}\r\n");
        Assert.Empty(message.Malformed);
        Assert.Equal(2 + (items.Contains("SIZE", StringComparison.Ordinal) ? 1 : 0), message.Flags.Count);
    });

    [Fact]
    public Task A_STORE_reports_it() => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<StoreResult<UidSet>> result = await session.AskAsync(
            new UidStoreCommand(new Uid(7), FlagOperation.Add, Flag.Seen), "UID STORE 7 +FLAGS (\\Seen)\r\n",
            "* 3 FETCH (UID 7 FLAGS (\\Seen MODSEQ (9))\r\n{tag} OK done\r\n");
        FlagUpdate update = Assert.Single(result.Value.Changed);
        Assert.Equal((Flag.Seen, 9ul), (Assert.Single(update.Flags!), update.ModSequence!.Value.Value));
        Assert.NotEmpty(result.Malformed);
    });

    [Fact]
    public Task A_STORE_by_number_reports_it() => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<StoreResult<SequenceSet>> result = await session.AskAsync(
            new StoreCommand(SequenceSet.Parse("3"), FlagOperation.Add, Flag.Seen), "STORE 3 +FLAGS (\\Seen)\r\n",
            "* 3 FETCH (FLAGS (\\Seen UID 7)\r\n{tag} OK done\r\n");
        FlagUpdate update = Assert.Single(result.Value.Changed);
        Assert.Equal((Flag.Seen, 7u), (Assert.Single(update.Flags!), update.Uid!.Value.Value));
        Assert.NotEmpty(result.Malformed);
    });

    private static FlagSet Parse(string flags) =>
        FlagSet.Of([.. flags.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Flag.FromServer)]);
}
