namespace ImapAsync.ServerTests;

/// <summary>GETQUOTAROOT, GETQUOTA and SETQUOTA.</summary>
public sealed class QuotaTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    [Seen("GETQUOTAROOT", "GETQUOTA")]
    public async Task Limits_are_reported(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.Quinn, Token);

        QuotaRoots roots = await connection.GetQuotaRootAsync("INBOX", Token);

        string root = Assert.Single(roots.Roots);
        Assert.Equal(kind == ServerKind.Cyrus ? "INBOX" : "User quota", root);
        Quota quota = Assert.Single(roots.Quotas);
        Assert.Equal((root, 10L, 0L, 5L, 0L), (quota.Root, quota.Storage!.Limit, quota.Storage.Usage, quota.Messages!.Limit, quota.Messages.Usage));

        // Cyrus reports it only to the administrator.
        await using ImapConnection asker = await server.ConnectAsync(ImapSecurity.Tls, kind == ServerKind.Cyrus ? server.Administrator : server.Quinn, Token);
        Quota asked = await asker.GetQuotaAsync(kind == ServerKind.Cyrus ? "user.quinn" : root, Token);
        Assert.Equal((10L, 5L), (asked.Storage!.Limit, asked.Messages!.Limit));
    }

    [Fact]
    [Seen("SETQUOTA", On = [ServerKind.Cyrus])]
    public async Task Limits_are_set()
    {
        TestServer server = await servers.GetCyrusAsync();
        TestAccount account = server.NewAccount();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        await connection.AppendAsync("INBOX", Mail.Numbered(1, bodyLines: 100), Token);
        await using ImapConnection administrator = await server.ConnectAsync(ImapSecurity.Tls, server.Administrator, Token);
        string root = "user." + account.Name;

        await administrator.SetQuotaAsync(root, [new(QuotaResource.Storage, 2_000_000_000), new(QuotaResource.Message, 1)], Token);

        Quota quota = await administrator.GetQuotaAsync(root, Token);
        Assert.Equal((2_000_000_000L, Mail.Numbered(1, bodyLines: 100).Length / 1024L, 1L, 1L), (quota.Storage!.Limit, quota.Storage.Usage, quota.Messages!.Limit, quota.Messages.Usage));
        ImapCommandException full = await Assert.ThrowsAsync<ImapCommandException>(async () => await connection.AppendAsync("INBOX", Mail.Numbered(2), Token));
        Assert.Equal(ImapStatus.No, full.Status);
        ImapCommandException refused = await Assert.ThrowsAsync<ImapCommandException>(async () => await connection.SetQuotaAsync(root, [new(QuotaResource.Message, 9)], Token));
        Assert.Equal((ImapStatus.No, $"SETQUOTA \"{root}\""), (refused.Status, refused.Command));
        // Cyrus mistakes the rest of the refused line for a command, and answers BAD to it before its next answer: beside a literal
        // that did not wait, that would end the connection.
        await connection.NoopAsync(Token);

        await administrator.SetQuotaAsync(root, [], Token);
        Assert.Empty((await administrator.GetQuotaAsync(root, Token)).Resources);
        await connection.AppendAsync("INBOX", Mail.Numbered(2), Token);
    }
}
