using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>IDLE (RFC 2177, RFC 9051 §6.3.13): the server tells news as they happen, until DONE. Sent by the connection itself, whenever it has nothing else to do.</summary>
internal sealed record IdleCommand(TimeProvider Time, TimeSpan Restart) : ImapCommand<ImapNothing>("IDLE")
{
    private static readonly byte[] Done = "DONE"u8.ToArray();

    protected internal override CommandTraits Traits => CommandTraits.Exclusive | CommandTraits.Idempotent;

    internal override IConversation? Converse() => new IdleConversation(this);

    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;

    private sealed class IdleConversation(IdleCommand command) : IConversation
    {
        public async ValueTask RunAsync(IConversationWire wire)
        {
            if (await wire.NextAsync().ConfigureAwait(false) is null)
                return;

            Task<byte[]?> next = wire.Rest();
            using CancellationTokenSource restart = new(command.Restart, command.Time);
            Task over = Task.WhenAny(wire.Interrupted, Task.Delay(Timeout.InfiniteTimeSpan, command.Time, restart.Token));
            while (await Task.WhenAny(next, over).ConfigureAwait(false) == next && await IsContinuationAsync(next).ConfigureAwait(false))
                next = wire.Rest();

            if (!next.IsCompleted || await IsContinuationAsync(next).ConfigureAwait(false))
                wire.WriteLastLine(Done);
        }

        // Some servers send a continuation now and then, to keep the connection alive: it means nothing.
        private static async ValueTask<bool> IsContinuationAsync(Task<byte[]?> next) => await next.ConfigureAwait(false) is not null;
    }
}
