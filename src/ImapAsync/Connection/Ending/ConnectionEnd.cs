namespace ImapAsync;

/// <summary>
/// Whether and why a connection has ended. A part that cannot continue reports the fault here, from any thread. The
/// first fault ends the connection, and fails each pending command with an exception that carries its outcome.
/// </summary>
internal sealed class ConnectionEnd(
    ConnectionContext context, CommandQueue commands, ContinuationGate gate, SessionState session)
{
    private ConnectionFault? _fault;
    private TaskCompletionSource<ConnectionFault>? _over;

    /// <summary>Why it has ended; null while it has not.</summary>
    public ConnectionFault? Fault => Volatile.Read(ref _fault);

    /// <summary>Ends the connection, unless it has ended.</summary>
    public void Fail(ConnectionFault fault)
    {
        if (Interlocked.CompareExchange(ref _fault, fault, null) is not null)
            return;

        commands.Flow.End();
        ImapConnectionException exception = fault.ToException();
        foreach (PendingCommand command in commands.Close(fault))
            fault.End(command);
        context.Telemetry.Closed();
        session.Greeting?.Failed(exception);
        gate.Close();
        session.Selections.Current?.Ended(exception);
        context.Transport.Abort();
        Over().TrySetResult(fault);
        commands.Flow.Parking.Resume();
        fault.LogTo(context.Log, exception);
    }

    /// <summary>Ends the connection because the server has closed it, or is about to.</summary>
    public void FailAtEndOfStream(bool midResponse) => Fail(new ConnectionFault(
        $"The server closed the connection{(midResponse ? " in the middle of a response" : "")}",
        session.DueGreeting is not null && session.Bye is not null
            ? ConnectionFailure.GreetingRefused
            : ConnectionFailure.Lost,
        session.Bye?.Text, session.Bye?.Code));

    public void ThrowIfFaulted()
    {
        if (Fault is { } fault)
            throw fault.ToException();
    }

    /// <summary>Completes once the connection has ended and everything that depends on it has.</summary>
    public Task<ConnectionFault> WhenOver() => Over().Task;

    // Created by whichever comes first, the wait or the end.
    private TaskCompletionSource<ConnectionFault> Over()
    {
        TaskCompletionSource<ConnectionFault> over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return Interlocked.CompareExchange(ref _over, over, null) ?? over;
    }
}
