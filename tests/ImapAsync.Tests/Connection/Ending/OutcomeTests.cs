namespace ImapAsync.Tests;

/// <summary>The outcome of a command, as code that decides about a retry reads it.</summary>
public sealed class OutcomeTests
{
    [Theory]
    [InlineData("NO [TRYCREATE] no such mailbox", ImapStatus.No)]
    [InlineData("BAD not now", ImapStatus.Bad)]
    public async Task A_refusal_was_rejected(string answer, ImapStatus status)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task creating = server.Connection.CreateMailboxAsync("Archive");
        await server.AnswerAsync("A1 CREATE Archive\r\n", "{tag} " + answer + "\r\n");
        ImapCommandException refused = await creating.FailsAsync<ImapCommandException>();
        Assert.Equal((status, CommandOutcome.Rejected), (refused.Status, refused.Outcome));
    }

    [Fact]
    public async Task A_command_that_was_sent_and_not_answered_is_unknown_and_one_that_waited_was_not_sent()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task login = server.Connection.SendAsync(new LoginCommand("alice", "wonderland")).AsTask();
        await server.ExpectAsync("A1 LOGIN alice \"wonderland\"\r\n");
        Task create = server.Connection.CreateMailboxAsync("Archive");
        await server.CloseAsync();
        Assert.Equal(CommandOutcome.Unknown, (await login.FailsAsync<ImapConnectionException>()).Outcome);
        Assert.Equal(CommandOutcome.NotSent, (await create.FailsAsync<ImapConnectionException>()).Outcome);
    }
}
