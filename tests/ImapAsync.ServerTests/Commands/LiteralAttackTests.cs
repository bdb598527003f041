using System.Text;

namespace ImapAsync.ServerTests;

/// <summary>A message whose lines are commands, in all forms that a literal has here: no server does what is in it.</summary>
public sealed class LiteralAttackTests(TestServers servers)
{
    private static readonly AppendForm[] Forms = [AppendForm.Literal, AppendForm.Binary, AppendForm.Utf8];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    public async Task WhatIsInAMessageIsNotDone(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        foreach (string host in new[] { server.Host, server.VariantHost, server.BareHost })
        {
            foreach (Func<ImapConnection, ImapLiteral, Task> send in Ways())
            {
                await using ImapConnection connection = await ImapConnection.ConnectAsync(server.Endpoint(ImapSecurity.StartTls, host), server.ConnectionOptions, Token);
                await connection.LoginAsync(account.Name, account.Password, Token);
                try
                {
                    await send(connection, Attack(server));
                }
                catch (ImapException refused)
                {
                    Assert.IsType<ImapCommandException>(refused);
                }

                // The connection is as good as before, whether or not the server knew what it was sent.
                Assert.DoesNotContain(await connection.ListAsync("*", Token), static mailbox => mailbox.Name.Value.Contains("injected", StringComparison.Ordinal));
            }
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
        const string Text = "y1 CREATE injected\r\n";
        await session.SendAsync(command.Replace("{0}", $"{{{Text.Length}+}}\r\n{Text}", StringComparison.Ordinal), Token);
        Assert.Contains(await session.SendAsync("LIST \"\" *", Token), static line => line.Contains("injected", StringComparison.Ordinal));
    }

    private static ImapLiteral Attack(TestServer server) =>
        Encoding.ASCII.GetBytes($"From: x@example.org\r\n\r\ny1 CREATE {(server.Kind == ServerKind.Cyrus ? "INBOX.injected" : "injected")}\r\ny2 NOOP\r\n");

    private static IEnumerable<Func<ImapConnection, ImapLiteral, Task>> Ways()
    {
        foreach (AppendForm form in Forms)
        {
            yield return (connection, text) => connection.AppendAsync("INBOX", new AppendMessage(text) { Form = form }, Token);
            yield return (connection, text) => connection.AppendAsync("INBOX", new AppendMessage([CatenatePart.Text(text, form)]), Token);
            yield return (connection, text) => connection.AppendAsync("INBOX", [new AppendMessage(text), new AppendMessage(text) { Form = form }], Token);
        }

        yield return static async (connection, text) => await (await connection.SelectAsync("INBOX", Token)).ReplaceAsync(new Uid(1), "INBOX", new AppendMessage(text), Token);
        yield return static (connection, text) => connection.SendRawAsync("XNOSUCHTHING", [text], Token);
        yield return static (connection, text) => connection.SendRawAsync("APPEND", ["INBOX", RawArgument.Raw("UTF8"), text], Token);
        yield return static (connection, _) => connection.SetMetadataAsync("INBOX", "/private/comment", "a\r\ny1 CREATE injected\r\n", Token);
        yield return static (connection, _) => connection.SendAsync(new SetAnnotationCommand("INBOX", "/comment", new AnnotationAttribute("value.priv", "a\r\ny1 CREATE injected\r\n")), Token).AsTask();
        yield return static (connection, _) => connection.GetQuotaAsync("a\r\ny1 CREATE injected\r\n", Token);
        yield return static (connection, _) => connection.SendAsync(new ListCommand("", "a\r\ny1 CREATE injected\r\n", "b") { Return = ListReturn.Children }, Token).AsTask();
        yield return static (connection, _) => connection.IdAsync(new Dictionary<string, string?> { ["name"] = "a\r\ny1 CREATE injected\r\n" }, Token);
    }
}
