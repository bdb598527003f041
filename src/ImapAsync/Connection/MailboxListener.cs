using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks.Sources;

namespace ImapAsync;

/// <summary>One listener: what happens while it is busy waits for it, up to a limit. A channel of the framework's would do, and be eight times as large.</summary>
/// <param name="owner">Those who listen to the same mailbox.</param>
/// <param name="mutex">Their lock. Nothing of others runs under it.</param>
internal sealed class MailboxListener(MailboxListeners owner, Lock mutex) : IValueTaskSource, IDisposable
{
    private const int MostWaiting = 100_000;
    private const int KeptCapacity = 64;

    private Queue<MailboxEvent>? _events;
    private Exception? _end;
    private ManualResetValueTaskSourceCore<bool> _waiter = new() { RunContinuationsAsynchronously = true };
    private bool _isWaiting;

    public void Publish(MailboxEvent happened)
    {
        lock (mutex)
        {
            if (_end is not null)
                return;
            if (_events?.Count >= MostWaiting)
                _end = new ImapLimitException($"More than {MostWaiting} events wait for a listener that does not take them.", nameof(MostWaiting));
            else
                (_events ??= new()).Enqueue(happened);
        }

        Wake();
    }

    /// <summary>After what has happened until now there is only this to tell.</summary>
    public void End(Exception exception)
    {
        lock (mutex)
            _end ??= exception;
        Wake();
    }

    /// <summary>From here on the token ends the listening.</summary>
    public CancellationTokenRegistration EndWith(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static (state, token) => ((MailboxListener)state!).End(new OperationCanceledException(token)), this);

    /// <summary>Waits for the next event. One waits at a time.</summary>
    /// <exception cref="Exception">What ended the listening, once all events are taken.</exception>
    public ValueTask WhenToldAsync()
    {
        lock (mutex)
        {
            if (_events?.Count > 0)
                return default;
            if (_end is not null)
                return ValueTask.FromException(_end);
            // After a flood there is silence, and the silence may be long.
            if (_events?.Capacity > KeptCapacity)
                _events = null;
            _waiter.Reset();
            _isWaiting = true;
            return new ValueTask(this, _waiter.Version);
        }
    }

    public bool TryTake([NotNullWhen(true)] out MailboxEvent? happened)
    {
        lock (mutex)
        {
            happened = null;
            return _events?.TryDequeue(out happened) == true;
        }
    }

    public void Dispose() => owner.Remove(this);

    void IValueTaskSource.GetResult(short token) => _waiter.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _waiter.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _waiter.OnCompleted(continuation, state, token, flags);

    // Whoever takes the wait back is the only one to end it, and it does not begin again before that.
    private void Wake()
    {
        lock (mutex)
        {
            if (!_isWaiting)
                return;
            _isWaiting = false;
        }

        _waiter.SetResult(true);
    }
}
