namespace ImapAsync;

/// <summary>
/// A moment in the life of a literal that a consumer may wait for. Few do, and an object for it exists only then.
/// Guarded by the lock of the literals.
/// </summary>
internal struct LiteralMoment
{
    private static readonly TaskCompletionSource Past = new();

    // The waiter; Past once the moment has come.
    private TaskCompletionSource? _waiter;

    public static LiteralMoment Passed { get; } = new() { _waiter = Past };

    /// <summary>The moment has come.</summary>
    public void Come()
    {
        TaskCompletionSource? waiter = _waiter;
        _waiter = Past;
        if (waiter != Past)
            waiter?.TrySetResult();
    }

    /// <summary>It will never come; the waiter gets the reason.</summary>
    public readonly void Fail(Exception exception)
    {
        if (_waiter != Past)
            _waiter?.TrySetException(exception);
    }

    /// <summary>Completes when the moment has come.</summary>
    /// <param name="failure">The reason why it will never come, if known.</param>
    public Task WhenCome(Exception? failure = null)
    {
        if (_waiter == Past)
            return Task.CompletedTask;
        if (failure is not null)
            return Task.FromException(failure);
        _waiter ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _waiter.Task;
    }
}
