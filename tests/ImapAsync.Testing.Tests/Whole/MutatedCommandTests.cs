using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Whole;

/// <summary>
/// No command makes the server fail: every one is answered, or the connection ended by a BYE that says why. The long form:
/// <c>IMAPASYNC_FUZZ=5000000 dotnet test tests/ImapAsync.Testing.Tests -c Release --filter FullyQualifiedName~MutatedCommandTests</c>; <c>IMAPASYNC_FUZZ_SEED</c> sets its seed.
/// </summary>
public sealed class MutatedCommandTests
{
    private const int Count = 100_000;
    private const int CountPerServer = 400;

    private static readonly string[][] Openings =
    [
        [],
        ["LOGIN alice secret"],
        ["LOGIN alice secret", "SELECT INBOX"],
        ["LOGIN alice secret", "EXAMINE INBOX"],
        ["LOGIN bob secret", "SELECT \"Other Users/alice\""],
        ["LOGIN alice secret", "ENABLE QRESYNC", "SELECT INBOX"],
        ["LOGIN bob secret", "ENABLE IMAP4rev2", "SELECT INBOX"],
    ];

    [Fact]
    public async Task Every_command_is_answered()
    {
        int count = Setting("IMAPASYNC_FUZZ") ?? Count;
        int first = Setting("IMAPASYNC_FUZZ_SEED") ?? 1;
        for (int seed = first; count > 0; seed++, count -= CountPerServer)
            await RunAsync(seed);
    }

    private static async Task RunAsync(int seed)
    {
        CommandMutator mutator = new(seed);
        await using ImapTestServer server = await StartAsync(seed);
        WireClient?[] clients = new WireClient?[3];
        try
        {
            for (int i = 0; i < CountPerServer; i++)
            {
                int which = mutator.Choose(clients.Length);
                WireClient client = clients[which] ??= await OpenAsync(server, Openings[mutator.Choose(Openings.Length)]);
                string command = mutator.Next();
                if (BeginsALayer(command))
                    continue;
                if (!await IsAnsweredAsync(client, command, $"command {i} of seed {seed}"))
                {
                    await client.DisposeAsync();
                    clients[which] = null;
                }
            }
        }
        finally
        {
            foreach (WireClient? client in clients)
                await (client?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private static Task<ImapTestServer> StartAsync(int seed) => Servers.WithThreeMessagesAsync(options =>
    {
        options.Store.FindUser("alice")!.Inbox.Access.Change("bob", static _ => "lrswite");
        options.Store.AddMailbox(options.Store.FindUser("alice")!, "Work");
        options.Store.AddMailbox(options.Store.FindUser("alice")!, "Work/Deep");
        options.Store.FindUser("bob")!.Inbox.Access.Change("alice", static _ => "lrik");
        options.Store.AddMailbox(options.Store.FindUser("bob")!, "Shared").Access.Change("alice", static _ => Rights.All);
        options.Limits = new() { MaxLiteralOctets = 10_000 };
        if (seed % 5 == 0)
            options.Without("IMAP4rev2", "CONDSTORE", "QRESYNC", "LITERAL+");
        if (seed % 7 == 0)
            options.Without("IMAP4rev1");
    });

    private static async Task<WireClient> OpenAsync(ImapTestServer server, string[] commands)
    {
        WireClient client = await WireClient.ConnectAsync(server);
        foreach (string command in commands)
            await client.CommandAsync($"O {command}");
        return client;
    }

    // What follows is no longer a command if one of these two succeeds, on any line.
    private static bool BeginsALayer(string command) =>
        command.Split('\n').Any(static line => EndsWith(line, "STARTTLS") || EndsWith(line, "COMPRESS DEFLATE"));

    private static bool EndsWith(string line, string words) =>
        line.AsSpan().TrimEnd().EndsWith(words, StringComparison.OrdinalIgnoreCase);

    // False if the server hung up, as it may. DONE ends an IDLE, the star an AUTHENTICATE: otherwise both are lines that are not commands.
    private static async Task<bool> IsAnsweredAsync(WireClient client, string command, string which)
    {
        await client.SendAsync($"A {LiteralPadding.Complete("A " + command)[2..]}\r\nDONE\r\n*\r\nZ NOOP\r\n");
        string answer = await HearAsync(client, $"{which}, {Uri.EscapeDataString(command)}");
        Assert.False(answer.Contains("SERVERBUG", StringComparison.Ordinal), $"{which}, {command}: {answer}");
        bool hasEnded = answer.StartsWith("* BYE ", StringComparison.Ordinal) || answer.Contains("\n* BYE ", StringComparison.Ordinal);
        bool isAnswered = answer.StartsWith("A ", StringComparison.Ordinal) || answer.Contains("\nA ", StringComparison.Ordinal) || answer.Contains("* BAD ", StringComparison.Ordinal);
        Assert.True(hasEnded || isAnswered, $"{which}, {command}: no answer in {answer}");
        return !hasEnded;
    }

    private static async Task<string> HearAsync(WireClient client, string what)
    {
        try
        {
            return await client.UntilTaggedOrEndAsync("Z");
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException($"{what}: the server says nothing.", exception);
        }
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : null;
}
