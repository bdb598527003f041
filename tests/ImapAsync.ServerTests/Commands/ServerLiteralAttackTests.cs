namespace ImapAsync.ServerTests;

/// <summary>A message whose lines are commands: no server executes it.</summary>
public sealed class ServerLiteralAttackTests(TestServers servers)
{
    // Much longer than any of it takes; if a server says nothing at all, SilenceTimeout ends it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    public async Task Nothing_inside_a_command_is_executed(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using ImapConnection observer = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        foreach ((string name, Func<SelectedMailbox, Task> send) in LiteralAttacks.Ways(server))
        {
            await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
            SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
            Exception? ended = await Record.ExceptionAsync(() => send(inbox).WaitAsync(Patience, TimeProvider.System, Token));
            Assert.True(ended is null or ImapCommandException or ImapConnectionException { Outcome: CommandOutcome.Rejected } or NotSupportedException or ArgumentException or ImapProtocolException, $"{name}: {ended}");
            // A BAD to a literal that did not wait ends the connection; otherwise the stream is in sync, and the next answer belongs to the next command.
            if (ended is not ImapConnectionException)
                await connection.NoopAsync(Token).WaitAsync(Patience, TimeProvider.System, Token);
            await NothingIsInjectedAsync(observer);
        }

        await NothingIsInjectedAsync(observer);
    }

    // What the test above is about: sent without waiting, the same lines are commands to Dovecot if it does not know what precedes them.
    [Theory]
    [InlineData("APPEND INBOX UTF8 (~{0}")]
    [InlineData("XNOSUCHTHING {0}")]
    public async Task Sent_unasked_it_would_be(string command)
    {
        TestServer server = await servers.GetDovecotAsync();
        TestAccount account = server.NewAccount();
        await using RawImapSession session = await RawImapSession.ConnectAsync(server, ImapSecurity.Tls, Token);
        await session.SendAsync($"LOGIN {account.Name} \"{account.Password}\"", Token);
        const string Text = "From: x\r\n\r\ny1 CREATE injected\r\ny2 NOOP\r\n";
        await session.SendAsync(command.Replace("{0}", $"{{{Text.Length}+}}\r\n{Text}", StringComparison.Ordinal), Token);
        Assert.Contains(await session.SendAsync("LIST \"\" *", Token), static line => line.Contains("injected", StringComparison.Ordinal));
    }

    private static async Task NothingIsInjectedAsync(ImapConnection observer) =>
        Assert.DoesNotContain(await observer.ListAsync("*", Token), static mailbox => mailbox.Name.Value.EndsWith("injected", StringComparison.Ordinal));
}
