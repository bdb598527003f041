namespace ImapAsync;

/// <summary>Whether and why a connection has ended. A field of the connection, not an object of its own.</summary>
internal struct ConnectionEnd
{
    private ConnectionFault? _fault;
    private TaskCompletionSource<ConnectionFault>? _told;
    private int _isTold;

    /// <summary>Why it has ended; null while it has not.</summary>
    public ConnectionFault? Fault => Volatile.Read(ref _fault);

    /// <summary>The first fault ends it; false for any after that.</summary>
    public bool TryBegin(ConnectionFault fault) => Interlocked.CompareExchange(ref _fault, fault, null) is null;

    /// <summary>All have been told.</summary>
    public void Tell()
    {
        Interlocked.Exchange(ref _isTold, 1);
        Volatile.Read(ref _told)?.TrySetResult(_fault!);
    }

    /// <summary>Completes once all have been told.</summary>
    public Task<ConnectionFault> WhenTold()
    {
        TaskCompletionSource<ConnectionFault> told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        told = Interlocked.CompareExchange(ref _told, told, null) ?? told;
        // Whichever of the two comes second sees what the first has written.
        if (Volatile.Read(ref _isTold) != 0)
            told.TrySetResult(_fault!);
        return told.Task;
    }
}
