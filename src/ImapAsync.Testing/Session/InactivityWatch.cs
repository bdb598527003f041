namespace ImapAsync.Testing;

/// <summary>Notices a client that says nothing for too long (RFC 9051 §5.4).</summary>
internal sealed class InactivityWatch : IDisposable
{
    private readonly TimeSpan _limit;
    // Never disposed, as it has no timer: who waits for it may come later than the end.
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

    /// <summary>Ends what waits for the client elsewhere than where lines are read: a handshake.</summary>
    public CancellationToken Expired => _end.Token;

    /// <summary>The client has been heard.</summary>
    public void Restart() => _timer?.Change(_limit, Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer?.Dispose();
}
