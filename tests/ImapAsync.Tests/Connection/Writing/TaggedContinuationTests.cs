namespace ImapAsync.Tests;

/// <summary>A continuation with a tag or a star before its plus is still a continuation.</summary>
public sealed class TaggedContinuationTests
{
    private const string Plain = "* PREAUTH [CAPABILITY IMAP4rev1 IDLE] ready\r\n";

    public static TheoryData<string> Forms => ["+ go\r\n", "A1 + go\r\n", "a1 +\r\n", "A1 +go\r\n", "* + go\r\n", "*+\r\n", "A1\t+ go\r\n", " A1 + OK go\r\n"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Asks_for_a_literal(string form)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        Task<AppendResult> appending = server.Connection.AppendAsync("x", "one"u8.ToArray());
        await server.AnswerAsync("A1 APPEND x {3}\r\n", form);
        await server.ExpectAsync("one\r\n");
        await server.SendAsync("A1 OK done\r\n");
        await appending.InTime();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Asks_for_each_of_several_literals(string form)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        Task login = server.Connection.SendAsync(new LoginCommand("a\nb", "c\nd")).AsTask();
        await server.AnswerAsync("A1 LOGIN {3}\r\n", form);
        await server.AnswerAsync("a\nb {3}\r\n", form);
        await server.ExpectAsync("c\nd\r\n");
        await server.SendAsync("A1 OK [CAPABILITY IMAP4rev1] done\r\n");
        await login.InTime();
    }

    [Theory]
    [InlineData("+ aGk=\r\n")]
    [InlineData("A1 + aGk=\r\n")]
    [InlineData("a1 +aGk=\r\n")]
    [InlineData("* + aGk=\r\n")]
    public async Task Is_a_challenge(string challenge)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* OK [CAPABILITY IMAP4rev1 AUTH=X] ready\r\n");
        Task login = server.Connection.AuthenticateAsync(SaslMechanism.FromCallback("X", static (octets, _) => ValueTask.FromResult<byte[]?>(octets.ToArray())));
        await server.AnswerAsync("A1 AUTHENTICATE X\r\n", challenge);
        await server.ExpectAsync("aGk=\r\n");
        await server.SendAsync("A1 OK [CAPABILITY IMAP4rev1] done\r\n");
        await login.InTime();
    }

    [Theory]
    [InlineData("+ idling\r\n")]
    [InlineData("A2 + idling\r\n")]
    [InlineData("* + idling\r\n")]
    public async Task Agrees_to_an_IDLE(string form)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        SelectedMailbox inbox = await server.SelectAsync();
        _ = new TestListener(inbox);
        // Later ones keep the connection alive, and mean nothing.
        await server.AnswerAsync("A2 IDLE\r\n", form + form);
        Task noop = server.Connection.NoopAsync();
        await server.AnswerAsync("DONE\r\nA3 NOOP\r\n", "A2 OK done\r\nA3 OK done\r\n");
        await noop.InTime();
    }

    [Theory]
    [InlineData("A1 + what\r\n")]
    [InlineData("* + what\r\n")]
    [InlineData("A7 + what\r\n")]
    public async Task When_none_is_due_it_means_nothing(string form)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        Task noop = server.Connection.NoopAsync();
        await server.AnswerAsync("A1 NOOP\r\n", form + "A1 OK done\r\n");
        await noop.InTime();
    }

    // It may or may not expect the message: what is sent next might be mistaken for it.
    [Theory]
    [InlineData("A1 go ahead\r\n")]
    [InlineData("A1\r\n")]
    [InlineData("A1 100 Continue\r\n")]
    public async Task Anything_other_than_that_or_an_answer_ends_the_connection(string form)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        Task<AppendResult> appending = server.Connection.AppendAsync("x", "one"u8.ToArray());
        await server.AnswerAsync("A1 APPEND x {3}\r\n", form);
        ImapConnectionException closed = await appending.FailsAsync<ImapConnectionException>();
        Assert.Equal(CommandOutcome.NotSent, closed.Outcome);
        Assert.IsType<ImapProtocolException>(closed.InnerException);
        Assert.Equal("", await server.ReceiveAllAsync());
    }
}
