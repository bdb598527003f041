using System.Text;

namespace ImapAsync.Tests;

/// <summary>
/// What LIST was asked to return for each mailbox comes before the mailbox is listed, in several responses, or for one
/// that is not listed at all.
/// </summary>
public sealed class ListStatusQuirks
{
    private static readonly ListCommand Command = new("", "*")
    {
        Return = ListReturnOptions.MyRights,
        Status = StatusItems.Messages | StatusItems.Unseen | StatusItems.Size | StatusItems.MailboxId | StatusItems.AppendLimit,
        Metadata = ["/shared/comment"],
    };

    [Theory]
    [InlineData("STATUS a (MESSAGES 1 UNSEEN 2)", "LIST () \"/\" a")]
    [InlineData("LIST () \"/\" b", "STATUS a (MESSAGES 1 UNSEEN 2)", "LIST () \"/\" a")]
    [InlineData("STATUS \"a\" (MESSAGES 1 UNSEEN 2)", "LIST () \"/\" b", "LIST () \"/\" a")]
    [InlineData("STATUS {1}\r\na (MESSAGES 1 UNSEEN 2)", "LIST () \"/\" a")]
    [InlineData("STATUS a (MESSAGES 1)", "LIST () \"/\" a", "STATUS a (UNSEEN 2)")]
    [InlineData("STATUS a (UNSEEN 2)", "LIST () \"/\" a", "STATUS a (MESSAGES 1)")]
    [InlineData("LIST () \"/\" a", "STATUS a (MESSAGES 1)", "STATUS a (UNSEEN 2)")] // the first was gone
    [InlineData("STATUS a (MESSAGES 1)", "STATUS a (UNSEEN 2)", "LIST () \"/\" a")]
    [InlineData("STATUS a (MESSAGES 9 UNSEEN 2)", "LIST () \"/\" a", "STATUS a (MESSAGES 1)")] // the last one counts
    [InlineData("STATUS a (MESSAGES 9)", "STATUS a (MESSAGES 1 UNSEEN 2)", "LIST () \"/\" a")]
    [InlineData("STATUS a (MESSAGES 9 UNSEEN 9)", "STATUS a (MESSAGES 8 UNSEEN 2)", "LIST () \"/\" a", "STATUS a (MESSAGES 7)", "STATUS a (MESSAGES 1)")]
    public Task A_status_is_on_its_mailbox(params string[] lines) => AskAsync(lines, static result =>
    {
        Assert.Empty(result.Malformed);
        MailboxStatus status = result.Value.Single(static mailbox => mailbox.Name.Value == "a").Status!;
        Assert.Equal((1L, 2L), (status.Messages, status.Unseen));
        Assert.All(result.Value, static mailbox => Assert.Equal(mailbox.Name.Value == "a", mailbox.Status is not null));
    });

    [Theory]
    [InlineData("STATUS e&AwE- (MESSAGES 1)", "&AOk-")] // was dropped
    [InlineData("STATUS \"e&AwE-\" (MESSAGES 1)", "\"&AOk-\"")]
    [InlineData("STATUS &AOk- (MESSAGES 1)", "e&AwE-")]
    [InlineData("STATUS inbox/sub (MESSAGES 1)", "INBOX/sub")]
    [InlineData("STATUS \"inbox\" (MESSAGES 1)", "INBOX")]
    public Task Its_mailbox_may_be_spelled_in_another_way(string status, string mailbox)
    {
        string list = $"LIST () \"/\" {mailbox}";
        string rights = status.Replace("STATUS", "MYRIGHTS", StringComparison.Ordinal).Replace("(MESSAGES 1)", "lrs", StringComparison.Ordinal);
        return AskAsync([list, "LIST () \"/\" b", status, rights], Check, [status, list, "LIST () \"/\" b", rights], [rights, status, "LIST () \"/\" b", list]);

        static void Check(ImapResult<IReadOnlyList<MailboxInfo>> result)
        {
            Assert.Empty(result.Malformed);
            MailboxInfo mailbox = result.Value.Single(static mailbox => mailbox.Name.Value != "b");
            Assert.Equal((1L, "lrs"), (mailbox.Status?.Messages, mailbox.MyRights.ToString()));
        }
    }

    [Fact]
    public Task Of_two_possible_ones_neither_is_guessed() => AskAsync(
        ["STATUS Inbox/a (MESSAGES 1)", "LIST () \"/\" INBOX/a", "LIST () \"/\" inbox/a"], static result =>
        {
            Assert.Equal([null, (long?)null], result.Value.Select(static mailbox => mailbox.Status?.Messages));
            Assert.Single(result.Malformed);
        });

