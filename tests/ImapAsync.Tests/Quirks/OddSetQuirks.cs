using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quirks without a number: sets of messages in quotes, in parentheses, in pieces, and what cannot be read of them.</summary>
public sealed class OddSetQuirks
{
    [Theory]
    [InlineData("* SEARCH (2 4 5)\r\n")] // was taken for a MODSEQ, and no hits
    [InlineData("* SEARCH (2,4:5)\r\n")]
    [InlineData("* SEARCH 2 (4 5)\r\n")]
    [InlineData("* SEARCH (2 4 5) (MODSEQ 9)\r\n")]
    [InlineData("* ESEARCH (TAG NIL) UID ALL 2,4:5\r\n")] // was taken for another command's
    [InlineData("* ESEARCH (TAG) UID ALL 2,4:5\r\n")]
    [InlineData("* ESEARCH () UID ALL 2,4:5\r\n")]
    [InlineData("* ESEARCH NIL UID ALL 2,4:5\r\n")]
    [InlineData("* ESEARCH TAG \"A2\" UID ALL 2,4:5\r\n")]
    [InlineData("* ESEARCH(TAG \"A2\")UID ALL 2,4:5\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\" MAILBOX INBOX UIDVALIDITY 7) UID ALL {5}\r\n2,4:5\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\") ALL 2,4:5 UID\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\") UID ALL 2\r\n* ESEARCH (TAG \"A2\") UID ALL 4:5\r\n")]
    public Task Hits_are_found_in_parentheses_and_without_a_tag(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<SearchResult> result = await session.AskAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", line + "{tag} OK done\r\n");
        Assert.Equal("2,4:5", result.Value.Uids.ToString());
        Assert.Empty(result.Malformed);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("SEARCH 2 (4 x) 5", "2,4:5")]
    [InlineData("SEARCH (4 (5))", "4")]
    [InlineData("ESEARCH (TAG \"A2\") UID ALL 2 4 5", "2")] // the rest was passed over without a word
    [InlineData("ESEARCH (TAG \"A2\") UID ALL ()", "")]
    [InlineData("ESEARCH (TAG \"A2\") UID ALL 4:*", "")]
    [InlineData("SEARCH 2 4 MODSEQ 5", "2,4:5")]
    public Task Hits_that_are_lost_are_told(string line, string hits) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<SearchResult> result = await session.AskAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(hits, result.Value.Uids.ToString());
        Told(session, Assert.Single(result.Malformed), line[..line.IndexOf(' ', StringComparison.Ordinal)], line);
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

    [Theory]
    [InlineData("* VANISHED 3 4\r\n")] // the second was passed over
    [InlineData("* VANISHED (3:4)\r\n")] // was taken for EARLIER
    [InlineData("* VANISHED \"3:4\"\r\n")]
    [InlineData("* VANISHED {3}\r\n3,4\r\n")]
    [InlineData("* VANISHED (3 4)\r\n")]
    public Task What_vanished_is_found_in_any_form(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ExpungeResult result = await session.AskForAsync(new UidExpungeCommand(UidSet.Parse("1:9")), "UID EXPUNGE 1:9\r\n", line);
        Assert.Equal("3:4", result.Uids.ToString());
        Assert.Equal(7, session.Inbox.Exists);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("* VANISHED (EARLIER) 1,3:5\r\n")]
    [InlineData("* VANISHED EARLIER 1,3:5\r\n")] // was lost without a word
    [InlineData("* VANISHED(earlier)\"1,3:5\"\r\n")]
    [InlineData("* VANISHED (EARLIER) 1 3:5\r\n")]
    [InlineData("* VANISHED (EARLIER) (1 3:5)\r\n")]
    public Task What_vanished_earlier_is_found_in_any_form(string line) => QuirkSession.RunAsync(async session =>
    {
        SelectCommand select = new("INBOX") { QResync = new(new UidValidity(7), new ModSequence(90)) };
        SelectResult selected = await session.AskForAsync(select, "SELECT INBOX (QRESYNC (7 90))\r\n", "* 9 EXISTS\r\n" + line);
        Assert.Equal(("1,3:5", 9L), (selected.Vanished.ToString(), selected.Exists));
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("[COPYUID 1 \"7:8\" \"3:4\"]")]
    [InlineData("[COPYUID \"1\" 7:8 3:4]")]
    [InlineData("[COPYUID  1   8:7   4:3  ]")]
    [InlineData("[copyuid\t1\t7,8\t3,4]")]
    [InlineData("[COPYUID 1 7:8 3:4 extra (a)]")]
    public Task A_mapping_is_read_in_quotes(string code) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<CopyResult> result = await session.AskAsync(new UidCopyCommand(UidSet.Parse("7:8"), "a"), "UID COPY 7:8 a\r\n", $"{{tag}} OK {code} done\r\n");
        Assert.Equal((1u, "7:8", "3:4"), (result.Value.UidValidity?.Value, result.Value.Source.ToString(), result.Value.Destination.ToString()));
        Assert.Equal(new Uid(4), result.Value.DestinationOf(new Uid(8)));
        Assert.Empty(result.Malformed);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("[COPYUID 1 (7:8) (3:4)]")]
    [InlineData("[COPYUID 1,7:8,3:4]")]
    [InlineData("[COPYUID 1 7:* 3:*]")]
    [InlineData("[COPYUID 99999999999 7 3]")]
    [InlineData("[COPYUID x 7 3]")]
    public Task A_mapping_that_cannot_be_read_is_told(string code) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<CopyResult> result = await session.AskAsync(new UidCopyCommand(UidSet.Parse("7:8"), "a"), "UID COPY 7:8 a\r\n", $"{{tag}} OK {code} done\r\n");
        Assert.True(result.IsOk);
        Assert.Empty(result.Value.Source);
        Told(session, Assert.Single(result.Malformed), "COPYUID", code);

