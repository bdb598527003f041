namespace ImapAsync.ServerTests;

/// <summary>The servers themselves, without any client.</summary>
public sealed class ServersTests(TestServers servers)
{
    [Theory]
    [EveryConnection]
    public async Task Greets_logs_in_and_out(ServerKind kind, ImapSecurity security)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        CancellationToken token = TestContext.Current.CancellationToken;

        await using RawImapSession session = await RawImapSession.ConnectAsync(server, security, token);
        Assert.StartsWith("* OK [CAPABILITY IMAP4rev1 ", session.Greeting, StringComparison.Ordinal);

        IReadOnlyList<string> login = await session.SendAsync($"LOGIN {account.Name} {account.Password}", token);
        Assert.StartsWith("OK ", login[^1], StringComparison.Ordinal);

        IReadOnlyList<string> list = await session.SendAsync("LIST \"\" *", token);
        Assert.Contains(list, line => line.EndsWith(" INBOX", StringComparison.Ordinal));

        IReadOnlyList<string> logout = await session.SendAsync("LOGOUT", token);
        Assert.StartsWith("* BYE", logout[0], StringComparison.Ordinal);
        Assert.StartsWith("OK ", logout[^1], StringComparison.Ordinal);
    }

    [Theory]
    [EveryServer]
    public async Task Refuses_a_wrong_password(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        CancellationToken token = TestContext.Current.CancellationToken;

        await using RawImapSession session = await RawImapSession.ConnectAsync(server, ImapSecurity.None, token);
        IReadOnlyList<string> login = await session.SendAsync($"LOGIN {server.NewAccount().Name} wrong", token);

        Assert.StartsWith("NO ", login[^1], StringComparison.Ordinal);
    }
}
