namespace ImapAsync;

/// <summary>
/// The core of a connection. It creates the parts and gives each part those that it uses. No part knows this object;
/// the public classes send their commands through it.
/// </summary>
internal sealed class ConnectionCore : IAsyncDisposable
{
    private readonly SilenceWatch _watch;
    private readonly WriteLoop _writeLoop;
    private readonly Task _reading;

    /// <summary>Creates the parts and starts to read.</summary>
    public ConnectionCore(
        IImapTransport transport, ImapConnectionOptions options, string host, int port, bool awaitsTls)
    {
        Context = new ConnectionContext(transport, options, host, port);
        Session = new SessionState(new KeptResponses(options.KeptResponses))
        {
            AwaitsTls = awaitsTls,
            Greeting = new GreetingWait(Context.Server),
        };
        ContinuationGate gate = new();
        Commands = new CommandQueue(new FlowControl(options.Limits, options.TimeProvider, options.StallTimeout));
        End = new ConnectionEnd(Context, Commands, gate, Session);
        _watch = new SilenceWatch(options, Commands, End);
        Idle = new IdleState(options, Commands, Session, _watch);
        CommandWriter writer = new(Context, Commands, gate, Session, _watch);
        _writeLoop = new WriteLoop(End, Idle, writer);
        Commands.WriteBy(_writeLoop);

        SessionEvents events = new(Context, Session, Commands, End);
        TaggedAnswers answers = new(Context, Commands, gate, End, events, Idle);
        ResponseDispatcher dispatcher = new(Context, Commands, gate, End, Session, events, answers);
        _reading = new ReadLoop(Context, Commands, End, dispatcher).RunAsync();
    }

    public ConnectionContext Context { get; }

    public SessionState Session { get; }

    public CommandQueue Commands { get; }

    public ConnectionEnd End { get; }

    public IdleState Idle { get; }

    /// <summary>Whether the write loop holds no buffer. For tests.</summary>
    public bool WriterHoldsNothing => _writeLoop.HoldsNothing;

    /// <summary>The server has greeted.</summary>
    public void Opened(string greeting)
    {
        Session.Greeting = null;
        Context.Log.Connected(Context.Server, greeting);
        Context.LogTls();
        Context.Telemetry.Opened();
        // It may have ended meanwhile.
        if (End.Fault is not null)
            Context.Telemetry.Closed();
    }

    /// <summary>Sends a command and waits for its answer.</summary>
    /// <param name="command">The command.</param>
    /// <param name="mailbox">The selection that the command belongs to.</param>
    /// <param name="opens">The selection that the command opens, if the caller already holds it.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    public ValueTask<ImapResult<T>> SendAsync<T>(
        ImapCommand<T> command, MailboxSelection? mailbox, MailboxSelection? opens, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            opens?.Ended(new OperationCanceledException(cancellationToken));
            return ValueTask.FromCanceled<ImapResult<T>>(cancellationToken);
        }

        SendOperation<T> operation = new(command, Commands.Flow)
        {
            Mailbox = mailbox,
            Opens = opens ?? OpenedBy(command),
            Probe = Context.Telemetry.Begin(command),
        };
        ValueTask<ImapResult<T>> result = operation.Task;
        Commands.Enqueue(operation);
        operation.CancelWith(cancellationToken);
        return result;
    }

    /// <summary>Ends once everything that may be written now has been written. For tests.</summary>
    public Task WhenQuietAsync() => _writeLoop.WhenQuietAsync();

    public async ValueTask DisposeAsync()
    {
        End.Fail(new ConnectionFault("The connection was disposed of", ConnectionFailure.Disposed));
        _watch.Dispose();
        Idle.Dispose();
        await _reading.ConfigureAwait(false);

        // A literal that is being sent from a slow source uses a buffer of the transport: sending is not awaited, but
        // the transport is disposed of only after it has ended.
        Task writing = _writeLoop.EndAsync();
        if (writing.IsCompleted)
            await Context.Transport.DisposeAsync().ConfigureAwait(false);
        else
            _ = DisposeAfterAsync(writing);
    }

    // The command selects a mailbox even if the caller will not send commands on its messages.
    private static MailboxSelection? OpenedBy(ImapCommand command) =>
        command is SelectCommand select ? new MailboxSelection(select) : null;

    private async Task DisposeAfterAsync(Task writing)
    {
        await writing.ConfigureAwait(false);
        await Context.Transport.DisposeAsync().ConfigureAwait(false);
    }
}
