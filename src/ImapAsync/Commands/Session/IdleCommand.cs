using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// IDLE (RFC 2177, RFC 9051 §6.3.13): the server reports updates as they happen, until DONE. The connection itself
/// sends it whenever it has nothing else to do, and ends it: see <see cref="IdleState"/>.
/// </summary>
internal sealed record IdleCommand() : ImapCommand<ImapNothing>("IDLE")
{
    public static IdleCommand Instance { get; } = new();

    protected internal override string DefinedBy => Capability.Idle;

    protected internal override CommandTraits Traits => CommandTraits.Exclusive | CommandTraits.Idempotent;

    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
