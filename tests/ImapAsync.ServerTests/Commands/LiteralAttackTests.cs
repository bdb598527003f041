using System.Text;

namespace ImapAsync.ServerTests;

/// <summary>A message whose lines are commands: no server does what is in it.</summary>
public sealed class LiteralAttackTests(TestServers servers)
{
    private static readonly AppendForm[] Forms = [AppendForm.Literal, AppendForm.Binary];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    public async Task WhatIsInAMessageIsNotDone(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using ImapConnection observer = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        foreach (Func<ImapConnection, ImapLiteral, Task> send in Ways())
        {
            await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
            try
            {
                await send(connection, Attack(server));
            }
            catch (ImapException refused)
            {
                Assert.IsType<ImapCommandException>(refused);
            }

            Assert.DoesNotContain(await observer.ListAsync("*", Token), static mailbox => mailbox.Name.Value.Contains("injected", StringComparison.Ordinal));
        }
    }

    // What the test above is about: sent without asking, the same lines are commands to Dovecot, where it does not know what stands before them.
    [Theory]
    [InlineData("APPEND INBOX UTF8 (~{0}")]
    [InlineData("XNOSUCHTHING {0}")]
    public async Task SentUnaskedItWouldBe(string command)
    {
        TestServer server = await servers.GetDovecotAsync();
        TestAccount account = server.NewAccount();
        await using RawImapSession session = await RawImapSession.ConnectAsync(server, ImapSecurity.Tls, Token);
        await session.SendAsync($"LOGIN {account.Name} \"{account.Password}\"", Token);
        const string Text = "From: x\r\n\r\ny1 CREATE injected\r\ny2 NOOP\r\n";
        await session.SendAsync(command.Replace("{0}", $"{{{Text.Length}+}}\r\n{Text}", StringComparison.Ordinal), Token);
        Assert.Contains(await session.SendAsync("LIST \"\" *", Token), static line => line.Contains("injected", StringComparison.Ordinal));
    }

    private static ImapLiteral Attack(TestServer server) =>
        Encoding.ASCII.GetBytes($"From: x@example.org\r\n\r\ny1 CREATE {(server.Kind == ServerKind.Cyrus ? "INBOX.injected" : "injected")}\r\ny2 NOOP\r\n");

    private static IEnumerable<Func<ImapConnection, ImapLiteral, Task>> Ways()
    {
        foreach (AppendForm form in Forms)
            yield return (connection, text) => connection.AppendAsync("INBOX", new AppendMessage(text) { Form = form }, Token);
        yield return static (connection, text) => connection.AppendAsync("INBOX", new AppendMessage([CatenatePart.Text(text, AppendForm.Binary)]), Token);
        yield return static (connection, text) => connection.AppendAsync("INBOX", [new AppendMessage(text), new AppendMessage(text) { Form = AppendForm.Binary }], Token);
    }
}