    [Fact]
    public Task Everything_that_a_status_can_report_is_kept() => AskAsync(
        ["STATUS a (MESSAGES 9 UIDNEXT 5 UIDVALIDITY 6 RECENT 7 DELETED 8 SIZE 10 HIGHESTMODSEQ 11 MAILBOXID (F) DELETED-STORAGE 12 X 1)", "LIST () \"/\" a", "STATUS a (MESSAGES 1 APPENDLIMIT 13 Y 2)"],
        static result =>
        {
            MailboxStatus status = Assert.Single(result.Value).Status!;
            Assert.Equal((1L, 5u, 6u, 7L, 8L), (status.Messages, status.UidNext?.Value, status.UidValidity?.Value, status.Recent, status.Deleted));
            Assert.Equal((10L, 11ul, "F", 13L, 12L), (status.Size, status.HighestModSequence?.Value, status.MailboxId, status.AppendLimit, status.DeletedStorage));
            Assert.Equal(["X", "Y"], status.Others.Keys.Order());
        });

    [Theory]
    [InlineData("MYRIGHTS a lrs", "METADATA a (/shared/comment x)", "LIST () \"/\" a")]
    [InlineData("METADATA a (/shared/comment x)", "LIST () \"/\" a", "MYRIGHTS a lrs")]
    [InlineData("METADATA \"a\" (/shared/comment x)", "LIST () \"/\" b", "LIST () \"/\" a", "MYRIGHTS a lrs", "METADATA a (/shared/comment2 y)")]
    public Task Rights_and_metadata_are_on_their_mailbox(params string[] lines) => AskAsync(lines, static result =>
    {
        Assert.Empty(result.Malformed);
        MailboxInfo mailbox = result.Value.Single(static mailbox => mailbox.Name.Value == "a");
        Assert.Equal("lrs", mailbox.MyRights.ToString());
        Assert.Equal("x", mailbox.Metadata!["/shared/comment"]?.Text);
    });

    [Theory]
    [InlineData("STATUS c (MESSAGES 1)")]
    [InlineData("STATUS \"c d\" (MESSAGES 1)")]
    [InlineData("STATUS c")]
    [InlineData("MYRIGHTS c lrs")]
    [InlineData("METADATA c (/shared/comment x)")]
    [InlineData("STATUS a (MESSAGES x)", "LIST () \"/\" a")]
    public Task What_belongs_to_no_mailbox_in_the_list_is_reported(params string[] lines) => AskAsync([.. lines, "LIST () \"/\" b"], result =>
    {
        Assert.Contains(result.Value, static mailbox => mailbox.Name.Value == "b");
        Assert.Equal(lines[0], Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span));
    });

    [Theory]
    [InlineData("METADATA a /shared/comment")] // an update about a change
    [InlineData("METADATA \"\" /shared/comment")]
    public Task Updates_are_updates(string line) => AskAsync([line, "LIST () \"/\" a"], static result => Assert.Empty(result.Malformed));

    [Fact]
    public Task A_status_that_was_not_requested_is_an_update() => QuirkSession.RunAsync(async session =>
    {
        ImapResult<IReadOnlyList<MailboxInfo>> result = await session.AskAsync(
            new ListCommand("", "a%") { Status = StatusItems.Messages }, "LIST \"\" a% RETURN (STATUS (MESSAGES))\r\n",
            "* STATUS x (MESSAGES 1)\r\n* LIST () \"/\" ab\r\n{tag} OK done\r\n");
        Assert.Single(result.Value);
        Assert.Empty(result.Malformed);
        Assert.Single(session.Connection.TakeResponses("STATUS"));
        // Only the server knows which of them are subscribed.
        result = await session.AskAsync(
            new ListCommand("", "*") { Status = StatusItems.Messages, Selection = ListSelectionOptions.Subscribed }, "LIST (SUBSCRIBED) \"\" * RETURN (STATUS (MESSAGES))\r\n",
            "* STATUS x (MESSAGES 1)\r\n* LIST () \"/\" ab\r\n{tag} OK done\r\n");
        Assert.Empty(result.Malformed);
    });

    private static Task AskAsync(string[] lines, Action<ImapResult<IReadOnlyList<MailboxInfo>>> check, params string[][] more) => QuirkSession.RunAsync(async session =>
    {
        const string Written = "LIST \"\" * RETURN (MYRIGHTS STATUS (MESSAGES UNSEEN SIZE MAILBOXID APPENDLIMIT) METADATA (/shared/comment))\r\n";
        foreach (string[] told in (string[][])[lines, .. more])
            check(await session.AskAsync(Command, Written, $"* {string.Join("\r\n* ", told)}\r\n{{tag}} OK done\r\n"));
    });
}
