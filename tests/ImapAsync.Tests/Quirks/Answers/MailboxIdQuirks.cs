namespace ImapAsync.Tests;

/// <summary>MAILBOXID and the name in the answer to CREATE.</summary>
public sealed class MailboxIdQuirks
{
    [Theory]
    [InlineData("(", null)] // was dropped
    [InlineData("()", null)]
    [InlineData("((F1))", null)]
    [InlineData("(F1", "F1")]
    [InlineData("(F1 F2)", "F1")]
    [InlineData("(F1) x", "F1")]
    [InlineData("\"F1", "F1")]
    public Task A_MAILBOXID_that_cannot_be_read_is_reported(string id, string? expected) => QuirkSession.RunAsync(async session =>
    {
        Task<CreateResult> creating = session.Connection.CreateMailboxAsync("a");
        await session.AnswerAsync("CREATE a\r\n", $"{{tag}} OK [MAILBOXID {id}] done\r\n");
        CreateResult created = await creating.InTime();
        Assert.Equal(("a", expected), (created.Name.Value, created.MailboxId));
        QuirkSession.IsReported($"[MAILBOXID {id}]", created.Malformed);

        ImapResult<SelectResult> selected = await session.AskAsync(new SelectCommand("a"), "SELECT a\r\n", $"* 9 EXISTS\r\n* OK [MAILBOXID {id}] x\r\n{{tag}} OK done\r\n");
        Assert.Equal(expected, selected.Value.MailboxId);
        QuirkSession.IsReported($"OK [MAILBOXID {id}] x", selected.Malformed);
    });

    [Theory]
    [InlineData("[MAILBOXID (F1)] ", "F1")]
    [InlineData("[MAILBOXID F1] ", "F1")]
    [InlineData("[MAILBOXID NIL] ", null)]
    [InlineData("[MAILBOXID (NIL)] ", null)]
    [InlineData("", null)]
    public Task One_that_can_is_not(string code, string? expected) => QuirkSession.RunAsync(async session =>
    {
        Task<CreateResult> creating = session.Connection.CreateMailboxAsync("a");
        await session.AnswerAsync("CREATE a\r\n", $"{{tag}} OK {code}done\r\n");
        CreateResult created = await creating.InTime();
        Assert.Equal((expected, 0), (created.MailboxId, created.Malformed.Count));
    });

    [Theory]
    [InlineData("MAILBOXID ((F1))")]
    [InlineData("MAILBOXID ()")]
    [InlineData("MAILBOXID (F1 F2)")]
    public Task So_it_is_in_STATUS(string item) => QuirkSession.RunAsync(async session =>
    {
        string line = $"STATUS a ({item} MESSAGES 5)";
        ImapResult<MailboxStatus> result = await session.AskAsync(
            new StatusCommand("a", StatusItems.MailboxId | StatusItems.Messages), "STATUS a (MESSAGES MAILBOXID)\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(5, result.Value.Messages);
        QuirkSession.IsReported(line, result.Malformed);
    });

    [Fact]
    public Task A_name_in_the_answer_to_CREATE_that_cannot_be_read_to_its_end_is_reported() => QuirkSession.RunAsync(async session =>
    {
        const string Line = "LIST () \"/\" \"A\" (\"OLDNAME\" (\"a\")) junk";
        Task<CreateResult> creating = session.Connection.CreateMailboxAsync("a");
        await session.AnswerAsync("CREATE a\r\n", $"* {Line}\r\n{{tag}} OK done\r\n");
        CreateResult created = await creating.InTime();
        Assert.Equal("A", created.Name.Value);
        QuirkSession.IsReported(Line, created.Malformed);
    });
}
