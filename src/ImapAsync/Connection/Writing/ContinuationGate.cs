namespace ImapAsync;

/// <summary>
/// Where the write loop waits for the server's <c>+</c> (RFC 9051 §7.6). One waiter at a time, in wire order; only the
/// write loop registers one, before it flushes. Nothing else locks this object.
/// </summary>
internal sealed class ContinuationGate
{
    private static readonly Task<byte[]?> NoneToCome = Task.FromResult<byte[]?>(null);

    private TaskCompletionSource<byte[]?>? _waiter;
    private PendingCommand? _command;
    private bool _isClosed;

    public bool IsWaiting
    {
        get
        {
            lock (this)
                return _waiter is not null;
        }
    }

    /// <summary>Whether this command is the waiter.</summary>
    public bool IsAwaitedBy(PendingCommand command)
    {
        lock (this)
            return _command == command;
    }

    /// <summary>
    /// Starts to wait. The task returns the text after the <c>+</c>, or null if the command was answered instead,
    /// perhaps already, or the connection has ended.
    /// </summary>
    public Task<byte[]?> Register(PendingCommand command)
    {
        lock (this)
        {
            if (_isClosed || command.IsAnswered)
                return NoneToCome;

            _waiter = new TaskCompletionSource<byte[]?>(TaskCreationOptions.RunContinuationsAsynchronously);
            _command = command;
            return _waiter.Task;
        }
    }

    /// <summary>A <c>+</c> has arrived; false if it was unsolicited.</summary>
    public bool Continue(ReadOnlySpan<byte> text)
    {
        // A server that asks for more has read everything before.
        lock (this)
            _command?.SentUnasked = false;
        return Take(null)?.TrySetResult(text.ToArray()) ?? false;
    }

    /// <summary>A tagged response has arrived: if its command waits, or is about to, it need not.</summary>
    public void Answered(PendingCommand command)
    {
        lock (this)
            command.IsAnswered = true;
        Take(command)?.TrySetResult(null);
    }

    /// <summary>The connection has ended: a command that waits or is about to wait is released.</summary>
    public void Close()
    {
        lock (this)
            _isClosed = true;
        Take(null)?.TrySetResult(null);
    }

    private TaskCompletionSource<byte[]?>? Take(PendingCommand? command)
    {
        lock (this)
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
