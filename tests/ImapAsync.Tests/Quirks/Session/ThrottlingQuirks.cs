namespace ImapAsync.Tests;

/// <summary>Servers that slow a client down say so in words.</summary>
public sealed class ThrottlingQuirks
{
    [Theory]
    [InlineData("{tag} BAD Request is throttled. Suggested Backoff Time: 12345 milliseconds\r\n", 12345)] // Office 365
    [InlineData("{tag} NO [UNAVAILABLE] request is throttled. suggested backoff time: 7 milliseconds.\r\n", 7)]
    [InlineData("{tag} NO Request is throttled.\r\n", null)]
    [InlineData("{tag} NO [THROTTLED] too many\r\n", null)]
    [InlineData("{tag} BAD Request is throttled. Suggested Backoff Time: 99999999999999999999 milliseconds\r\n", null)]
    [Quirk(39)]
    public Task A_temporary_refusal_reports_how_long_to_wait(string answer, int? milliseconds) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<MailboxStatus> result = await session.AskAsync(new StatusCommand("a", StatusItems.Messages), "STATUS a (MESSAGES)\r\n", answer);

        Assert.NotNull(result.Throttling);
        Assert.Equal(milliseconds is { } told ? TimeSpan.FromMilliseconds(told) : null, result.Throttling.Backoff);
        ImapCommandException refused = Assert.Throws<ImapCommandException>(() => result.Value);
        Assert.Equal(result.Throttling, refused.Throttling);
        Assert.Contains("wait", refused.Message, StringComparison.Ordinal);
    });

    [Fact]
    [Quirk(39)]
    public Task An_OK_can_report_throttling_too() => QuirkSession.RunAsync(async session =>
    {
        // Gmail
        ImapResult<ImapNothing> slowed = await session.AskAsync(new NoopCommand(), "NOOP\r\n", "{tag} OK [THROTTLED] NOOP completed (Success)\r\n");
        Assert.True(slowed.IsOk);
        Assert.Equal(new ImapThrottling(null), slowed.Throttling);
        Assert.Null((await session.AskAsync(new NoopCommand(), "NOOP\r\n", "{tag} OK Success\r\n")).Throttling);
    });
}
