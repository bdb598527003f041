namespace ImapAsync;

/// <summary>The items of one command on a connection.</summary>
internal sealed class CommandStream<TItem>(ConnectionCore core, ImapStreamCommand<TItem> command, SelectedMailbox? mailbox, CancellationToken cancellationToken)
    : ImapStream<TItem>
{
    private readonly StreamOperation<TItem> _operation = new(command, core.Flow) { Mailbox = mailbox };
    private bool _throws = true;
    private int _enumerated;

    public override Task<ImapResult<long>> Completion => _operation.Completion;

    public override ImapStream<TItem> NoThrow()
    {
        _throws = false;
        return this;
    }

    public override IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken token = default)
    {
        if (Interlocked.Exchange(ref _enumerated, 1) != 0)
            throw new InvalidOperationException($"The answer to {command.Description} can be enumerated once: it is not kept. Send the command again.");

        _operation.Probe = core.Telemetry.Begin(command);
        _operation.CancelWith(cancellationToken, token);
        core.Enqueue(_operation);
        return new Enumerator(_operation, _throws);
    }

    private sealed class Enumerator(StreamOperation<TItem> operation, bool throws) : IAsyncEnumerator<TItem>
    {
        public TItem Current => operation.Current;

        public ValueTask<bool> MoveNextAsync() => operation.TryMoveNext() ? new ValueTask<bool>(true) : WaitAsync();

        public ValueTask DisposeAsync()
        {
            operation.Abandon();
            return ValueTask.CompletedTask;
        }

        private async ValueTask<bool> WaitAsync()
        {
            if (await operation.MoveNextAsync().ConfigureAwait(false))
                return true;
            if (throws)
                _ = (await operation.Completion.ConfigureAwait(false)).Value;
            return false;
        }
    }
}
