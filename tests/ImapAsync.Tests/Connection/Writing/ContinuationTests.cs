namespace ImapAsync.Tests;

public sealed class ContinuationTests
{
    private const string Plain = "* OK [CAPABILITY IMAP4rev1] ready\r\n";

    [Fact]
    public async Task A_command_that_is_refused_between_its_literals_does_not_stall_the_connection()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        Task<ImapResult<IReadOnlyList<string>>> append = server.Connection.SendAsync(TwoLiterals("first", "second")).AsTask();
        await server.ExpectAsync("A1 APPEND INBOX {5}\r\n");

        // A server that refuses while the first literal is still arriving says nothing about the second.
        await server.SendAsync("+ go on\r\nA1 NO [OVERQUOTA] full\r\n");
        Assert.Equal(ImapStatus.No, (await append.InTime()).Status);
        await server.ExpectAsync("first");

        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        string rest = await server.ReceiveUntilAsync("A2 NOOP\r\n");
        Assert.DoesNotContain("second", rest, StringComparison.Ordinal);
        await server.SendAsync("A2 OK done\r\n");
        Assert.True((await noop.InTime()).IsOk);
    }

    [Fact]
    public async Task A_refusal_instead_of_the_second_invitation_sends_nothing_of_the_second_literal()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        Task<ImapResult<IReadOnlyList<string>>> append = server.Connection.SendAsync(TwoLiterals("first", "second")).AsTask();
        await server.ExpectAsync("A1 APPEND INBOX {5}\r\n");
        await server.SendAsync("+ go on\r\n");
        await server.ExpectAsync("first {6}\r\n");
        await server.SendAsync("A1 NO [TOOBIG] no more\r\n");
        Assert.Equal("TOOBIG", (await append.InTime()).Code!.Name);

        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A2 NOOP\r\n", "{tag} OK done\r\n");
        Assert.True((await noop.InTime()).IsOk);
    }

    private static TestCommand TwoLiterals(string first, string second) => new("APPEND INBOX")
    {
        Writing = encoder => encoder.Literal(ImapLiteral.From(first)).Literal(ImapLiteral.From(second)),
    };
}
