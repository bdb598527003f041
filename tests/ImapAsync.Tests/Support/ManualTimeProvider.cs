namespace ImapAsync.Tests;

/// <summary>
/// A clock that stands still until a test moves it. Timers (and with them <c>Task.Delay</c>, <c>WaitAsync</c> and
/// <c>CancellationTokenSource</c> over this provider) fire inside <see cref="Advance"/>, in the order of their due times,
/// each seeing the time at which it is due.
/// </summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _armed = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];
    private readonly DateTimeOffset _start;
    private long _elapsedTicks;
    private long _nextOrder;

    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    public ManualTimeProvider(DateTimeOffset start) => _start = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How many timers are waiting to fire.</summary>
    public int ArmedTimers
    {
        get
        {
            lock (_lock) return _armed.Count;
        }
    }

    /// <summary>The time from now to the next timer that will fire, or null when none is armed.</summary>
    public TimeSpan? NextTimerIn
    {
        get
        {
            lock (_lock) return Earliest() is { } timer ? TimeSpan.FromTicks(Math.Max(0, timer.DueTicks - _elapsedTicks)) : null;
        }
    }

    public override DateTimeOffset GetUtcNow() => _start + TimeSpan.FromTicks(Volatile.Read(ref _elapsedTicks));

    public override long GetTimestamp() => Volatile.Read(ref _elapsedTicks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on and fires what falls due on the way, timers armed by other timers included.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        long target = Volatile.Read(ref _elapsedTicks) + by.Ticks;
        while (TakeDue(target) is { } timer) timer.Fire();
        lock (_lock) _elapsedTicks = Math.Max(_elapsedTicks, target);
    }

    /// <summary>Ends when at least <paramref name="count"/> timers are armed: the code under test has begun to wait.</summary>
    public Task WhenTimersArmedAsync(int count = 1)
    {
        lock (_lock)
        {
            if (_armed.Count >= count) return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((count, reached));
            return reached.Task;
        }
    }

    private ManualTimer? TakeDue(long target)
    {
        lock (_lock)
        {
            if (Earliest() is not { } timer || timer.DueTicks > target) return null;
            _elapsedTicks = Math.Max(_elapsedTicks, timer.DueTicks);
            _armed.Remove(timer);
            if (timer.PeriodTicks > 0) Arm(timer, timer.DueTicks + timer.PeriodTicks);
            return timer;
        }
    }

    private ManualTimer? Earliest()
    {
        ManualTimer? earliest = null;
        foreach (ManualTimer timer in _armed)
        {
            if (earliest is null || (timer.DueTicks, timer.Order).CompareTo((earliest.DueTicks, earliest.Order)) < 0) earliest = timer;
        }

        return earliest;
    }

    private void Arm(ManualTimer timer, long dueTicks)
    {
        timer.DueTicks = dueTicks;
        timer.Order = _nextOrder++;
        _armed.Add(timer);
        for (int i = _waiters.Count - 1; i >= 0; i--)
        {
            if (_armed.Count < _waiters[i].Count) continue;
            _waiters[i].Reached.TrySetResult();
            _waiters.RemoveAt(i);
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private bool _disposed;

        public long DueTicks { get; set; }

        public long PeriodTicks { get; private set; }

        public long Order { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                if (_disposed) return false;
                clock._armed.Remove(this);
                PeriodTicks = period == Timeout.InfiniteTimeSpan ? 0 : period.Ticks;
                if (dueTime != Timeout.InfiniteTimeSpan && dueTime != TimeSpan.Zero) clock.Arm(this, clock._elapsedTicks + dueTime.Ticks);
                else if (dueTime == TimeSpan.Zero && PeriodTicks > 0) clock.Arm(this, clock._elapsedTicks + PeriodTicks);
            }

            // As a timer of the system does, one that is due at once fires on the thread pool, never inside the call that made it.
            if (dueTime == TimeSpan.Zero) ThreadPool.QueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
            return true;
        }

        public void Fire()
        {
            lock (clock._lock)
            {
                if (_disposed) return;
            }

            callback(state);
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                _disposed = true;
                clock._armed.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
