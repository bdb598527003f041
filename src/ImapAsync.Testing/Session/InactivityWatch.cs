namespace ImapAsync.Testing;

/// <summary>Detects a client that is silent for too long (RFC 9051 §5.4).</summary>
internal sealed class InactivityWatch : IDisposable
{
    private readonly TimeSpan _limit;
    // Never disposed, which is fine because it has no timer: a waiter may come after the end.
    private readonly CancellationTokenSource _end = new();
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
                _end.Cancel();
                expired();
            },
            state: null, limit, Timeout.InfiniteTimeSpan);
    }

    public bool HasExpired { get; private set; }

    /// <summary>Cancelled when a wait for the client outside of reading lines, such as a handshake, must end.</summary>
    public CancellationToken Expired => _end.Token;

    /// <summary>Restarts the timer because the client has sent something.</summary>
    public void Restart() => _timer?.Change(_limit, Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer?.Dispose();
}
