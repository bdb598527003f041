using System.Runtime.ExceptionServices;
using System.Threading.Tasks.Sources;

namespace ImapAsync;

/// <summary>
/// A listener that enumerates a mailbox with <c>await foreach</c>: updates are collected from the call on, up to a
/// limit. While it waits, this object is all there is of the loop: an iterator over a channel would need ten objects, a
/// thousand octets, for as long as nothing happens.
/// </summary>
internal sealed class MailboxListener
    : IMailboxObserver, IAsyncEnumerable<MailboxEvent>, IAsyncEnumerator<MailboxEvent>, IValueTaskSource<bool>
{
    private const int MostWaiting = 100_000;
    private const int KeptCapacity = 64;

    private readonly ConnectionCore _core;
    private readonly MailboxSelection _selection;
    private readonly CancellationToken _cancellationToken;
    private KnownUids? _uids;
    private Queue<MailboxEvent>? _events;
    private MailboxEvent? _current;
    private Exception? _end;
    private ManualResetValueTaskSourceCore<bool> _waiter = new() { RunContinuationsAsynchronously = true };
    private readonly CancellationTokenRegistration _cancellation;
    private CancellationTokenRegistration _otherCancellation;
    private bool _isWaiting;
    private bool _hasBegun;
    private bool _wantsIdle;
    private bool _isOver;
    private int _isEnumerated;

    /// <summary>Collects updates from now on, until they are requested.</summary>
    public MailboxListener(ConnectionCore core, MailboxSelection selection, CancellationToken cancellationToken)
    {
        (_core, _selection, _cancellationToken) = (core, selection, cancellationToken);
        // If the connection or the selection ends after these checks, that ends any added listener.
        if (core.End.Fault is { } fault)
        {
            Ended(fault.ToException());
        }
        else if (core.Session.Selections.Current != selection)
        {
            Ended(selection.NotSelected("IDLE"));
        }
        else
        {
            selection.Observers.Add(this);
            _cancellation = EndWith(cancellationToken);
        }
    }

    public MailboxEvent Current => _current!;

    // Only listeners of the same mailbox lock it.
    private MailboxObservers Others => _selection.Observers;

    /// <summary>Another enumeration listens from that point on.</summary>
    public IAsyncEnumerator<MailboxEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        MailboxListener listener = Interlocked.Exchange(ref _isEnumerated, 1) == 0
            ? this
            : new MailboxListener(_core, _selection, _cancellationToken);
        if (cancellationToken != _cancellationToken)
            listener._otherCancellation = listener.EndWith(cancellationToken);
        return listener;
    }

    public void Observe(scoped in MailboxFact fact)
    {
        // What SELECT answers is in its result, and what is gone before its OK is in the mailbox's count alone.
        if (_selection.Result is null)
            return;
        if (fact is { Kind: MailboxFactKind.Fetched, Fetch: { Number: > 0 and var number, Uid: > 0 and var uid } })
            (_uids ??= new()).Learn(number, uid);
        if (ToEvent(fact) is { } happened)
            Publish(happened);
    }

    /// <summary>After the updates collected until now, there is only this to report.</summary>
    public void Ended(Exception exception)
    {
        lock (Others)
            _end ??= exception;
        Wake();
    }

    public ValueTask<bool> MoveNextAsync()
    {
        if (_isOver)
            return new ValueTask<bool>(false);
        if (!_hasBegun)
            Begin();
        lock (Others)
        {
            if (!TryTake() && _end is null)
            {
                // After a flood there is silence, which may be long.
                if (_events?.Capacity > KeptCapacity)
                    _events = null;
                _waiter.Reset();
                _isWaiting = true;
                return new ValueTask<bool>(this, _waiter.Version);
            }
        }

        return _current is not null ? new ValueTask<bool>(true) : ValueTask.FromException<bool>(Over());
    }

    public ValueTask DisposeAsync()
    {
        Over();
        return ValueTask.CompletedTask;
    }

    bool IValueTaskSource<bool>.GetResult(short token)
    {
        _waiter.GetResult(token);
        lock (Others)
        {
            if (TryTake())
                return true;
        }

        ExceptionDispatchInfo.Throw(Over());
        return false;
    }

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _waiter.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _waiter.OnCompleted(continuation, state, token, flags);

    private MailboxEvent? ToEvent(scoped in MailboxFact fact)
    {
        switch (fact.Kind)
        {
            case MailboxFactKind.Exists:
                return new MailboxEvent.Exists((long)fact.Number);
            case MailboxFactKind.Expunged when fact.Number > 0:
                uint number = (uint)fact.Number;
                Uid? uid = Uid.FromServer(_uids?.Remove(number) ?? 0);
                return new MailboxEvent.Expunged(new SequenceNumber(number)) { Uid = uid };
            case MailboxFactKind.Vanished or MailboxFactKind.Expunged:
                // The numbers of the other messages are now unknown.
                _uids = null;
                return new MailboxEvent.Vanished(fact.Uids ?? UidSet.Empty, Earlier: false);
            case MailboxFactKind.VanishedEarlier:
                return new MailboxEvent.Vanished(fact.Uids!, Earlier: true);
            case MailboxFactKind.Fetched when !fact.IsAnswer && (fact.Fetch.Number > 0 || fact.Fetch.Uid > 0):
                return new MailboxEvent.Fetched(new FetchedMessage(fact.Fetch));
            default:
                return null;
        }
    }

    private void Publish(MailboxEvent happened)
    {
        lock (Others)
        {
            if (_end is not null)
                return;
            if (_events?.Count >= MostWaiting)
            {
                _end = new ImapLimitException(
                    $"More than {MostWaiting} events are waiting for a listener that does not read them.",
                    nameof(MostWaiting));
            }
            else
            {
                (_events ??= new()).Enqueue(happened);
            }
        }

        Wake();
    }

    // Only now: a caller that waits wants the server to report on its own.
    private void Begin()
    {
        _hasBegun = true;
        lock (Others)
            _wantsIdle = _end is null;
        if (_wantsIdle)
            _core.Idle.Want(1);
    }

    // Listening has ended, for whatever reason; a second call changes nothing.
    private Exception Over()
    {
        _isOver = true;
        Others.Remove(this);
        _cancellation.Dispose();
        _otherCancellation.Dispose();
        if (_wantsIdle)
            _core.Idle.Want(-1);
        _wantsIdle = false;
        Ended(new OperationCanceledException("The listening has ended."));
        return _end!;
    }

    private CancellationTokenRegistration EndWith(CancellationToken token) =>
        token.UnsafeRegister(
            static (state, token) => ((MailboxListener)state!).Ended(new OperationCanceledException(token)), this);

    private bool TryTake()
    {
        _current = null;
        return _events?.TryDequeue(out _current) == true;
    }

    // Only the code that takes the wait back ends it, and it does not start again before that.
    private void Wake()
    {
        lock (Others)
        {
            if (!_isWaiting)
                return;
            _isWaiting = false;
        }

        _waiter.SetResult(true);
    }
}
