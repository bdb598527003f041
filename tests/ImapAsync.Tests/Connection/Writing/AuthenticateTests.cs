namespace ImapAsync.Tests;

public sealed class AuthenticateTests
{
    [Fact]
    public async Task A_refusal_right_after_a_challenge_does_not_stall_the_connection()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n");
        Task login = server.Connection.AuthenticateAsync(SaslMechanism.Plain("user", "secret"));
        await server.ExpectAsync("A1 AUTHENTICATE PLAIN\r\n");
        await server.SendAsync("+ \r\nA1 NO [UNAVAILABLE] out of order\r\n");
        await login.FailsAsync<ImapAuthenticationException>();

        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.ReceiveUntilAsync("A2 NOOP\r\n");
        await server.SendAsync("A2 OK done\r\n");
        Assert.True((await noop.InTime()).IsOk);
    }

    [Fact]
    public async Task Nothing_is_said_to_a_server_that_says_OK_without_proof()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=SCRAM-SHA-256] ready\r\n");
        Task login = server.Connection.AuthenticateAsync(SaslMechanism.ScramSha256("user", "pencil"));
        string command = await server.ReceiveUntilAsync("\r\n");
        Assert.StartsWith("A1 AUTHENTICATE SCRAM-SHA-256 ", command, StringComparison.Ordinal);
        Task append = server.Connection.SendAsync(new TestCommand("APPEND INBOX {6+}\r\nsecret")).AsTask();

        await server.SendAsync("A1 OK welcome\r\n");
        await login.FailsAsync<ImapAuthenticationException>();
        ImapConnectionException lost = await append.FailsAsync<ImapConnectionException>();
        Assert.Equal(CommandOutcome.NotSent, lost.Outcome);
        Assert.Equal("", await server.ReceiveAllAsync());
    }

    [Theory]
    [InlineData("AUTH=PLAIN AUTH=SCRAM-SHA-1", "AUTHENTICATE X-OTHER was refused: NO Unsupported mechanism. The server does not offer X-OTHER, but PLAIN, SCRAM-SHA-1.")]
    [InlineData("AUTH=PLAIN AUTH=X-OTHER", "AUTHENTICATE X-OTHER was refused: NO Unsupported mechanism.")]
    [InlineData("LOGIN-REFERRALS", "AUTHENTICATE X-OTHER was refused: NO Unsupported mechanism.")]
    public async Task A_refusal_of_a_mechanism_that_is_not_offered_names_those_that_are(string offered, string message)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync($"* OK [CAPABILITY IMAP4rev1 {offered}] ready\r\n");
        Task login = server.Connection.AuthenticateAsync(SaslMechanism.FromCallback("X-OTHER", static (_, _) => new((byte[]?)null)));
        await server.AnswerAsync("A1 AUTHENTICATE X-OTHER\r\n", "{tag} NO Unsupported mechanism.\r\n");

        Assert.Equal(message, (await login.FailsAsync<ImapAuthenticationException>()).Message);
    }

    [Fact]
    public async Task A_mechanism_that_never_answers_can_be_cancelled()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* OK [CAPABILITY IMAP4rev1 AUTH=X-SLOW] ready\r\n");
        using CancellationTokenSource cancel = new();
        SaslMechanism slow = SaslMechanism.FromCallback("X-SLOW", static async (_, token) =>
        {
            // Only the token ends it.
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return null;
        });
        Task login = server.Connection.AuthenticateAsync(slow, cancel.Token);
        await server.ExpectAsync("A1 AUTHENTICATE X-SLOW\r\n");
        await server.SendAsync("+ \r\n");
        await cancel.CancelAsync();
        await login.FailsAsync<OperationCanceledException>();

        await server.ExpectAsync("*\r\n");
        await server.SendAsync("A1 BAD cancelled\r\n");
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A2 NOOP\r\n", "{tag} OK done\r\n");
        Assert.True((await noop.InTime()).IsOk);
    }
}
