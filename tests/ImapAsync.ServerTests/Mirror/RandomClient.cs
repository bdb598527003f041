namespace ImapAsync.ServerTests;

/// <summary>A client that changes a mailbox at random, as other clients do.</summary>
internal sealed class RandomClient(ImapConnection connection, MirroredAccount account, int seed) : IAsyncDisposable
{
    private static readonly Flag[] Flags =
        [Flag.Seen, Flag.Flagged, Flag.Answered, Flag.Deleted, Flag.Draft, new("$Mirror")];

    private readonly Random _random = new(seed);
    private SelectedMailbox _mailbox = null!;
    private int _appended;

    public static async Task<RandomClient> ConnectAsync(
        MirroredAccount account, int seed, CancellationToken cancellationToken)
    {
        RandomClient client = new(await account.ConnectAsync(cancellationToken), account, seed);
        await client.SelectAsync(new SelectCommand(account.Mirrored), selection: null, cancellationToken);
        return client;
    }

    public ImapConnection Connection => connection;

    public SelectedMailbox Mailbox => _mailbox;

    /// <summary>Selects the mailbox, for an observer if there is one.</summary>
    public async Task SelectAsync(
        SelectCommand command, MailboxSelection? selection, CancellationToken cancellationToken) =>
        _mailbox = await connection.SelectAsync(command, selection ?? new MailboxSelection(command), cancellationToken);

    /// <summary>Runs some operations, one after another or all at once.</summary>
    public async Task ActAsync(int times, CancellationToken cancellationToken)
    {
        List<Task> running = [];
        for (int i = 0; i < times; i++)
        {
            running.Add(ActAsync(cancellationToken));
            if (_random.Next(3) == 0)
                await WhenAllAsync(running);
        }

        await WhenAllAsync(running);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    // Another client may have removed the messages meanwhile: NO or BAD is an answer, too.
    private static async Task WhenAllAsync(List<Task> running)
    {
        foreach (Task task in running)
        {
            try
            {
                await task;
            }
            catch (ImapCommandException)
            {
                // Those that existed were processed.
            }
        }

        running.Clear();
    }

    private Task ActAsync(CancellationToken token) => _random.Next(12) switch
    {
        0 or 1 or 2 => AppendAsync(token),
        3 => StoreAsync(Uids(), token),
        4 => StoreByNumberAsync(token),
        5 => _mailbox.SendAsync(new ExpungeCommand(), token).AsTask(),
        6 => _mailbox.CopyAsync(Uids(), _random.Next(2) == 0 ? account.Mirrored : account.Other, token),
        7 => _mailbox.MoveAsync(Uids(), account.Other, token),
        8 => ReadAsync(FetchItem.BodyMarkingSeen(), token),
        9 => ReadAsync(FetchItem.Flags, token),
        10 => _mailbox.SearchAsync(SearchQuery.Flagged, token),
        _ => connection.NoopAsync(token),
    };

    private async Task AppendAsync(CancellationToken token) =>
        await connection.AppendAsync(
            account.Mirrored, new AppendMessage(Mail.Numbered(++_appended)) { Flags = RandomFlags() }, token);

    // Not silent: what a silent STORE changes is not reported.
    private async Task StoreAsync(UidSet uids, CancellationToken token) =>
        await _mailbox.StoreAsync(uids, (FlagOperation)_random.Next(3), RandomFlags(), cancellationToken: token);

    private Task StoreByNumberAsync(CancellationToken token) => _mailbox.Exists == 0
        ? connection.NoopAsync(token)
        : _mailbox.StoreAsync(
            SequenceSet.Parse($"{_random.NextInt64(_mailbox.Exists) + 1}"), (FlagOperation)_random.Next(3),
            RandomFlags(), cancellationToken: token);

    private async Task ReadAsync(FetchItem item, CancellationToken token)
    {
        await foreach (FetchedMessage message in _mailbox.FetchAsync(Uids(), item, token))
        {
            // A message that is gone has none.
            foreach (MessageBody body in message.Sections)
                await body.ReadAllAsync(cancellationToken: token);
        }
    }

    // Some of the few messages.
    private UidSet Uids()
    {
        int first = 1 + _random.Next(40 + (_appended * 2));
        return UidSet.Parse($"{first}:{first + _random.Next(4)}");
    }

    private FlagSet RandomFlags() =>
        FlagSet.Of([_random.GetItems(Flags, 1)[0], .. Flags.Where(_ => _random.Next(4) == 0)]);
}
