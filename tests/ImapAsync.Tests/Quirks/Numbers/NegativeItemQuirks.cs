namespace ImapAsync.Tests;

/// <summary>
/// Invalid numbers and identifiers are reported; -1, if a server means that it
/// does not know, is not.
/// </summary>
public sealed class NegativeItemQuirks
{
    [Theory]
    [InlineData("MODSEQ (-777)", "MODSEQ")]
    [InlineData("MODSEQ -777", "MODSEQ")]
    [InlineData("MODSEQ \"-777\"", "MODSEQ")]
    [InlineData("MODSEQ (-10)", "MODSEQ")]
    [InlineData("MODSEQ ((7))", "MODSEQ")]
    [InlineData("RFC822.SIZE -777", "RFC822.SIZE")]
    [InlineData("RFC822.SIZE \"-777\"", "RFC822.SIZE")]
    [InlineData("RFC822.SIZE -2147483648", "RFC822.SIZE")]
    [InlineData("BINARY.SIZE[1] -777", "BINARY.SIZE[1]")]
    [InlineData("EMAILID ((M1x))", "EMAILID")]
    [InlineData("EMAILID (M1x M2x)", "EMAILID")]
    [InlineData("EMAILID (M1x) (M2x)", "")]
    [InlineData("THREADID ((M1x))", "THREADID")]
    [InlineData("THREADID (M1x M2x)", "THREADID")]
    [InlineData("THREADID (M1x (M2x))", "THREADID")]
    [InlineData("BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" -5 1)", "BODYSTRUCTURE")]
    [InlineData("BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 5 -5)", "BODYSTRUCTURE")]
    [InlineData("BODY (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" \"-5\" 1)", "BODY")]
    [InlineData("BODYSTRUCTURE ((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" -5 1) \"MIXED\")", "BODYSTRUCTURE")]
    public async Task What_cannot_be_a_value_is_reported(string item, string name)
    {
        FetchItem asked = FetchItem.Raw(item[..item.IndexOf(' ', StringComparison.Ordinal)]);
        foreach (string items in new[] { $"UID 7 {item}", $"UID 7 {item} FLAGS (k1)", $"{item} UID 7" })
        {
            await QuirkSession.RunInInboxAsync(async session =>
            {
                FetchedMessage message = await session.FetchOneAsync([asked], $"* 3 FETCH ({items})\r\n");
                Assert.Equal(7u, message.Uid.Value);
                Assert.StartsWith(name, Assert.Single(message.Malformed).Name, StringComparison.Ordinal);

                message = Assert.Single(await session.AskForAsync(
                    new FetchCommand(new SequenceNumber(3), asked), $"FETCH 3 ({asked})\r\n",
                    $"* 3 FETCH ({items})\r\n"));
                Assert.Single(message.Malformed);
            });
        }
    }

    [Theory]
    [InlineData("MODSEQ (0)")]
    [InlineData("MODSEQ (-1)")]
    [InlineData("RFC822.SIZE -1")]
    [InlineData("RFC822.SIZE 0")]
    [InlineData("BINARY.SIZE[1] -1")]
    [InlineData("EMAILID (M1x)")]
    [InlineData("EMAILID M1x")]
    [InlineData("EMAILID NIL")]
    [InlineData("THREADID NIL")]
    [InlineData("THREADID (NIL)")]
    [InlineData("THREADID ()")]
    [InlineData("THREADID (\"T1\")")]
    [InlineData("THREADID (T1 )")]
    [InlineData("BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" -1 -1)")]
    [InlineData("BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" NIL NIL)")]
    public Task What_says_that_there_is_none_is_not(string item) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchItem asked = FetchItem.Raw(item[..item.IndexOf(' ', StringComparison.Ordinal)]);
        FetchedMessage message = await session.FetchOneAsync([asked], $"* 3 FETCH (UID 7 {item})\r\n");
        Assert.Empty(message.Malformed);
        Assert.Empty(session.Warnings);
    });

    [Fact]
    public Task A_STORE_reports_it_too() => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<StoreResult<UidSet>> result = await session.AskAsync(
            new UidStoreCommand(new Uid(7), FlagOperation.Add, Flag.Seen), "UID STORE 7 +FLAGS (\\Seen)\r\n",
            "* 3 FETCH (UID 7 MODSEQ (-777) FLAGS (\\Seen))\r\n{tag} OK done\r\n");
        Assert.Null(Assert.Single(result.Value.Changed).ModSequence);
        Assert.Single(result.Malformed);
    });
}
