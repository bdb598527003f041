namespace ImapAsync.Tests;

/// <summary>QUOTA.</summary>
public sealed class QuotaQuirks
{
    private const string Greeting =
        "* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ ID ENABLE QRESYNC NAMESPACE QUOTA METADATA LANGUAGE I18NLEVEL=2 ACL QUOTASET] ready\r\n";

    [Theory]
    [InlineData("QUOTA \"\" (STORAGE many 9 MESSAGE 3 4)")]
    [InlineData("QUOTA \"\" (STORAGE (1) 9 MESSAGE 3 4)")]
    [InlineData("QUOTA \"\" (MESSAGE 3 4 STORAGE 1)")]
    [InlineData("QUOTA \"\" ((STORAGE 1 9) MESSAGE 3 4")]
    public Task Quotas_around_the_damage_are_read(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<Quota> result = await session.AskAsync(new GetQuotaCommand(""), "GETQUOTA \"\"\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(new QuotaResource("MESSAGE", 3, 4), Assert.Single(result.Value.Resources));
        session.Reports(Assert.Single(result.Malformed), line);
    });

    [Theory]
    [InlineData("* QUOTA r STORAGE 10 512\r\n")] // no parentheses: nothing was reported
    [InlineData("* QUOTA \"r\"(storage \"10\" \"512\")\r\n")]
    [InlineData("* QUOTA {1}\r\nr (STORAGE {2}\r\n10 512)\r\n")]
    public Task A_quota_is_read_whatever_is_around_it(string line) => QuirkSession.RunAsync(async session =>
    {
        Quota quota = await session.AskForAsync(new GetQuotaCommand("r"), "GETQUOTA r\r\n", line);
        Assert.Equal(new QuotaResource("STORAGE", 10, 512), Assert.Single(quota.Resources));
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("* QUOTA r\r\n")]
    [InlineData("* QUOTA r NIL\r\n")]
    [InlineData("* QUOTA r ()\r\n")]
    public Task A_quota_without_resources_has_none(string line) => QuirkSession.RunAsync(async session =>
    {
        Assert.Empty((await session.AskForAsync(new GetQuotaCommand("r"), "GETQUOTA r\r\n", line)).Resources);
        QuotaRoots roots = await session.AskForAsync(new GetQuotaRootCommand("a"), "GETQUOTAROOT a\r\n", "* QUOTAROOT a NIL\r\n" + line);
        Assert.Empty(roots.Roots);
        Assert.Empty(session.Warnings);
    });

    [Fact]
    public Task The_resources_of_a_root_are_joined() => RunAsync(async session =>
    {
        const string Lines = "QUOTA r (STORAGE 515 600)\r\n* QUOTA r (MESSAGE 616 700)\r\n";
        Both(await session.AskForAsync(new GetQuotaCommand("r"), "GETQUOTA r\r\n", $"* {Lines}"));
        Both(await session.AskForAsync(new SetQuotaCommand("r"), "SETQUOTA r ()\r\n", $"* {Lines}"));
        Both(Assert.Single((await session.AskForAsync(new GetQuotaRootCommand("a"), "GETQUOTAROOT a\r\n", $"* QUOTAROOT a r\r\n* {Lines}")).Quotas));
        Both(Assert.Single((await session.AskForAsync(new GetQuotaRootCommand("a"), "GETQUOTAROOT a\r\n", $"* {Lines}* QUOTAROOT a r\r\n")).Quotas));

        Quota again = await session.AskForAsync(new GetQuotaCommand("r"), "GETQUOTA r\r\n", "* QUOTA r (STORAGE 515 600)\r\n* QUOTA r (STORAGE 516 600)\r\n");
        Assert.Equal((516, "515,516"), (again.Storage?.Usage, string.Join(',', again.Resources.Select(static resource => resource.Usage))));
        QuotaRoots roots = await session.AskForAsync(new GetQuotaRootCommand("a"), "GETQUOTAROOT a\r\n", "* QUOTAROOT a r\r\n* QUOTAROOT a s\r\n* QUOTA r ()\r\n* QUOTA s ()\r\n");
        Assert.Equal(["r", "s"], roots.Roots);
    });

    private static Task RunAsync(Func<QuirkSession, Task> conversation) => QuirkSession.RunAsync(conversation, Greeting);

    private static void Both(Quota? quota) => Assert.Equal((515, 616), (quota?.Storage?.Usage, quota?.Messages?.Usage));
}
