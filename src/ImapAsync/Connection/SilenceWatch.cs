namespace ImapAsync;

/// <summary>Ends a connection whose server says nothing at all while commands wait for their answers.</summary>
internal sealed class SilenceWatch : IDisposable
{
    private readonly ConnectionCore _core;
    private readonly ITimer? _timer;

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
        TimeSpan silence = _core.Flow.Silence;
        if (_core.Fault is not null)
            _timer?.Dispose();
        else if (silence >= _core.Options.CommandTimeout && _core.IsAwaited)
            _core.Fail(new ConnectionFault($"The server said nothing for {silence.TotalSeconds:0} seconds ({nameof(ImapConnectionOptions)}.{nameof(ImapConnectionOptions.CommandTimeout)})", Cause: new TimeoutException()));
    }
}