        // The same before the tagged response, as MOVE has it.
        ImapResult<CopyResult> moved = await session.AskAsync(new UidMoveCommand(UidSet.Parse("7:8"), "a"), "UID MOVE 7:8 a\r\n", $"* OK {code} moved\r\n{{tag}} OK done\r\n");
        Assert.Equal($"OK {code} moved", Encoding.Latin1.GetString(Assert.Single(moved.Malformed).Raw.Span));
    });

    [Theory]
    [InlineData("[APPENDUID \"5\" \"7\"]", "7")]
    [InlineData("[APPENDUID 5 (7)]", "7")]
    [InlineData("[APPENDUID 5 7 8]", "7:8")]
    [InlineData("[APPENDUID\t5\t7]", "7")]
    public Task The_UID_of_a_new_message_is_read_in_any_form(string code, string uids) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<AppendResult> result = await session.AskAsync(
            new AppendCommand("a", new AppendMessage("x"u8.ToArray())), "APPEND a {1+}\r\nx\r\n", $"{{tag}} OK {code} done\r\n");
        Assert.Equal((5u, uids), (result.Value.UidValidity?.Value, result.Value.Uids.ToString()));
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("[MODIFIED \"7,9\"]", "7,9")]
    [InlineData("[MODIFIED (7,9)]", "7,9")]
    [InlineData("[MODIFIED 7 9]", "7,9")]
    [InlineData("[MODIFIED ]", "")]
    [InlineData("[MODIFIED NIL]", "")]
    public Task Messages_that_were_left_alone_are_read_in_any_form(string code, string uids) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<StoreResult> storing = session.Inbox.StoreAsync(UidSet.Parse("7:9"), FlagOperation.Add, Flag.Seen, new ModSequence(12));
        await session.AnswerAsync("UID STORE 7:9 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n", $"{{tag}} OK {code} some had changed\r\n");
        Assert.Equal(uids, (await storing.InTime()).Modified.ToString());
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("[MODIFIED 7,,9]")]
    [InlineData("[MODIFIED x]")]
    [InlineData("[MODIFIED 7:*]")]
    public Task Messages_that_were_left_alone_and_cannot_be_read_are_not_taken_for_changed(string code) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<StoreResult> storing = session.Inbox.StoreAsync(UidSet.Parse("7:9"), FlagOperation.Add, Flag.Seen, new ModSequence(12));
        await session.AnswerAsync("UID STORE 7:9 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n", $"{{tag}} OK {code} some had changed\r\n");
        ImapProtocolException exception = await storing.FailsAsync<ImapProtocolException>();
        Assert.Contains("is not complete", exception.Message, StringComparison.Ordinal);
        Assert.Contains("the messages that were not touched", Assert.Single(session.Warnings), StringComparison.Ordinal);
    });

    private static void Told(QuirkSession session, MalformedResponse malformed, string name, string raw)
    {
        Assert.Equal((name, raw), (malformed.Name, Encoding.Latin1.GetString(malformed.Raw.Span)));
        Assert.Contains("expected", malformed.Reason, StringComparison.Ordinal);
        Assert.StartsWith("A response could not be read", Assert.Single(session.Warnings), StringComparison.Ordinal);
    }
}
