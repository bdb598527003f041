using System.Runtime.ExceptionServices;
using System.Threading.Tasks.Sources;

namespace ImapAsync;

/// <summary>
/// One listener: what happens while it is busy waits for it, up to a limit. While it waits itself it is all that there
/// is of an <c>await foreach</c> over a mailbox's news: an iterator over one of the framework's channels would be ten
/// objects, a thousand octets, for as long as nothing happens.
/// </summary>
internal sealed class MailboxListener(ConnectionCore core, SelectedMailbox mailbox, MailboxListeners others)
    : IAsyncEnumerator<MailboxEvent>, IValueTaskSource<bool>
{
    private const int MostWaiting = 100_000;
    private const int KeptCapacity = 64;

    private Queue<MailboxEvent>? _events;
    private MailboxEvent? _current;
    private Exception? _end;
    private ManualResetValueTaskSourceCore<bool> _waiter = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _cancellation;
    private CancellationTokenRegistration _otherCancellation;
    private bool _isWaiting;
    private bool _hasBegun;
    private bool _wantsIdle;
    private bool _isOver;

    public MailboxEvent Current => _current!;

    /// <summary>Keeps what happens from here on, until somebody asks for it.</summary>
    public void Listen(CancellationToken cancellationToken)
    {
        // Whatever ends the connection or the selection after these looks is told to whoever is added.
        if (core.Fault is { } fault)
        {
            End(fault.ToException());
        }
        else if (!mailbox.IsCurrent)
        {
            End(mailbox.NotSelected("IDLE"));
        }
        else
        {
            others.Add(this);
            _cancellation = EndWith(cancellationToken);
        }
    }

    /// <summary>Ends the listening by another token as well.</summary>
    public void EndBy(CancellationToken cancellationToken) => _otherCancellation = EndWith(cancellationToken);

    public void Publish(MailboxEvent happened)
    {
        lock (others)
        {
            if (_end is not null)
                return;
            if (_events?.Count >= MostWaiting)
                _end = new ImapLimitException(
                    $"More than {MostWaiting} events wait for a listener that does not take them.",
                    nameof(MostWaiting));
            else
                (_events ??= new()).Enqueue(happened);
        }

        Wake();
    }

    /// <summary>After what has happened until now there is only this to tell.</summary>
    public void End(Exception exception)
    {
        lock (others)
            _end ??= exception;
        Wake();
    }

    public ValueTask<bool> MoveNextAsync()
    {
        if (_isOver)
            return new ValueTask<bool>(false);
        if (!_hasBegun)
            Begin();
        lock (others)
        {
            if (!TryTake() && _end is null)
            {
                // After a flood there is silence, and the silence may be long.
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
        lock (others)
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

    // Only now: who waits wants the server to tell by itself.
    private void Begin()
    {
        _hasBegun = true;
        lock (others)
            _wantsIdle = _end is null;
        if (_wantsIdle)
            core.WantIdle(1);
    }

    // The listening is over, whoever ended it; told once more it is over still.
    private Exception Over()
    {
        _isOver = true;
        others.Remove(this);
        _cancellation.Dispose();
        _otherCancellation.Dispose();
        if (_wantsIdle)
            core.WantIdle(-1);
        _wantsIdle = false;
        End(new OperationCanceledException("The listening has ended."));
        return _end!;
    }

    private CancellationTokenRegistration EndWith(CancellationToken token) =>
        token.UnsafeRegister(
            static (state, token) => ((MailboxListener)state!).End(new OperationCanceledException(token)), this);

    private bool TryTake()
    {
        _current = null;
        return _events?.TryDequeue(out _current) == true;
    }

    // Whoever takes the wait back is the only one to end it, and it does not begin again before that.
    private void Wake()
    {
        lock (others)
        {
            if (!_isWaiting)
                return;
            _isWaiting = false;
        }

        _waiter.SetResult(true);
    }
}
