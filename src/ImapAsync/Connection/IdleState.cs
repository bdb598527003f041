namespace ImapAsync;

/// <summary>Who wants the connection to idle, and what ends the IDLE that runs.</summary>
internal sealed class IdleState(TimeProvider time, TimeSpan pollInterval)
{
    private const int MostInVain = 3;

    private readonly Lock _lock = new();
    private TaskCompletionSource _interrupted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _begun;
    private int _inVain;
    private int _wanted;
    private volatile bool _isRefused;

    /// <summary>Whether the server refused IDLE although it has it: then it is asked for news instead.</summary>
    public bool IsRefused { get => _isRefused; set => _isRefused = value; }

    public bool IsWanted => Volatile.Read(ref _wanted) > 0 && !IsRefused;

    /// <summary>Ends when the IDLE that runs should end.</summary>
    public Task Interrupted
    {
        get
        {
            lock (_lock)
                return _interrupted.Task;
        }
    }

    public void Want(int change)
    {
        if (Interlocked.Add(ref _wanted, change) == 0)
            Interrupt();
    }

    /// <summary>A new IDLE is about to begin: whoever interrupts from here on means that one.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _begun = time.GetTimestamp();
            if (_interrupted.Task.IsCompleted)
                _interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Interrupt()
    {
        lock (_lock)
            _interrupted.TrySetResult();
    }

    /// <summary>The server has ended an IDLE: because it was asked to, or of its own accord. One that always does at once is not asked for ever.</summary>
    public void Ended(bool unasked)
    {
        bool inVain = unasked && time.GetElapsedTime(_begun) < pollInterval;
        _inVain = inVain ? _inVain + 1 : 0;
        if (_inVain >= MostInVain)
            IsRefused = true;
    }
}
