using System.Threading.Tasks.Sources;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A command whose caller awaits one result. The operation is the awaited object: sending allocates nothing else.
/// </summary>
internal sealed class SendOperation<T>(ImapCommand<T> command, FlowControl flow)
    : PendingCommand(command, flow), IValueTaskSource<ImapResult<T>>
{
    private ManualResetValueTaskSourceCore<ImapResult<T>> _source = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _cancellation;

    public ValueTask<ImapResult<T>> Task => new(this, _source.Version);

    /// <summary>From now on the token cancels the wait.</summary>
    /// <remarks>Called once the command is queued, and therefore counted.</remarks>
    public void CancelWith(CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            _cancellation = cancellationToken.UnsafeRegister(
                static (state, token) => ((SendOperation<T>)state!).Fail(new OperationCanceledException(token)), this);
        }
    }

    public override bool IsAwaited => !IsSettled;

    public override void Enqueued() => Flow.WaiterAdded();

    protected override ResponseCollector<T> Collector { get; } = command.CreateCollector();

    public override bool TryCollect(in UntaggedResponse response) => Collector.TryCollect(response);

    public override void Complete(in StatusResponse status)
    {
        // A SELECT selects even if its caller is gone.
        if (IsSettled && Opens is null)
            return;

        ImapResult<T> result;
        try
        {
            bool isPartial = status.Kind != StatusKind.Ok && Collector.HasPart(status.Code);
            T? value = status.Kind == StatusKind.Ok || isPartial ? Collector.Complete(status.Code) : default;
            if (Malformed is not null && value is IMalformedHolder<T> holder)
                value = holder.With(Malformed);
            if (Opens is not null && !isPartial && value is SelectResult selected)
                Opens.Opened(selected);
            result = Result(value, status, isPartial);
        }
        catch (Exception exception)
        {
            Fail(exception);
            return;
        }

        if (TrySettle(status))
        {
            Flow.WaiterRemoved();
            _source.SetResult(result);
        }
    }

    public override void Fail(Exception exception)
    {
        if (TrySettle(exception))
        {
            Opens?.Ended(exception);
            Flow.WaiterRemoved();
            _source.SetException(exception);
        }
    }

    ImapResult<T> IValueTaskSource<ImapResult<T>>.GetResult(short token)
    {
        _cancellation.Dispose();
        return _source.GetResult(token);
    }

    ValueTaskSourceStatus IValueTaskSource<ImapResult<T>>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<ImapResult<T>>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
