namespace ImapAsync;

/// <summary>
/// Where the write loop waits for the server's <c>+</c> (RFC 9051 §7.6). One waiter at a time, in the order of the wire; only the write loop registers one, before it flushes.
/// </summary>
internal sealed class ContinuationGate
{
    private readonly Lock _lock = new();
    private TaskCompletionSource<byte[]?>? _waiter;
    private PendingCommand? _command;

    public bool IsWaiting
    {
        get
        {
            lock (_lock)
                return _waiter is not null;
        }
    }

    /// <summary>Begins to wait. The task gives the text behind the <c>+</c>, or null when the command was answered instead.</summary>
    public Task<byte[]?> Register(PendingCommand command)
    {
        TaskCompletionSource<byte[]?> waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiter = waiter;
            _command = command;
        }

        return waiter.Task;
    }

    /// <summary>A <c>+</c> has come; false when nobody asked for it.</summary>
    public bool Continue(ReadOnlySpan<byte> text) => Take(null)?.TrySetResult(text.ToArray()) ?? false;

    /// <summary>A tagged response has come: if its command was waiting, it need not wait on.</summary>
    public void Answered(PendingCommand command) => Take(command)?.TrySetResult(null);

    public void Fail(Exception exception) => Take(null)?.TrySetException(exception);

    private TaskCompletionSource<byte[]?>? Take(PendingCommand? command)
    {
        lock (_lock)
        {
            if (command is not null && command != _command)
                return null;

            TaskCompletionSource<byte[]?>? waiter = _waiter;
            _waiter = null;
            _command = null;
            return waiter;
        }
    }
}
