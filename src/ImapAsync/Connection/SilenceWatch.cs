namespace ImapAsync;

/// <summary>
/// Ends a connection whose server says nothing at all while commands wait for their answers. One timer, which is never
/// due later than the earliest moment at which the silence can have lasted long enough: set when a wait begins and none
/// is set, and when it fires too early, for what is left. A connection on which nobody waits has none set.
/// </summary>
internal sealed class SilenceWatch : IDisposable
{
    private readonly ConnectionCore _core;
    private readonly ITimer? _timer;
    private int _isSet;

    public SilenceWatch(ConnectionCore core)
    {
        _core = core;
        if (core.Options.CommandTimeout != Timeout.InfiniteTimeSpan)
            _timer = core.Options.TimeProvider.CreateTimer(
                static state => ((SilenceWatch)state!).Look(), this, Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// The server is about to owe an answer. Silence counts from here where it owed none before, and goes on however
    /// many more commands are sent. Called before the answer is seen to be due
    /// (<see cref="ConnectionCore.IsAwaited"/>): who looks in between finds no silence that began before anybody
    /// waited.
    /// </summary>
    public void Begin()
    {
        if (!_core.IsAwaited)
            _core.Flow.Progressed();
    }

    /// <summary>
    /// The server owes an answer. Called after the lock of the commands has been taken for that: then either this sees
    /// that the timer is not set, or the timer that there is an answer due.
    /// </summary>
    public void Watch()
    {
        if (_timer is not null && Volatile.Read(ref _isSet) == 0 && Interlocked.Exchange(ref _isSet, 1) == 0)
            Set(_core.Options.CommandTimeout);
    }

    public void Dispose() => _timer?.Dispose();

    private void Look()
    {
        if (_core.Fault is not null)
        {
            _timer!.Dispose();
            return;
        }

        if (!_core.IsAwaited)
        {
            Interlocked.Exchange(ref _isSet, 0);
            // Who came meanwhile may have found it set.
            if (_core.IsAwaited)
                Watch();
            return;
        }

        TimeSpan silence = _core.Flow.Silence;
        TimeSpan left = _core.Options.CommandTimeout - silence;
        if (left > TimeSpan.Zero)
            Set(left);
        else
            _core.Fail(new ConnectionFault(
                $"The server said nothing for {silence.TotalSeconds:0} seconds "
                + $"({nameof(ImapConnectionOptions)}.{nameof(ImapConnectionOptions.CommandTimeout)})",
                Cause: new TimeoutException()));
    }

    // Timers count whole milliseconds, and cut off what is left over: then this one would fire too early, again and
    // again.
    private void Set(TimeSpan left) =>
        _timer!.Change(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
}
