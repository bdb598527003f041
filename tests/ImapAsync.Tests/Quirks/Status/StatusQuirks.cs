namespace ImapAsync.Tests;

/// <summary>STATUS: names and counters in odd forms.</summary>
public sealed class StatusQuirks
{
    [Theory]
    [InlineData("* STATUS INBOX ()\r\n")] // 163
    [InlineData("* STATUS INBOX\r\n")]
    [InlineData("* STATUS INBOX NIL\r\n")]
    [Quirk(32)]
    public Task An_empty_STATUS_reports_nothing(string response) => QuirkSession.RunAsync(async session =>
    {
        MailboxStatus status = await session.AskForAsync(
            new StatusCommand("INBOX", StatusItems.Basic), "STATUS INBOX (MESSAGES UIDNEXT UIDVALIDITY UNSEEN)\r\n", response);
        Assert.Equal((null, null, null, null), (status.Messages, status.UidNext, status.UidValidity, status.Unseen));
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("STATUS a (MESSAGES many UNSEEN 3)")]
    [InlineData("STATUS a (MESSAGES UNSEEN 3)")] // a number is missing
    [InlineData("STATUS a ((1 2) UNSEEN 3 MESSAGES)")]
    [InlineData("STATUS a (MESSAGES 99999999999999999999 UNSEEN 3)")]
    [InlineData("STATUS a (UNSEEN 3")]
    public Task A_damaged_counter_does_not_reach_its_neighbours(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<MailboxStatus> result = await session.AskAsync(
            new StatusCommand("a", StatusItems.Messages | StatusItems.Unseen), "STATUS a (MESSAGES UNSEEN)\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal((null, 3L), (result.Value.Messages, result.Value.Unseen));
        session.Reports(Assert.Single(result.Malformed), "STATUS", line);
    });

    [Theory]
    [InlineData("* STATUS Public Folders (MESSAGES 3)\r\n")]
    [InlineData("* STATUS \"Public Folders\"(MESSAGES 3)\r\n")]
    [InlineData("* STATUS {14}\r\nPublic Folders (MESSAGES \"3\" X-A NIL)\r\n")]
    public Task A_STATUS_may_name_its_mailbox_in_other_ways(string line) => QuirkSession.RunAsync(async session =>
    {
        MailboxStatus status = await session.AskForAsync(new StatusCommand("Public Folders", StatusItems.Messages), "STATUS \"Public Folders\" (MESSAGES)\r\n", line);
        Assert.Equal(3, status.Messages);
    });

    [Theory]
    [InlineData("* STATUS a MESSAGES 3 UNSEEN 4\r\n")] // no parentheses: nothing was reported
    [InlineData("* STATUS a (MESSAGES 3)\r\n* STATUS a (UNSEEN 4)\r\n")] // in pieces: the first was lost
    [InlineData("* STATUS {1}\r\na(MESSAGES \"3\" UNSEEN 4)\r\n")]
    [InlineData("* STATUS a (UNSEEN 4 MESSAGES 3 X-NEW (1 (2)) MAILBOXID NIL APPENDLIMIT NIL)\r\n")]
    [InlineData("* STATUS a (UNSEEN 9 MESSAGES 3 UNSEEN 4)\r\n")]
    public Task Counters_are_read_whatever_is_around_them(string lines) => QuirkSession.RunAsync(async session =>
    {
        MailboxStatus status = await session.AskForAsync(new StatusCommand("a", StatusItems.Messages | StatusItems.Unseen), "STATUS a (MESSAGES UNSEEN)\r\n", lines);
        Assert.Equal((3L, 4L), (status.Messages, status.Unseen));
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("STATUS a (X-NEW MESSAGES 3 UNSEEN 4)")] // UNSEEN was lost
    [InlineData("STATUS a (MAILBOXID MESSAGES 3 UNSEEN 4)")]
    [InlineData("STATUS a (MESSAGES 3 UIDNEXT 4294967296 UNSEEN 4)")] // was skipped silently
    [InlineData("STATUS a (MESSAGES 3 UNSEEN 4 UIDVALIDITY 99999999999)")]
    [InlineData("STATUS a (MESSAGES 3 UNSEEN 4 RECENT 1.5)")]
    public Task A_counter_that_cannot_be_read_is_reported_and_its_neighbours_are_fine(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<MailboxStatus> result = await session.AskAsync(
            new StatusCommand("a", StatusItems.Messages | StatusItems.Unseen), "STATUS a (MESSAGES UNSEEN)\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal((3L, 4L, null, null), (result.Value.Messages, result.Value.Unseen, result.Value.UidNext, result.Value.UidValidity));
        session.Reports(Assert.Single(result.Malformed), "STATUS", line);
    });
}
