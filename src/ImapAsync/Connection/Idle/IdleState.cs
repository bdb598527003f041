namespace ImapAsync;

/// <summary>
/// The number of listeners that want the connection to idle, whether the server allows it, and the timer for both: it
/// ends an IDLE that has lasted long enough, and polls if the server does not support IDLE. The timer is set but never
/// stopped: if it fires when no longer needed, it does nothing. The read loop and the caller that starts to listen can
/// therefore set it without a lock.
/// </summary>
internal sealed class IdleState : IDisposable
{
    private const int MostInVain = 3;

    private readonly ImapConnectionOptions _options;
    private readonly CommandQueue _commands;
    private readonly SessionState _session;
    private readonly SilenceWatch _watch;
    private readonly ITimer _timer;
    private long _begun;
    private int _wanted;
    private byte _inVain;
    private volatile bool _isRefused;

    public IdleState(ImapConnectionOptions options, CommandQueue commands, SessionState session, SilenceWatch watch)
    {
        (_options, _commands, _session, _watch) = (options, commands, session, watch);
        _timer = options.TimeProvider.CreateTimer(
            static state => ((IdleState)state!).Fired(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool IsWanted => Volatile.Read(ref _wanted) > 0 && !_isRefused;

    /// <summary>The number of listeners that want IDLE changes.</summary>
    public void Want(int change)
    {
        if (_session.Capabilities?.Supports(Capability.Idle) == false)
            Refuse();
        if (Interlocked.Add(ref _wanted, change) == 1 && change > 0 && _isRefused)
            PollLater();
        _commands.LookForWork();
    }

    /// <summary>
    /// The next command that may be written now. If there is none and nothing is in progress, an IDLE if one is wanted.
    /// </summary>
    public PendingCommand? TakeNext() => _commands.TakeNext() ?? TryBegin();

    /// <summary>
    /// The IDLE in progress, if it is to be ended now, for a waiting command or for good: from now on the server owes
    /// its answer, and other commands may follow it.
    /// </summary>
    public PendingCommand? TakeToEnd()
    {
        if (_commands.FirstInFlight is not { IsResting: true } idle || !(_commands.HasQueued || idle.IsOver))
            return null;
        _commands.BeginWait();
        idle.IsResting = false;
        bool isEnded = _commands.EndExclusive(idle);
        _watch.Watch();
        return isEnded ? idle : null;
    }

    /// <summary>The server has agreed to an IDLE, which may have to end at once.</summary>
    public void Agreed(IdleOperation idle)
    {
        idle.IsResting = true;
        _timer.Change(_options.IdleRestart, Timeout.InfiniteTimeSpan);
        _commands.LookForWork();
    }

    /// <summary>
    /// The server has ended an IDLE, on request or by itself. If it always does so immediately, IDLE is not repeated
    /// for ever.
    /// </summary>
    public void Ended(IdleOperation idle)
    {
        bool inVain = Answered(idle) && _options.TimeProvider.GetElapsedTime(_begun) < _options.PollInterval;
        _inVain = (byte)(inVain ? _inVain + 1 : 0);
        if (_inVain >= MostInVain)
            Refuse();
    }

    /// <summary>The server does not allow the connection to idle: from now on it is polled instead.</summary>
    public void Refused(IdleOperation idle)
    {
        Answered(idle);
        Refuse();
    }

    public void Dispose() => _timer.Dispose();

    private IdleOperation? TryBegin()
    {
        if (!IsWanted || _session.Selections.Current is null || !_commands.IsIdle)
            return null;

        // A command that is sent from now on makes the write loop check again, which then ends this IDLE.
        _commands.Trim();
        _session.Kept.Trim();
        _commands.BeginWait();
        _begun = _options.TimeProvider.GetTimestamp();
        return new IdleOperation(this, _commands.Flow);
    }

    // From now on no DONE may be sent for it; false if one has already been sent.
    private bool Answered(IdleOperation idle) => _commands.EndExclusive(idle);

    private void Refuse()
    {
        if (_isRefused)
            return;
        _isRefused = true;
        PollLater();
    }

    private void PollLater() => _timer.Change(_options.PollInterval, Timeout.InfiniteTimeSpan);

    private void Fired()
    {
        if (Volatile.Read(ref _wanted) == 0 || _commands.IsClosed)
            return;
        if (_isRefused)
        {
            PollLater();
            Poll();
        }
        else if (_commands.FirstInFlight is { IsResting: true } idle)
        {
            idle.Expire();
            _commands.LookForWork();
        }
    }

    // Only the updates matter, not the answer; the listeners learn of a lost connection themselves.
    private void Poll()
    {
        if (_session.Selections.Current is { } mailbox)
            _commands.Enqueue(new SendOperation<ImapNothing>(new NoopCommand(), _commands.Flow) { Mailbox = mailbox });
    }
}
