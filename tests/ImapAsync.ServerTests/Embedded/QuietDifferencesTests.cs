namespace ImapAsync.ServerTests.Embedded;

/// <summary>What docs/testing.md says about Dovecot and Cyrus where the embedded server differs from them; what it says about the embedded server is tested in that project.</summary>
public sealed class QuietDifferencesTests(TestServers servers)
{
    private const string Message = "{9+}\r\nA: b\r\n\r\nc";

    // A command, a part of Dovecot's answer and of Cyrus's; null if there is no untagged answer.
    private static readonly (string Command, string? Dovecot, string? Cyrus)[] Rows =
    [
        ("FETCH 2 INTERNALDATE", "12-Feb-2026 16:50:00 +0000", "12-Feb-2026 16:50:00 +0000"),
        ("FETCH 1 BODY.PEEK[9]", "BODY[9] {0}", "BODY[9] NIL"),
        ("STORE 1 -FLAGS (\\Draft)", null, null),
        ("FETCH 99:* UID", "BAD ", "* 3 FETCH (UID 3)"),
        ("SEARCH 99:*", "* SEARCH|", "* SEARCH 3"),
        ("SEARCH SINCE 5-Jan-24", "BAD ", "* SEARCH 1 2 3"),
        ("STATUS \"a&b\" (MESSAGES)", "NO ", "NO "),
        ("APPEND <box> \"1-Feb-2026 10:00:00 +0000\" " + Message, "OK ", "OK "),
        ("CREATE <box><.>b<.>c", "OK ", "OK "),
        ("LIST \"\" <box><.>b", "(\\Noselect \\HasChildren)", "(\\HasChildren)"),
        ("EXAMINE <box>", "OK ", "OK "),
        ("STORE 1 +FLAGS (\\Flagged)", "OK ", "NO "),
        ("EXPUNGE", "OK ", "NO "),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    public async Task Are_as_the_table_says(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        string box = kind == ServerKind.Cyrus ? "INBOX.quiet" : "quiet";
        await using RawImapSession session = await FillAsync(server, box);
        foreach ((string command, string? dovecot, string? cyrus) in Rows)
        {
            string sent = command.Replace("<box>", box, StringComparison.Ordinal).Replace("<.>", server.Separator.ToString(), StringComparison.Ordinal);
            string answer = string.Join('|', await session.SendAsync(sent, Token)) + '|';
            string? expected = kind == ServerKind.Cyrus ? cyrus : dovecot;
            bool isAsTold = expected is null ? answer.StartsWith("OK ", StringComparison.Ordinal) : answer.Contains(expected, StringComparison.Ordinal);
            Assert.True(isAsTold, $"{command} is answered {answer}");
        }
    }

    [Theory]
    [EveryServer]
    public async Task A_deleted_mailbox_is_left_in_their_own_ways(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        string box = kind == ServerKind.Cyrus ? "INBOX.gone" : "gone";
        await using RawImapSession session = await FillAsync(server, box);
        Assert.StartsWith("OK ", (await session.SendAsync($"DELETE {box}", Token))[^1], StringComparison.Ordinal);
        if (kind == ServerKind.Cyrus)
            Assert.StartsWith("NO ", (await session.SendAsync("FETCH 1 UID", Token))[^1], StringComparison.Ordinal);
        else
            await Assert.ThrowsAnyAsync<IOException>(() => session.SendAsync("NOOP", Token));
    }

    private static async Task<RawImapSession> FillAsync(TestServer server, string box)
    {
        TestAccount account = server.NewAccount();
        RawImapSession session = await RawImapSession.ConnectAsync(server, ImapSecurity.Tls, Token);
        await session.SendAsync($"LOGIN {account.Name} {account.Password}", Token);
        await session.SendAsync($"CREATE {box}", Token);
        foreach (string date in new[] { "", "\"12-Feb-2026 19:50:00 +0300\" ", "" })
            Assert.StartsWith("OK ", (await session.SendAsync($"APPEND {box} {date}{Message}", Token))[^1], StringComparison.Ordinal);
        Assert.StartsWith("OK ", (await session.SendAsync($"SELECT {box}", Token))[^1], StringComparison.Ordinal);
        return session;
    }
}
