namespace ImapAsync;

/// <summary>
/// Ends a connection whose server sends nothing at all while commands wait for their answers. There is one timer, which
/// is never due later than the earliest moment at which the silence can have lasted long enough: it is set when a wait
/// begins and none is set, and, if it fires too early, again for the rest. A connection on which nothing waits has none
/// set.
/// </summary>
internal sealed class SilenceWatch : IDisposable
{
    private readonly ImapConnectionOptions _options;
    private readonly CommandQueue _commands;
    private readonly ConnectionEnd _end;
    private readonly ITimer? _timer;
    private int _isSet;

    public SilenceWatch(ImapConnectionOptions options, CommandQueue commands, ConnectionEnd end)
    {
        (_options, _commands, _end) = (options, commands, end);
        if (options.SilenceTimeout != Timeout.InfiniteTimeSpan)
        {
            _timer = options.TimeProvider.CreateTimer(
                static state => ((SilenceWatch)state!).Look(), this, Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>
    /// The server owes an answer. Called after the lock of the commands has been taken for that: then either this sees
    /// that the timer is not set, or the timer sees that there is an answer due.
    /// </summary>
    public void Watch()
    {
        if (_timer is not null && Volatile.Read(ref _isSet) == 0 && Interlocked.Exchange(ref _isSet, 1) == 0)
            Set(_options.SilenceTimeout);
    }

    public void Dispose() => _timer?.Dispose();

    private void Look()
    {
        if (_end.Fault is not null)
        {
            _timer!.Dispose();
            return;
        }

        if (!_commands.IsAwaited)
        {
            Interlocked.Exchange(ref _isSet, 0);
            // A waiter that came meanwhile may have found it set.
            if (_commands.IsAwaited)
                Watch();
            return;
        }

        TimeSpan silence = _commands.Flow.Silence;
        TimeSpan left = _options.SilenceTimeout - silence;
        if (left > TimeSpan.Zero)
        {
            Set(left);
        }
        else
        {
            _end.Fail(new ConnectionFault(
                $"The server was silent for {silence.TotalSeconds:0} seconds "
                + $"({nameof(ImapConnectionOptions)}.{nameof(ImapConnectionOptions.SilenceTimeout)})",
                ConnectionFailure.TimedOut, Cause: new TimeoutException()));
        }
    }

    // Timers count whole milliseconds and cut off the rest: then this one would fire too early, again and again.
    private void Set(TimeSpan left) =>
        _timer!.Change(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
}
