using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quirks without a number: numbers, results and tails that a parser could do nothing with are told beside what was read.</summary>
public sealed class LostNumberQuirks
{
    [Theory]
    [InlineData("STATUS a (MESSAGES -1 UNSEEN 2)")] // was no message, without a word
    [InlineData("STATUS a (MESSAGES \"-1\" UNSEEN 2)")]
    [InlineData("STATUS a (MESSAGES 0 UNSEEN 2 RECENT -5)")]
    [InlineData("STATUS a (MESSAGES 0 UNSEEN 2 DELETED -1)")]
    public Task Messages_below_none_are_told(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<MailboxStatus> result = await session.AskAsync(
            new StatusCommand("a", StatusItems.Messages | StatusItems.Unseen), "STATUS a (MESSAGES UNSEEN)\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal((0L, 2L), (result.Value.Messages, result.Value.Unseen));
        Told(line, result.Malformed);
    });

    [Theory]
    [InlineData("QUOTA r (STORAGE -1 -1)", 0, long.MaxValue)]
    [InlineData("QUOTA r (STORAGE -1 512)", 0, 512)]
    [InlineData("QUOTA r (STORAGE 10 \"-2\")", 10, long.MaxValue)] // -1 is how some write that there is none
    public Task A_quota_below_nothing_is_told(string line, long usage, long limit) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<Quota> result = await session.AskAsync(new GetQuotaCommand("r"), "GETQUOTA r\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(new QuotaResource("STORAGE", usage, limit), Assert.Single(result.Value.Resources));
        Told(line, result.Malformed);
    });

    [Theory]
    [InlineData("ESEARCH (TAG \"A2\") UID COUNT -1 ALL 3,7", "3,7")]
    [InlineData("ESEARCH (TAG \"A2\") UID ALL 3,7 COUNT \"-1\"", "3,7")]
    public Task Hits_below_none_are_told(string line, string hits) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<SearchResult> result = await session.AskAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(hits, result.Value.Uids.ToString());
        Told(line, result.Malformed);
    });

    [Theory]
    [InlineData("[COPYUID 7 3:5 10]", "3:5", "10")] // Pairs was empty
    [InlineData("[COPYUID 7 3 10:11]", "3", "10:11")]
    public Task Sets_of_different_lengths_are_told(string code, string source, string destination) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<CopyResult> copied = await session.AskAsync(new UidCopyCommand(UidSet.Parse("3:5"), "a"), "UID COPY 3:5 a\r\n", $"{{tag}} OK {code} done\r\n");
        Assert.Equal((source, destination), (copied.Value.Source.ToString(), copied.Value.Destination.ToString()));
        Assert.Empty(copied.Value.Pairs);
        Told(code, copied.Malformed);

        ImapResult<CopyResult> moved = await session.AskAsync(
            new UidMoveCommand(UidSet.Parse("3:5"), "a"), "UID MOVE 3:5 a\r\n", $"* OK {code} moved\r\n{{tag}} OK done\r\n");
        Assert.Equal((source, destination), (moved.Value.Source.ToString(), moved.Value.Destination.ToString()));
        Told($"OK {code} moved", moved.Malformed);
    });

    [Theory]
    [InlineData("* OK [COPYUID 7 3 10] x\r\n", "* OK [COPYUID 8 4 11] x\r\n", "")]
    [InlineData("* OK [COPYUID 7 3 10] x\r\n", "", "[COPYUID 8 4 11] ")]
    public Task Copies_in_two_mailboxes_at_once_are_told(string first, string second, string last) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<CopyResult> moved = await session.AskAsync(
            new UidMoveCommand(UidSet.Parse("3:4"), "a"), "UID MOVE 3:4 a\r\n", $"{first}{second}{{tag}} OK {last}done\r\n");
        Assert.Equal((7u, "3", "10"), (moved.Value.UidValidity?.Value, moved.Value.Source.ToString(), moved.Value.Destination.ToString()));
        Assert.Contains("COPYUID 8 4 11", Encoding.ASCII.GetString(Assert.Single(moved.Malformed).Raw.Span), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("LIST () \"/\" a (\"X-Y\" 3", "a")] // was the name as a whole
    [InlineData("LIST () \"/\" a (\"CHILDINFO\" (\"SUBSCRIBED\")", "a")]
    [InlineData("LIST () \"/\" a (\"X-Y\" 3) junk", "a")]
    [InlineData("LIST () \"/\" \"c\" junk", "c")]
    [InlineData("LIST () \"/\" \"d\" (\"CHILDINFO\" (\"SUBSCRIBED\")) junk", "d")]
    [InlineData("LIST () \"/\" {1}\r\na extra", "a")]
    [InlineData("LIST () \"/\" {1}\r\naextra", "a")]
    [InlineData("LIST () \"ab\" a", "a")]
    public Task A_tail_of_a_LIST_is_told(string line, string name) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<IReadOnlyList<MailboxInfo>> result = await session.AskAsync(
            new ListCommand("", "*"), "LIST \"\" *\r\n", $"* {line}\r\n* LIST () \"/\" b\r\n{{tag}} OK done\r\n");
        Assert.Equal([name, "b"], result.Value.Select(static mailbox => mailbox.Name.Value));
        Told(line, result.Malformed);
    });

    [Theory]
    [InlineData("LIST () \"/\" a junk", "a junk")] // an unquoted name goes on to the end of the line
    [InlineData("LIST () \"/\" a (b", "a (b")]
    [InlineData("LIST () \"/\" \"c\"  ", "c")]
    [InlineData("LIST () \"/\" \"c\" ()", "c")]
    [InlineData("LIST () \"/\" {1}\r\na (\"X-Y\" 3)", "a")]
    public Task A_name_that_is_whole_is_not(string line, string name) => QuirkSession.RunAsync(async session =>
        Assert.Equal(name, Assert.Single(await session.AskForAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", $"* {line}\r\n")).Name.Value));

    private static void Told(string raw, IReadOnlyList<MalformedResponse> malformed) =>
        Assert.Equal(raw, Encoding.Latin1.GetString(Assert.Single(malformed).Raw.Span).TrimEnd());
}
