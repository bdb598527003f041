namespace ImapAsync;

/// <summary>Ends a connection whose server says nothing at all while commands wait for their answers.</summary>
internal sealed class SilenceWatch : IDisposable
{
    private readonly ConnectionCore _core;
    private readonly ITimer? _timer;
    private long? _awaitedSince;

    public SilenceWatch(ConnectionCore core)
    {
        _core = core;
        TimeSpan timeout = core.Options.CommandTimeout;
        if (timeout != Timeout.InfiniteTimeSpan)
            _timer = core.Options.TimeProvider.CreateTimer(static state => ((SilenceWatch)state!).Look(), this, timeout / 4, timeout / 4);
    }

    public void Dispose() => _timer?.Dispose();

    private void Look()
    {
        if (_core.Fault is not null)
        {
            _timer?.Dispose();
            return;
        }

        TimeSpan silence = SilenceWhileAwaited();
        if (silence >= _core.Options.CommandTimeout)
            _core.Fail(new ConnectionFault($"The server said nothing for {silence.TotalSeconds:0} seconds ({nameof(ImapConnectionOptions)}.{nameof(ImapConnectionOptions.CommandTimeout)})", Cause: new TimeoutException()));
    }

    // Silence counts from when it was first seen that an answer is due, and goes on however many more commands are sent.
    private TimeSpan SilenceWhileAwaited()
    {
        if (!_core.IsAwaited)
        {
            _awaitedSince = null;
            return TimeSpan.Zero;
        }

        TimeProvider time = _core.Options.TimeProvider;
        _awaitedSince ??= time.GetTimestamp();
        TimeSpan awaited = time.GetElapsedTime(_awaitedSince.Value);
        TimeSpan silence = _core.Flow.Silence;
        return silence < awaited ? silence : awaited;
    }
}
