namespace ImapAsync.Tests;

/// <summary>An error says what went wrong, what the outcome is, and what to do.</summary>
public sealed class ErrorMessageTests
{
    [Fact]
    public async Task A_refused_command_quotes_the_server_and_gives_advice()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<SelectedMailbox> selecting = server.Connection.SelectAsync("Invoices");
        await server.AnswerAsync("A1 SELECT Invoices\r\n", "{tag} NO [NONEXISTENT] Mailbox doesn't exist: Invoices\r\n");

        ImapCommandException refusal = await selecting.FailsAsync<ImapCommandException>();

        Assert.Equal("SELECT \"Invoices\" was refused: NO [NONEXISTENT] Mailbox doesn't exist: Invoices (LIST shows the existing names).", refusal.Message);
    }

    [Fact]
    public async Task A_lost_connection_reports_the_outcome_of_the_command()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task store = inbox.AddFlagsAsync(new Uid(7), Flag.Seen);
        await server.ExpectAsync("A2 UID STORE 7 +FLAGS.SILENT (\\Seen)\r\n");
        await server.SendAsync("* BYE Idle for too long\r\n");
        await server.CloseAsync();

        ImapConnectionException lost = await store.FailsAsync<ImapConnectionException>();

        Assert.Equal(
            "The server closed the connection while UID STORE was waiting for its answer (BYE: \"Idle for too long\"). Outcome: unknown; UID STORE is safe to repeat.",
            lost.Message);
        Assert.Equal((CommandOutcome.Unknown, "Idle for too long"), (lost.Outcome, lost.ByeText));
    }

    [Fact]
    public async Task A_reason_follows_the_outcome_of_the_command()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task copy = (await server.SelectAsync()).CopyAsync(new Uid(7), "Archive");
        await server.ExpectAsync("A2 UID COPY 7 Archive\r\n");
        await server.SendAsync("* LIST () \"/\" {33554433}\r\n");

        ImapConnectionException lost = await copy.FailsAsync<ImapConnectionException>();

        Assert.StartsWith("The connection was closed while UID COPY \"Archive\" was waiting for its answer: ", lost.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Outcome: unknown.", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_reports_the_servers_reason_and_that_another_was_tried()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready\r\n");
        Queue<string> tokens = new(["old", "new"]);
        Task login = server.Connection.AuthenticateAsync(SaslMechanism.XOAuth2("alice", _ => new(tokens.Dequeue())));
        foreach (string command in (string[])["A1 AUTHENTICATE XOAUTH2 dXNlcj1hbGljZQFhdXRoPUJlYXJlciBvbGQBAQ==\r\n", "A2 AUTHENTICATE XOAUTH2 dXNlcj1hbGljZQFhdXRoPUJlYXJlciBuZXcBAQ==\r\n"])
        {
            await server.AnswerAsync(command, "+ eyJzdGF0dXMiOiJpbnZhbGlkX3Rva2VuIn0=\r\n");
            await server.ExpectAsync("\r\n");
            await server.SendAsync(command[..2] + " NO [EXPIRED] token has expired\r\n");
        }

        ImapAuthenticationException refusal = await login.FailsAsync<ImapAuthenticationException>();

        Assert.Equal(
            "AUTHENTICATE XOAUTH2 was refused (invalid_token): NO [EXPIRED] token has expired. The token provider was asked once for a new one; it was refused too.",
            refusal.Message);
    }
}
