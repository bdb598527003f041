namespace ImapAsync.Tests;

/// <summary>Counts and quotas below 0 are reported beside what was read.</summary>
public sealed class NegativeCountQuirks
{
    [Theory]
    [InlineData("STATUS a (MESSAGES -1 UNSEEN 2)")] // was not a message, silently
    [InlineData("STATUS a (MESSAGES \"-1\" UNSEEN 2)")]
    [InlineData("STATUS a (MESSAGES 0 UNSEEN 2 RECENT -5)")]
    [InlineData("STATUS a (MESSAGES 0 UNSEEN 2 DELETED -1)")]
    public Task A_negative_count_of_messages_is_reported(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<MailboxStatus> result = await session.AskAsync(
            new StatusCommand("a", StatusItems.Messages | StatusItems.Unseen), "STATUS a (MESSAGES UNSEEN)\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal((0L, 2L), (result.Value.Messages, result.Value.Unseen));
        QuirkSession.IsReported(line, result.Malformed);
    });

    [Theory]
    [InlineData("QUOTA r (STORAGE -1 -1)", 0, long.MaxValue)]
    [InlineData("QUOTA r (STORAGE -1 512)", 0, 512)]
    [InlineData("QUOTA r (STORAGE 10 \"-2\")", 10, long.MaxValue)] // some servers write -1 for none
    public Task A_negative_quota_is_reported(string line, long usage, long limit) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<Quota> result = await session.AskAsync(new GetQuotaCommand("r"), "GETQUOTA r\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(new QuotaResource("STORAGE", usage, limit), Assert.Single(result.Value.Resources));
        QuirkSession.IsReported(line, result.Malformed);
    });

    [Theory]
    [InlineData("ESEARCH (TAG \"A2\") UID COUNT -1 ALL 3,7", "3,7")]
    [InlineData("ESEARCH (TAG \"A2\") UID ALL 3,7 COUNT \"-1\"", "3,7")]
    public Task A_negative_count_of_hits_is_reported(string line, string hits) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<SearchResult> result = await session.AskAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(hits, result.Value.Uids.ToString());
        QuirkSession.IsReported(line, result.Malformed);
    });
}
