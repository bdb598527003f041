namespace ImapAsync.ServerTests;

/// <summary>A thousand commands on one connection, many of them cancelled at any moment: it stays usable, and every other answer is correct.</summary>
public sealed class CancellationTests(TestServers servers)
{
    private const int Commands = 1000;
    private const int AtOnce = 25;
    private const int Messages = 30;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    public async Task A_thousand_commands_are_cancelled_at_any_moment(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        string sink = server.NewMailboxName("sink");
        await connection.CreateMailboxAsync(sink, Token);
        await connection.FillAsync("INBOX", [.. Enumerable.Range(1, Messages).Select(number => new AppendMessage(Mail.Numbered(number, bodyLines: 40)))], Token);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        CheckedCommands commands = new(connection, inbox, sink, Messages);

        Random random = new(20260102);
        List<Task<bool>> running = [];
        int cancelled = 0;
        for (int i = 0; i < Commands; i++)
        {
            running.Add(RunAsync(commands, random.Next(), isCancelled: random.Next(2) == 0));
            if (running.Count < AtOnce)
                continue;
            cancelled += (await Task.WhenAll(running)).Count(static was => was);
            running.Clear();
        }

        cancelled += (await Task.WhenAll(running)).Count(static was => was);
        Assert.InRange(cancelled, Commands / 10, Commands * 9 / 10);
        Assert.Equal(ImapConnectionState.Selected, connection.State);
        await commands.CheckAppendedAsync(Token);
        for (int kindOfCommand = 0; kindOfCommand < CheckedCommands.Kinds; kindOfCommand++)
            await commands.RunAsync(kindOfCommand, new Random(1), Token);
    }

    // Returns whether the command was cancelled; its answer is checked otherwise.
    private static async Task<bool> RunAsync(CheckedCommands commands, int seed, bool isCancelled)
    {
        Random random = new(seed);
        using CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        int yields = random.Next(0, 400);
        if (isCancelled && yields == 0)
            await cancel.CancelAsync();
        Task command = commands.RunAsync(random.Next(CheckedCommands.Kinds), random, cancel.Token);
        if (isCancelled)
        {
            for (int i = 0; i < yields && !command.IsCompleted; i++)
                await Task.Yield();
            await cancel.CancelAsync();
        }

        try
        {
            await command;
            return false;
        }
        catch (OperationCanceledException) when (isCancelled)
        {
            return true;
        }
    }
}
