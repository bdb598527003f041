namespace ImapAsync;

/// <summary>
/// Who wants the connection to idle, whether the server lets it, and the one timer of it all: it ends an IDLE that has
/// lasted long enough, and asks for news where the server has no IDLE. The timer is only ever set, never stopped: one
/// that fires when it is no longer needed does nothing, so that those who set it (the read loop and whoever begins to
/// listen) need no lock.
/// </summary>
internal sealed class IdleState : IDisposable
{
    private const int MostInVain = 3;

    private readonly ConnectionCore _core;
    private readonly CommandQueue _queue;
    private readonly ITimer _timer;
    private long _begun;
    private int _wanted;
    private byte _inVain;
    private volatile bool _isRefused;

    public IdleState(ConnectionCore core, CommandQueue queue)
    {
        (_core, _queue) = (core, queue);
        _timer = core.Options.TimeProvider.CreateTimer(
            static state => ((IdleState)state!).Fired(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool IsWanted => Volatile.Read(ref _wanted) > 0 && !_isRefused;

    public void Want(int change)
    {
        if (Interlocked.Add(ref _wanted, change) == 1 && change > 0 && _isRefused)
            PollLater();
    }

    /// <summary>The server does not let the connection idle: from here on it is asked for news instead.</summary>
    public void Refuse()
    {
        if (_isRefused)
            return;
        _isRefused = true;
        PollLater();
    }

    /// <summary>The same, by the answer to an IDLE.</summary>
    public void Refused(IdleOperation idle)
    {
        Answered(idle);
        Refuse();
    }

    /// <summary>Begins an IDLE: there is none.</summary>
    public IdleOperation Begin()
    {
        _begun = _core.Options.TimeProvider.GetTimestamp();
        return new IdleOperation(this, _core.Flow);
    }

    /// <summary>The server has agreed to an IDLE; it may have to end at once.</summary>
    public void Agreed(IdleOperation idle)
    {
        idle.IsResting = true;
        _timer.Change(_core.Options.IdleRestart, Timeout.InfiniteTimeSpan);
        _core.LookForWork();
    }

    /// <summary>
    /// The server has ended an IDLE: because it was asked to, or of its own accord. One that always does at once is not
    /// asked for ever.
    /// </summary>
    public void Ended(IdleOperation idle)
    {
        bool inVain = Answered(idle)
            && _core.Options.TimeProvider.GetElapsedTime(_begun) < _core.Options.PollInterval;
        _inVain = (byte)(inVain ? _inVain + 1 : 0);
        if (_inVain >= MostInVain)
            Refuse();
    }

    public void Dispose() => _timer.Dispose();

    // From here on no DONE may leave for it; false where one has left already.
    private bool Answered(IdleOperation idle) => _queue.EndExclusive(idle);

    private void PollLater() => _timer.Change(_core.Options.PollInterval, Timeout.InfiniteTimeSpan);

    private void Fired()
    {
        if (Volatile.Read(ref _wanted) == 0 || _core.Fault is not null)
            return;
        if (_isRefused)
        {
            PollLater();
            Poll();
        }
        else if (_core.FirstInFlight is { IsResting: true } idle)
        {
            idle.Expire();
            _core.LookForWork();
        }
    }

    // The answer is of no interest, what the server tells besides is; a lost connection is told to the listeners.
    private void Poll()
    {
        if (_core.Session.Selections.Current is { } mailbox)
            _core.Enqueue(new SendOperation<ImapNothing>(new NoopCommand(), _core.Flow) { Mailbox = mailbox });
    }
}
