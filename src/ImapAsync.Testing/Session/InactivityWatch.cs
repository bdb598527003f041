namespace ImapAsync.Testing;

/// <summary>Notices a client that says nothing for too long (RFC 9051 §5.4).</summary>
internal sealed class InactivityWatch : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly ITimer? _timer;

    public InactivityWatch(TimeProvider clock, TimeSpan limit, Action expired)
    {
        _limit = limit;
        if (limit == Timeout.InfiniteTimeSpan)
            return;
        _timer = clock.CreateTimer(
            _ =>
            {
                HasExpired = true;
                expired();
            },
            state: null, limit, Timeout.InfiniteTimeSpan);
    }

    public bool HasExpired { get; private set; }

    /// <summary>The client has been heard.</summary>
    public void Restart() => _timer?.Change(_limit, Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer?.Dispose();
}
