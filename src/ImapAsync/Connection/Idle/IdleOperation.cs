using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// One IDLE in progress. It is not awaited: while the server has nothing to report, this object is its only cost.
/// </summary>
/// <param name="state">The number of listeners, and the timer.</param>
/// <param name="flow">The connection's flow.</param>
internal sealed class IdleOperation(IdleState state, FlowControl flow) : PendingCommand(IdleCommand.Instance, flow)
{
    private volatile bool _isDue;

    public override bool IsAwaited => false;

    public override bool MakesWay => true;

    public override bool IsOver => IsResting && !IsReleased && (_isDue || !state.IsWanted);

    protected override ResponseCollector Collector => NothingCollector.Instance;

    public override void Expire() => _isDue = true;

    // Servers answer IDLE before they look at what follows its DONE: until then a continuation belongs to IDLE. The
    // first means that the server agrees; some send more of them to keep the connection alive, which are ignored.
    public override bool TryContinue()
    {
        if (!IsResting && !IsReleased)
            state.Agreed(this);
        return true;
    }

    // A response received while idling is an update, not an answer.
    public override bool TryCollect(in UntaggedResponse response) => false;

    public override void Answered(StatusKind kind)
    {
        if (kind == StatusKind.Ok)
            state.Ended(this);
        else
            state.Refused(this);
    }

    public override void Complete(in StatusResponse status) => TrySettle(status);

    public override void Fail(Exception exception) => TrySettle(exception);
}
