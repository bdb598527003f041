namespace ImapAsync;

/// <summary>Who wants the connection to idle, and what ends the IDLE that runs.</summary>
internal sealed class IdleState
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _interrupted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _wanted;

    /// <summary>Whether the server refused IDLE although it has it: then it is asked for news instead.</summary>
    public bool IsRefused { get; set; }

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
        Interlocked.Add(ref _wanted, change);
        if (change < 0)
            Interrupt();
    }

    /// <summary>A new IDLE begins.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            if (_interrupted.Task.IsCompleted)
                _interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Interrupt()
    {
        lock (_lock)
            _interrupted.TrySetResult();
    }
}
