namespace ImapAsync.ServerTests;

/// <summary>IDLE on each server: commands interrupt it and it restarts, and updates arrive all the time.</summary>
public sealed class ServerIdleTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    public async Task Updates_arrive_between_commands(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await using ImapConnection listening = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        await using ImapConnection writing = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        SelectedMailbox inbox = await listening.SelectAsync("INBOX", Token);
        await using IAsyncEnumerator<MailboxEvent> news = inbox.IdleAsync(Token).GetAsyncEnumerator(Token);

        for (int round = 1; round <= 3; round++)
        {
            Task<bool> next = news.MoveNextAsync().AsTask();
            MailboxStatus[] counts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => listening.StatusAsync("INBOX", StatusItems.UidNext, Token)));
            Assert.All(counts, status => Assert.Equal(new Uid((uint)round), status.UidNext));

            await writing.AppendAsync("INBOX", Mail.Numbered(round), Token);
            Assert.True(await next);
            while (news.Current is not MailboxEvent.Exists exists || exists.Count != round)
                Assert.True(await news.MoveNextAsync());
            Assert.Equal(round, inbox.Exists);
        }
    }

    [Theory]
    [EveryServer]
    public async Task Idling_that_is_restarted_all_the_time_misses_nothing(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        ImapConnectionOptions impatient = server.ConnectionOptions with { IdleRestart = TimeSpan.FromMilliseconds(50) };
        await using ImapConnection listening = await ImapConnection.ConnectAsync(server.Endpoint(ImapSecurity.Tls), impatient, Token);
        await listening.AuthenticateAsync(SaslMechanism.Plain(account.Name, account.Password), Token);
        await using ImapConnection writing = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        SelectedMailbox inbox = await listening.SelectAsync("INBOX", Token);
        await using IAsyncEnumerator<MailboxEvent> news = inbox.IdleAsync(Token).GetAsyncEnumerator(Token);
        Task<bool> next = news.MoveNextAsync().AsTask();

        const int Messages = 20;
        for (int number = 1; number <= Messages; number++)
            await writing.AppendAsync("INBOX", Mail.Numbered(number), Token);

        do
            Assert.True(await next);
        while (news.Current is not MailboxEvent.Exists { Count: Messages } && (next = news.MoveNextAsync().AsTask()) is not null);
        Assert.Equal(Messages, inbox.Exists);
    }
}
