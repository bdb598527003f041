namespace ImapAsync.Tests;

/// <summary>What the server reports goes to the command that takes it before listeners are notified: a command that a listener sends comes after.</summary>
public sealed class EventOrderTests
{
    [Theory]
    [InlineData("* 2 EXPUNGE\r\n", 3)]
    [InlineData("* VANISHED 7\r\n", 3)]
    [InlineData("* 9 EXISTS\r\n", 9)]
    public async Task Nothing_is_reported_to_listeners_before_it_has_found_its_owner(string news, int exists)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        await using IAsyncEnumerator<MailboxEvent> events = inbox.IdleAsync().GetAsyncEnumerator();
        Task<bool> next = events.MoveNextAsync().AsTask();
        await server.ExpectAsync("A2 IDLE\r\n");
        await server.SendAsync("+ idling\r\n* 4 EXISTS\r\n");
        Assert.True(await next.InTime());

        // The offer of the response, on the read loop: what was published before is available without waiting.
        bool isToldBefore = false;
        long existsThen = 0;
        TestCommand command = new("X")
        {
            Takes = _ =>
            {
                next = events.MoveNextAsync().AsTask();
                isToldBefore = next.IsCompleted;
                existsThen = inbox.Exists;
                return false;
            },
        };
        Task<ImapResult<IReadOnlyList<string>>> running = inbox.SendAsync(command).AsTask();
        await server.ExpectAsync("DONE\r\nA3 X\r\n");
        await server.SendAsync($"A2 OK done\r\n{news}");
        await server.SendAsync("A3 OK done\r\n");
        await running.InTime();

        Assert.False(isToldBefore);
        Assert.Equal(exists, existsThen);
        Assert.True(await next.InTime());
        Task<ImapResult<ExpungeResult>> expunging = inbox.SendAsync(new ExpungeCommand()).AsTask();
        Assert.EndsWith("EXPUNGE", await ReceiveCommandAsync(server), StringComparison.Ordinal);
        await server.SendAsync("A4 OK done\r\nA5 OK done\r\n");
        Assert.Empty((await expunging.InTime()).Value.Numbers);
    }

    // The connection idles again when there is nothing else to do.
    private static async Task<string> ReceiveCommandAsync(ScriptedServer server)
    {
        string line = await server.ReceiveLineAsync();
        if (!line.EndsWith("IDLE", StringComparison.Ordinal))
            return line;
        await server.SendAsync("+ idling\r\n");
        Assert.Equal("DONE", await server.ReceiveLineAsync());
        return await server.ReceiveLineAsync();
    }
}
