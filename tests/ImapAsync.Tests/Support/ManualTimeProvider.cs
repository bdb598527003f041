using Microsoft.Extensions.Time.Testing;

namespace ImapAsync.Tests;

/// <summary>
/// A clock that stands still until a test moves it. <see cref="FakeTimeProvider"/> does that, but does not report when the code under
/// test has begun to wait, and fires a timer that is due at once inside the call that creates it, which no system clock does.
/// </summary>
internal sealed class ManualTimeProvider(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Lock _lock = new();
    private readonly HashSet<WatchedTimer> _armed = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];

    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>How many timers are waiting to fire.</summary>
    public int ArmedTimers
    {
        get
        {
            lock (_lock)
                return _armed.Count;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        WatchedTimer timer = new(this, callback, state);
        timer.Inner = base.CreateTimer(timer.Fire, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Ends when at least <paramref name="count"/> timers are armed: the code under test has begun to wait.</summary>
    public Task WhenTimersArmedAsync(int count = 1)
    {
        lock (_lock)
        {
            if (_armed.Count >= count)
                return Task.CompletedTask;
            TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((count, reached));
            return reached.Task;
        }
    }

    private void Add(WatchedTimer timer)
    {
        _armed.Add(timer);
        foreach ((int count, TaskCompletionSource reached) in _waiters)
        {
            if (_armed.Count >= count)
                reached.TrySetResult();
        }

        _waiters.RemoveAll(static waiter => waiter.Reached.Task.IsCompleted);
    }

    private sealed class WatchedTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private int _changes;
        private bool _repeats;

        public ITimer Inner { get; set; } = null!;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period == TimeSpan.Zero)
                period = Timeout.InfiniteTimeSpan;
            TimeSpan due = dueTime == TimeSpan.Zero ? period : dueTime;
            int change = Disarm(repeats: period != Timeout.InfiniteTimeSpan);
            if (!Inner.Change(due, period))
                return false;
            if (due != Timeout.InfiniteTimeSpan)
                Armed(change);
            if (dueTime == TimeSpan.Zero)
                ThreadPool.QueueUserWorkItem(callback.Invoke, state);
            return true;
        }

        public void Fire(object? _)
        {
            int change = Disarm(_repeats);
            if (_repeats)
                Armed(change);
            callback(state);
        }

        public void Dispose()
        {
            Disarm(repeats: false);
            Inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private int Disarm(bool repeats)
        {
            lock (clock._lock)
            {
                _repeats = repeats;
                clock._armed.Remove(this);
                return ++_changes;
            }
        }

        // Reported only when it is true: the receiver moves the clock, and the timer may have fired or been changed meanwhile.
        private void Armed(int change)
        {
            lock (clock._lock)
            {
                if (_changes == change)
                    clock.Add(this);
            }
        }
    }
}
