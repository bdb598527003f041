using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// One IDLE on its way. Nobody awaits it: while the server has nothing to tell, this object is all that there is of it.
/// </summary>
/// <param name="flow">The connection's flow.</param>
/// <param name="begun">When it was begun, by the connection's clock.</param>
internal sealed class IdleOperation(FlowControl flow, long begun) : PendingCommand(IdleCommand.Instance, flow)
{
    private volatile bool _isDue;

    public long Begun { get; } = begun;

    /// <summary>Whether it has lasted so long that it is to be begun anew.</summary>
    public bool IsDue { get => _isDue; set => _isDue = value; }

    public override bool IsAwaited => false;

    protected override ResponseCollector Collector => NothingCollector.Instance;

    // What comes while idling is news, not an answer.
    public override bool TryCollect(in UntaggedResponse response) => false;

    public override void Complete(in StatusResponse status) => TrySettle(status);

    public override void Fail(Exception exception) => TrySettle(exception);
}
