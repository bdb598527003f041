using System.Globalization;

namespace ImapAsync.Tests;

/// <summary>Tasks that select different mailboxes on one connection, against a server that knows which messages belong to which mailbox.</summary>
public sealed class SelectionRaceTests
{
    private const int Mailboxes = 5;
    private const int Rounds = 200;

    // The messages of the mailbox Box3 have the UIDs 3000 to 3999.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_command_meets_another_tasks_messages(int seed)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using CancellationTokenSource stop = new();
        Task<List<string>> serving = ServeAsync(server, seed, stop.Token);
        int[] refused = await Task.WhenAll(Enumerable.Range(1, Mailboxes).Select(box => Task.Run(() => RaceAsync(server.Connection, box, seed)))).InTime();
        await stop.CancelAsync();

        Assert.Empty(await serving);
        Assert.Contains(refused, static count => count > 0);
    }

    private static async Task<int> RaceAsync(ImapConnection connection, int box, int seed)
    {
        Random random = new((seed * 100) + box);
        int refused = 0;
        for (int round = 0; round < Rounds; round++)
        {
            try
            {
                SelectedMailbox mailbox = random.Next(2) == 0
                    ? await connection.SelectAsync($"Box{box}")
                    : connection.BeginSelect(new SelectCommand($"Box{box}"));
                Uid uid = new((uint)((box * 1000) + round));
                await mailbox.AddFlagsAsync(uid, Flag.Deleted);
                await mailbox.SendAsync(new UidExpungeCommand(uid));
            }
            catch (ImapSelectionException)
            {
                refused++;
            }
            catch (ImapCommandException)
            {
                // The server refused the SELECT, or what was sent after it.
            }
        }

        return refused;
    }

    // Occasionally refuses a SELECT: after NO no mailbox is selected, after BAD the previous one is.
    private static async Task<List<string>> ServeAsync(ScriptedServer server, int seed, CancellationToken stop)
    {
        List<string> astray = [];
        Random random = new(seed);
        int selected = 0;
        try
        {
            while (true)
            {
                string[] words = (await server.ReceiveLineAsync(stop)).Split(' ');
                string answer = "OK done";
                if (words[1] == "SELECT")
                    (selected, answer) = Select(selected, int.Parse(words[2].AsSpan(3), CultureInfo.InvariantCulture), random.Next(10));
                else if (selected == 0)
                    answer = "BAD no mailbox is selected";
                else if (int.Parse(words[3], CultureInfo.InvariantCulture) / 1000 != selected)
                    astray.Add($"{string.Join(' ', words)} met Box{selected}");
                await server.SendAsync($"{words[0]} {answer}\r\n");
            }
        }
        catch (OperationCanceledException)
        {
            return astray;
        }
    }

    private static (int Selected, string Answer) Select(int selected, int box, int chance) => chance switch
    {
        0 => (0, "NO not now"),
        1 => (selected, "BAD what"),
        _ => (box, "OK [READ-WRITE] selected"),
    };
}
