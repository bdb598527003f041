namespace ImapAsync.Tests;

/// <summary>
/// Counters and limits that are odd but usable are returned by the named methods too, with the report; a
/// refused counter has its reason.
/// </summary>
public sealed class CounterQuirks
{
    [Theory]
    [InlineData("STATUS a (MESSAGES 1.2e+03 UNSEEN 3)", 1200)]
    [InlineData("STATUS a (MESSAGES -1 UNSEEN 3)", 0)]
    [InlineData("STATUS a (MESSAGES \"12.0\" UNSEEN 3)", 12)]
    public Task Of_STATUS(string line, long messages) => QuirkSession.RunAsync(async session =>
    {
        Task<MailboxStatus> asking = session.Connection.StatusAsync("a", StatusItems.Messages);
        await session.AnswerAsync("STATUS a (MESSAGES)\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        MailboxStatus status = await asking.InTime();
        Assert.Equal((messages, 3L), (status.Messages, status.Unseen));
        QuirkSession.IsReported(line, status.Malformed);

        // In a LIST, and in one assembled by the library.
        foreach (string refused in new[] { "", "{tag} BAD what?\r\n" })
        {
            Task<IReadOnlyList<MailboxInfo>> listing = session.Connection.ListAsync("*", StatusItems.Messages);
            string listed = $"* LIST () \"/\" a\r\n* LIST () \"/\" b\r\n";
            await session.AnswerAsync("LIST \"\" * RETURN (STATUS (MESSAGES))\r\n", refused.Length > 0 ? refused : $"{listed}* {line}\r\n* STATUS b (MESSAGES 5)\r\n{{tag}} OK done\r\n");
            if (refused.Length > 0)
            {
                await session.AnswerAsync("LIST \"\" *\r\n", listed + "{tag} OK done\r\n");
                await session.AnswerAsync("STATUS a (MESSAGES)\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
                await session.AnswerAsync("STATUS b (MESSAGES)\r\n", "* STATUS b (MESSAGES 5)\r\n{tag} OK done\r\n");
            }

            IReadOnlyList<MailboxInfo> mailboxes = await listing.InTime();
            Assert.Equal([messages, 5L], mailboxes.Select(static mailbox => mailbox.Status?.Messages));
            QuirkSession.IsReported(line, mailboxes[0].Status!.Malformed);
            Assert.Empty(mailboxes[1].Status!.Malformed);
        }
    });

    [Theory]
    [InlineData("QUOTA r (STORAGE 9.3736e+06 1.5e+07 MESSAGE 5 100)", 9_373_600, 15_000_000)]
    [InlineData("QUOTA r (STORAGE -1 512 MESSAGE 5 100)", 0, 512)]
    [InlineData("QUOTA r (STORAGE 10.0 -1 MESSAGE 5 100)", 10, long.MaxValue)]
    public Task Of_QUOTA(string line, long usage, long limit) => QuirkSession.RunAsync(async session =>
    {
        Task<Quota> asking = session.Connection.GetQuotaAsync("r");
        await session.AnswerAsync("GETQUOTA r\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Quota quota = await asking.InTime();
        Assert.Equal((usage, limit, 100L), (quota.Storage!.Usage, quota.Storage.Limit, quota.Messages!.Limit));
        QuirkSession.IsReported(line, quota.Malformed);

        Task<Quota?> setting = session.Connection.SetQuotaAsync("r", []);
        await session.AnswerAsync("SETQUOTA r ()\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        QuirkSession.IsReported(line, (await setting.InTime())!.Malformed);

        foreach (string lines in new[] { $"* QUOTAROOT a r\r\n* {line}\r\n", $"* QUOTA s (STORAGE 1 2)\r\n* QUOTAROOT a r s\r\n* {line}\r\n", $"* {line}\r\n* QUOTAROOT a r\r\n" })
        {
            Task<QuotaRoots> rooting = session.Connection.GetQuotaRootAsync("a");
            await session.AnswerAsync("GETQUOTAROOT a\r\n", lines + "{tag} OK done\r\n");
            QuotaRoots roots = await rooting.InTime();
            Assert.Equal(limit, roots.Quotas.Single(static quota => quota.Root == "r").Storage!.Limit);
            QuirkSession.IsReported(line, roots.Malformed);
        }
    });

    [Theory]
    [InlineData("-1")]
    [InlineData("\"-1\"")]
    [InlineData("18446744073709551615")]
    public Task A_missing_limit_is_no_limit(string limit) => QuirkSession.RunAsync(async session =>
    {
        Quota quota = await session.AskForAsync(new GetQuotaCommand("r"), "GETQUOTA r\r\n", $"* QUOTA r (STORAGE 10 {limit} MESSAGE 5 100)\r\n");
        Assert.Equal([new QuotaResource("STORAGE", 10, long.MaxValue), new("MESSAGE", 5, 100)], quota.Resources);
        QuotaRoots roots = await session.AskForAsync(new GetQuotaRootCommand("a"), "GETQUOTAROOT a\r\n", $"* QUOTAROOT a r\r\n* QUOTA r (STORAGE 10 {limit})\r\n");
        Assert.Equal(long.MaxValue, Assert.Single(roots.Quotas).Storage!.Limit);
    });

    // What is not in the value is reported as an error, as always.
    [Theory]
    [InlineData("QUOTA r (STORAGE z 100 MESSAGE 5 100)")]
    [InlineData("QUOTA r (STORAGE 1.0 100 MESSAGE z 100)")]
    [InlineData("QUOTA r (STORAGE z 100 MESSAGE 1.0 100)")]
    [InlineData("QUOTA r (STORAGE 1.0 100 MESSAGE")]
    [InlineData("QUOTA s (STORAGE 1.0 100)")]
    public Task What_is_lost_is_an_error(string line) => QuirkSession.RunAsync(async session =>
    {
        Task<Quota> asking = session.Connection.GetQuotaAsync("r");
        await session.AnswerAsync("GETQUOTA r\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        await asking.FailsAsync<ImapProtocolException>();
        Task<MailboxStatus> status = session.Connection.StatusAsync("a", StatusItems.Messages);
        await session.AnswerAsync("STATUS a (MESSAGES)\r\n", "* STATUS a (MESSAGES 1.0 UIDNEXT 7.0)\r\n{tag} OK done\r\n");
        await status.FailsAsync<ImapProtocolException>();
    });

    [Theory]
    [InlineData("QUOTA other (STORAGE 1 2)")]
    [InlineData("QUOTA \"\" (STORAGE 1 2)")]
    [InlineData("QUOTA (STORAGE 1 2)")]
    public Task SETQUOTA_that_is_answered_for_another_root_is_reported(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<Quota?> result = await session.AskAsync(new SetQuotaCommand("r", new QuotaLimit("STORAGE", 2)), "SETQUOTA r (STORAGE 2)\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Null(result.Value);
        QuirkSession.IsReported(line, result.Malformed);
        Task<Quota?> setting = session.Connection.SetQuotaAsync("r", [new("STORAGE", 2)]);
        await session.AnswerAsync("SETQUOTA r (STORAGE 2)\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Contains(line, (await setting.FailsAsync<ImapProtocolException>()).Message, StringComparison.Ordinal);
        Assert.Equal(2, session.Connection.TakeResponses("QUOTA").Count);

        // Beside its own answer it does not count.
        Quota? own = await session.AskForAsync(new SetQuotaCommand("r"), "SETQUOTA r ()\r\n", $"* {line}\r\n* QUOTA r (STORAGE 1 3)\r\n");
        Assert.Equal(3, own!.Storage!.Limit);
        Assert.Null(await session.AskForAsync(new SetQuotaCommand("r"), "SETQUOTA r ()\r\n", ""));
    });

    [Theory]
    [InlineData("NO [NOPERM] not yours", ImapStatus.No, "NOPERM")]
    [InlineData("NO", ImapStatus.No, null)]
    [InlineData("BAD what?", ImapStatus.Bad, null)]
    public Task A_status_that_is_refused_is_reported_on_its_mailbox(string refusal, ImapStatus status, string? code) => QuirkSession.RunAsync(async session =>
    {
        Task<IReadOnlyList<MailboxInfo>> listing = session.Connection.ListAsync("*", StatusItems.Messages);
        await session.AnswerAsync("LIST \"\" * RETURN (STATUS (MESSAGES))\r\n", "{tag} BAD what?\r\n");
        await session.AnswerAsync("LIST \"\" *\r\n", "* LIST () \"/\" a\r\n* LIST () \"/\" b\r\n* LIST (\\Noselect) \"/\" c\r\n{tag} OK done\r\n");
        await session.AnswerAsync("STATUS a (MESSAGES)\r\n", $"{{tag}} {refusal}\r\n");
        await session.AnswerAsync("STATUS b (MESSAGES)\r\n", "* STATUS b (MESSAGES 5)\r\n{tag} OK done\r\n");
        IReadOnlyList<MailboxInfo> mailboxes = await listing.InTime();
        Assert.Equal([null, 5L, (long?)null], mailboxes.Select(static mailbox => mailbox.Status?.Messages));
        ImapCommandException refused = mailboxes[0].StatusRefusal!;
        Assert.Equal((status, code), (refused.Status, refused.Code?.Name));
        Assert.Null(mailboxes[1].StatusRefusal ?? mailboxes[2].StatusRefusal);
    });
}
