using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>The items of one command on a connection.</summary>
internal sealed class CommandStream<TItem>(
    CommandQueue commands, ConnectionTelemetry telemetry, ImapStreamCommand<TItem> command, MailboxSelection? mailbox,
    CancellationToken cancellationToken)
    : OnceStream<TItem>
{
    private readonly StreamOperation<TItem> _operation = new(command, commands.Flow) { Mailbox = mailbox };

    protected override string Description => command.Description;

    protected override Task<ImapResult<long>> End => _operation.Completion;

    public override IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken token = default)
    {
        Begin();
        _operation.Probe = telemetry.Begin(command);
        _operation.CancelWith(cancellationToken, token);
        commands.Enqueue(_operation);
        return new Enumerator(_operation, Throws);
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

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
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
