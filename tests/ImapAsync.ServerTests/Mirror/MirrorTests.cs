using System.Diagnostics;
using System.Globalization;

namespace ImapAsync.ServerTests;

/// <summary>
/// What is observed of a mailbox is enough to know it: a mirror built from the facts alone is equal to what the
/// server has, whatever several clients do at once. A failure names its seed, which IMAPASYNC_MIRROR_SEED sets;
/// IMAPASYNC_MIRROR=60 runs for 60 seconds with each server.
/// </summary>
public sealed class MirrorTests(TestServers servers)
{
    private const int Clients = 3;
    private const int LeastVisits = 2;

    private static readonly int Seed = Setting("IMAPASYNC_MIRROR_SEED") ?? Random.Shared.Next();
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(Setting("IMAPASYNC_MIRROR") ?? 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Cases =>
        [.. from kind in (string[])["Embedded", .. Enum.GetNames<ServerKind>()]
            from extension in (string[])["", "CONDSTORE", "QRESYNC"]
            select new TheoryDataRow<string, string>(kind, extension)];

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value)
            ? value
            : null;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_mirror_of_the_facts_is_equal_to_the_mailbox(string kind, string extension)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}");
        ServerKind? real = kind == "Embedded" ? null : Enum.Parse<ServerKind>(kind);
        await using MirroredAccount account = await MirroredAccount.CreateAsync(servers, real, Token);
        await using RandomClient observing = await BeginAsync(account, extension);
        await using ImapConnection checking = await account.ConnectAsync(Token);
        List<RandomClient> others = [];
        for (int i = 1; i <= Clients; i++)
            others.Add(await RandomClient.ConnectAsync(account, Seed + i, Token));
        try
        {
            MailboxMirror mirror = new(hasModSeq: extension.Length > 0);
            // Cyrus writes to the disk for each message.
            int acts = kind == nameof(ServerKind.Cyrus) ? 3 : 15;
            Stopwatch clock = Stopwatch.StartNew();
            for (int visit = 0; visit < LeastVisits || clock.Elapsed < Time; visit++)
            {
                // While the others change it.
                Task acting = ActAsync(others, acts);
                await SelectAsync(observing, mirror, account, extension);
                Task<List<uint?>> listening = ListenAsync(observing.Mailbox);
                await acting;
                for (int round = 0; round < 2; round++)
                {
                    await ActAsync(others.Append(observing), acts);
                    string where = $"{kind} {extension}, seed {Seed}, visit {visit}, round {round}";
                    await CheckAsync(observing, mirror, checking, account, extension.Length > 0, where);
                }

                await observing.Connection.SelectAsync("INBOX", Token);
                CheckExpunged(mirror.TakeExpunged(), await listening);
                // The others continue without it.
                await ActAsync(others, acts);
            }
        }
        finally
        {
            foreach (RandomClient client in others)
                await client.DisposeAsync();
        }
    }

    private static async Task<RandomClient> BeginAsync(MirroredAccount account, string extension)
    {
        ImapConnection connection = await account.ConnectAsync(Token);
        await connection.CreateMailboxAsync(account.Other, Token);
        await connection.CreateMailboxAsync(account.Mirrored, Token);
        IEnumerable<AppendMessage> messages =
            Enumerable.Range(1, 20).Select(static number => new AppendMessage(Mail.Numbered(number)));
        await connection.FillAsync(account.Mirrored, [.. messages], Token);
        if (extension == "QRESYNC")
            await connection.EnableAsync(["QRESYNC"], Token);
        return new RandomClient(connection, account, Seed);
    }

    // With QRESYNC the mirror continues with what it knows, coming from another mailbox.
    private static async Task SelectAsync(
        RandomClient observing, MailboxMirror mirror, MirroredAccount account, string extension)
    {
        SelectCommand command = new(account.Mirrored) { CondStore = extension == "CONDSTORE" };
        if (extension == "QRESYNC" && mirror.UidValidity != 0)
        {
            UidValidity known = new((uint)mirror.UidValidity);
            command = command with { QResync = new QResyncParameters(known, new ModSequence(mirror.HighestModSequence)) };
        }

        await observing.SelectAsync(command, mirror.Begin(command), Token);
    }

    private static Task ActAsync(IEnumerable<RandomClient> clients, int times) =>
        Task.WhenAll(clients.Select(client => Task.Run(() => client.ActAsync(times, Token), Token)));

    // The UIDs of the messages that are gone, as far as they are known, until the mailbox is left.
    private static async Task<List<uint?>> ListenAsync(SelectedMailbox mailbox)
    {
        List<uint?> expunged = [];
        try
        {
            await foreach (MailboxEvent happened in mailbox.IdleAsync(Token))
            {
                if (happened is MailboxEvent.Expunged { Uid: var uid })
                    expunged.Add(uid?.Value);
            }
        }
        catch (ImapSelectionException)
        {
            // Another is selected.
        }

        return expunged;
    }

    private static void CheckExpunged(IReadOnlyList<uint> mirrored, List<uint?> heard)
    {
        Assert.InRange(heard.Count, 0, mirrored.Count);
        Assert.All(
            heard.Zip(mirrored.Skip(mirrored.Count - heard.Count)),
            static pair => Assert.True(pair.First is null || pair.First == pair.Second || pair.Second == 0));
    }

    private static async Task CheckAsync(
        RandomClient observing, MailboxMirror mirror, ImapConnection checking, MirroredAccount account, bool hasModSeq,
        string where)
    {
        FetchItems items = FetchItem.Uid | FetchItem.Flags;
        if (hasModSeq)
            items |= FetchItem.ModSequence;
        await LearnAsync(observing, mirror, items);
        string[] mirrored = mirror.Messages;
        List<string> fresh = [];
        SelectedMailbox there = await checking.SelectAsync(account.Mirrored, Token);
        await foreach (FetchedMessage message in there.StreamAsync(new UidFetchCommand(UidSet.All, items), Token))
        {
            ulong modSeq = hasModSeq ? message.ModSequence!.Value.Value : 0;
            MirroredMessage found = new() { Uid = message.Uid.Value, Flags = message.Flags, ModSequence = modSeq };
            fresh.Add(found.ToText(hasModSeq));
        }

        string contradictions = string.Join('\n', mirror.Contradictions);
        Assert.True(
            fresh.SequenceEqual(mirrored),
            $"{where}:\n{string.Join('\n', fresh)}\nis mirrored as\n{string.Join('\n', mirrored)}\n{contradictions}");
        Assert.True(contradictions.Length == 0, $"{where}:\n{contradictions}");
        Assert.Equal(fresh.Count, observing.Mailbox.Exists);
    }

    // A message that has arrived is known only by its number until it is fetched.
    private static async Task LearnAsync(RandomClient observing, MailboxMirror mirror, FetchItems items)
    {
        await observing.Connection.NoopAsync(Token);
        for (int i = 0; i < 3 && mirror.Unknown is { IsEmpty: false } unknown; i++)
        {
            await foreach (FetchedMessage _ in observing.Mailbox.FetchAsync(unknown, items, Token))
            {
                // The mirror observes it.
            }
        }

        await observing.Connection.NoopAsync(Token);
    }
}
