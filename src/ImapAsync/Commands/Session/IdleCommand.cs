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

            Task<byte[]?> answered = wire.Expect();
            using CancellationTokenSource restart = new(command.Restart, command.Time);
            Task due = Task.Delay(Timeout.InfiniteTimeSpan, command.Time, restart.Token);
            await Task.WhenAny(wire.Interrupted, answered, due).ConfigureAwait(false);
            if (!answered.IsCompleted)
                wire.WriteLastLine(Done);
        }
    }
}
