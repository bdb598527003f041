namespace ImapAsync.ServerTests;

/// <summary>Tasks that select different mailboxes on one connection: a STORE or EXPUNGE never affects another task's messages.</summary>
public sealed class ServerSelectionRaceTests(TestServers servers)
{
    private const int Mailboxes = 6;
    private const int Messages = 12;
    private const int Rounds = 40;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    public async Task No_command_meets_another_tasks_messages(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        string[] names = [.. Enumerable.Range(0, Mailboxes).Select(_ => server.NewMailboxName("race"))];
        // The same UIDs everywhere: a misdirected command would find a message.
        foreach (string name in names)
            await connection.CreateWithAsync(name, Messages, bodyLines: 1, Token);

        Tally[] tallies = await Task.WhenAll(names.Select((name, i) => Task.Run(() => RaceAsync(connection, name, i), Token)));

        Assert.All(tallies, tally => Assert.True(tally.Done > 0));
        Assert.Contains(tallies, tally => tally.Refused > 0);
        for (int i = 0; i < Mailboxes; i++)
            await AssertOwnAsync(connection, names[i], i, tallies[i]);
    }

    private static async Task<Tally> RaceAsync(ImapConnection connection, string name, int number)
    {
        Random random = new(number);
        Tally tally = new();
        for (int round = 0; round < Rounds || tally.Done == 0; round++)
        {
            SelectedMailbox mailbox = random.Next(2) == 0 ? await connection.SelectAsync(name, Token) : connection.BeginSelect(new SelectCommand(name));
            try
            {
                await ActAsync(mailbox, number, random, tally);
                tally.Done++;
            }
            catch (ImapSelectionException)
            {
                tally.Refused++;
            }
        }

        return tally;
    }

    // Each task marks all messages with its own keyword, and removes those with a UID up to its number.
    private static async Task ActAsync(SelectedMailbox mailbox, int number, Random random, Tally tally)
    {
        switch (random.Next(3))
        {
            case 0:
                await mailbox.AddFlagsAsync(UidSet.All, new Flag($"task{number}"), Token);
                tally.Marked = true;
                break;
            case 1 when number > 0:
                await mailbox.SendAsync(new UidStoreCommand(UidSet.Parse($"1:{number}"), FlagOperation.Add, FlagSet.Of(Flag.Deleted)), Token);
                _ = (await mailbox.SendAsync(new ExpungeCommand(), Token)).Value;
                break;
            default:
                _ = await mailbox.SearchAsync(SearchQuery.All, Token);
                break;
        }
    }

    private static async Task AssertOwnAsync(ImapConnection connection, string name, int number, Tally tally)
    {
        SelectedMailbox mailbox = await connection.SelectAsync(name, Token);
        List<FetchedMessage> messages = await mailbox.FetchAllAsync(UidSet.All, FetchItem.Flags, Token);
        Assert.InRange(messages.Count, Messages - number, Messages);
        Assert.All(Enumerable.Range(number + 1, Messages - number), uid => Assert.Contains(messages, message => message.Uid.Value == uid));
        foreach (FetchedMessage message in messages)
        {
            Assert.DoesNotContain(message.Flags, flag => flag.ToString().StartsWith("task", StringComparison.Ordinal) && flag != new Flag($"task{number}"));
            Assert.Equal(tally.Marked, message.Flags.Contains(new Flag($"task{number}")));
        }
    }

    private sealed class Tally
    {
        public int Done { get; set; }

        public int Refused { get; set; }

        public bool Marked { get; set; }
    }
}
