using System.Threading.Tasks.Sources;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A command whose items go to a consumer while they arrive: the queue between the read loop and an <c>await
/// foreach</c>.
/// </summary>
internal sealed class StreamOperation<TItem>(ImapStreamCommand<TItem> command, FlowControl flow)
    : StreamingCommand(command, flow), IValueTaskSource<bool>
{
    private const int HighWater = 512;
    private const int HighWaterOctets = 512 << 10;

    // What an item takes besides its octets, so that many small ones count as well.
    private const int ItemOverhead = 256;

    // What the consumer takes at a time, so that the two synchronise less often.
    private const int MostTaken = 64;
    private const int MostTakenOctets = 64 << 10;

    private readonly Lock _lock = new();
    private readonly Queue<(TItem Item, int Octets)> _items = new();

    // The read loop's: what it has read and not yet published.
    private readonly List<(TItem Item, int Octets)> _arrived = [];

    // The consumer's: what it has taken and not yet returned.
    private readonly Queue<TItem> _taken = new();
    private readonly TaskCompletionSource<ImapResult<long>> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ManualResetValueTaskSourceCore<bool> _waiter = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _cancellation;
    private CancellationTokenRegistration _otherCancellation;
    private TItem? _current;
    private TItem? _open;
    private long _arrivedOctets;
    private long _queuedOctets;
    private long _count;
    private ImapResult<long>? _result;
    private volatile Exception? _failure;
    private bool _isWaiting;
    private volatile bool _isAbandoned;

    public TItem Current => _current!;

    public Task<ImapResult<long>> Completion => _completion.Task;

    public override bool IsAwaited
    {
        get
        {
            lock (_lock)
                return _isWaiting;
        }
    }

    public override bool IsFull
    {
        // Checked after each response: without the lock it may be slightly late, but no more.
        get => !_isAbandoned
            && (_items.Count + _arrived.Count >= HighWater
                || Volatile.Read(ref _queuedOctets) + _arrivedOctets >= HighWaterOctets);
    }

    protected override ItemCollector<TItem> Collector { get; } = command.CreateItemCollector();

    public override bool TryCollect(in UntaggedResponse response)
    {
        if (!Collector.TryRead(response, out TItem item))
            return false;

        Add(item, response.Raw.Length);
        // What is complete needs nothing more from the input.
        if (_arrived.Count >= MostTaken)
            Publish();
        return true;
    }

    public override bool TryBeginLiteral(in UntaggedResponse head, InboundLiteral literal)
    {
        if (Collector is not ILiteralItemCollector<TItem> collector
            || !collector.TryReadHead(head, literal, out TItem item))
        {
            return false;
        }

        _open = item;
        Add(item, head.Raw.Length);
        if (_isAbandoned)
            literal.Abandon();
        return true;
    }

    public override bool TryContinueLiteral(ReadOnlySpan<byte> part, InboundLiteral literal)
    {
        bool taken = ((ILiteralItemCollector<TItem>)Collector).TryReadPart(_open!, part, literal);
        if (taken && _isAbandoned)
            literal.Abandon();
        return taken;
    }

    public override void EndLiteral(ReadOnlySpan<byte> part)
    {
        ((ILiteralItemCollector<TItem>)Collector).TryReadPart(_open!, part, next: null);
        _open = default;
    }

    public override void Publish()
    {
        if (_arrived.Count == 0)
            return;

        bool isWanted;
        lock (_lock)
        {
            isWanted = !_isAbandoned && _failure is null;
            if (isWanted)
            {
                foreach ((TItem Item, int Octets) entry in _arrived)
                    _items.Enqueue(entry);
                _count += _arrived.Count;
                _queuedOctets += _arrivedOctets;
                Flow.Buffered(_arrivedOctets);
                Wake();
            }
        }

        if (!isWanted)
            Release(_arrived);
        _arrived.Clear();
        _arrivedOctets = 0;
    }

    public override void Complete(in StatusResponse status)
    {
        Publish();
        TrySettle(status);
        lock (_lock)
        {
            _result = Result(_count, status, isPartial: status.Kind != StatusKind.Ok && _count > 0);
            Wake();
        }

        _completion.TrySetResult(_result);
    }

    public override void Fail(Exception exception)
    {
        TrySettle(exception);
        lock (_lock)
        {
            _failure ??= exception;
            Wake();
        }

        if (exception is OperationCanceledException cancelled)
            _completion.TrySetCanceled(cancelled.CancellationToken);
        else
            _completion.TrySetException(exception);
        // A caller that ignores the completion was informed by the loop.
        _ = _completion.Task.Exception;
    }

    /// <summary>From now on either token cancels the wait.</summary>
    public void CancelWith(CancellationToken first, CancellationToken second)
    {
        _cancellation = first.UnsafeRegister(Cancel, this);
        _otherCancellation = second.UnsafeRegister(Cancel, this);
    }

    /// <summary>Moves to the next item if it is already available; otherwise it must be awaited.</summary>
    public bool TryMoveNext()
    {
        (_current as IReleasable)?.Release();
        _current = default;
        if (_failure is not null || !_taken.TryDequeue(out _current))
            return false;
        Flow.Moved();
        return true;
    }

    /// <summary>Waits for the next item; false at the end.</summary>
    public ValueTask<bool> MoveNextAsync()
    {
        Step step;
        short version;
        lock (_lock)
        {
            step = TryTake() ? Step.Taken : _failure is null && _result is null ? Step.Awaited : Step.None;
            if (step == Step.Awaited)
            {
                _waiter.Reset();
                _isWaiting = true;
                Flow.WaiterAdded();
            }

            version = _waiter.Version;
        }

        if (step == Step.Awaited)
            return new ValueTask<bool>(this, version);
        if (step == Step.None)
            return AtEnd();
        Flow.Parking.Resume();
        return new ValueTask<bool>(true);
    }

    /// <summary>The consumer has gone: what still arrives is discarded.</summary>
    public void Abandon()
    {
        TrySettle(exception: null);
        Detach();
        (TItem Item, int Octets)[] left;
        lock (_lock)
        {
            _isAbandoned = true;
            Flow.Consumed(_queuedOctets);
            _queuedOctets = 0;
            left = [.. _items];
            _items.Clear();
        }

        Release(left);
        while (_taken.TryDequeue(out TItem? taken))
            (taken as IReleasable)?.Release();
        (_current as IReleasable)?.Release();
        _current = default;
        if (!IsWritten)
            _completion.TrySetCanceled(CancellationToken.None);
        Flow.Parking.Resume();
    }

    bool IValueTaskSource<bool>.GetResult(short token)
    {
        _waiter.GetResult(token);
        bool wasFull = IsFull || Flow.IsFull;
        bool isTaken;
        lock (_lock)
            isTaken = TryTake();
        if (isTaken)
        {
            if (wasFull)
                Flow.Parking.ResumeElsewhere();
            return true;
        }

        Detach();
        return _failure is null ? false : throw _failure;
    }

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _waiter.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _waiter.OnCompleted(continuation, state, token, flags);

    // A cancellation that is running at this moment need not be awaited: it finds the command settled.
    private void Detach()
    {
        _cancellation.Unregister();
        _otherCancellation.Unregister();
    }

    private static void Cancel(object? state, CancellationToken token) =>
        ((StreamOperation<TItem>)state!).Fail(new OperationCanceledException(token));

    private ValueTask<bool> AtEnd()
    {
        Detach();
        return _failure is null ? new ValueTask<bool>(false) : ValueTask.FromException<bool>(_failure);
    }

    private bool TryTake()
    {
        // A cancellation or a lost connection is reported at once, not after the queued items.
        if (_failure is not null || !_items.TryDequeue(out (TItem Item, int Octets) next))
            return false;

        _current = next.Item;
        long octets = next.Octets;
        while (_taken.Count < MostTaken && octets < MostTakenOctets && _items.TryDequeue(out next))
        {
            _taken.Enqueue(next.Item);
            octets += next.Octets;
        }

        _queuedOctets -= octets;
        Flow.Consumed(octets);
        return true;
    }

    private void Add(TItem item, int octets)
    {
        octets += ItemOverhead;
        _arrived.Add((item, octets));
        _arrivedOctets += octets;
    }

    private static void Release(IEnumerable<(TItem Item, int Octets)> items)
    {
        foreach ((TItem item, _) in items)
            (item as IReleasable)?.Release();
    }

    private void Wake()
    {
        if (!_isWaiting)
            return;
        _isWaiting = false;
        Flow.WaiterRemoved();
        _waiter.SetResult(true);
    }

    private enum Step
    {
        None,
        Taken,
        Awaited,
    }
}
