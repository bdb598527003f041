using ImapAsync.Extensibility;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImapAsync;

/// <summary>One socket's inside: the loops, and what they share.</summary>
internal sealed class ConnectionCore : IAsyncDisposable
{
    private readonly CommandQueue _queue = new();
    private readonly WriteLoop _writeLoop;
    private readonly SessionEvents _events;
    // Only until the connection is open: the greeting need not be kept for as long as that.
    private volatile GreetingWait? _greeting;
    private readonly SilenceWatch _watch;
    private DueUpgrade? _upgrade;
    private Task _reading = Task.CompletedTask;
    private ConnectionEnd _end;

    public ConnectionCore(IImapTransport transport, ImapConnectionOptions options, string host, int port)
    {
        Transport = transport;
        Options = options;
        Host = host;
        Port = port;
        _greeting = new GreetingWait(Server);
        (Log, Wire) = OpenLogs(options.LoggerFactory);
        Telemetry = new ConnectionTelemetry(host, port, options.TimeProvider);
        Flow = new FlowControl(options.Limits, options.TimeProvider, options.StallTimeout);
        Idle = new IdleState(this, _queue);
        Kept = new KeptResponses(options.KeptResponses);
        _events = new SessionEvents(this);
        _writeLoop = new WriteLoop(this);
        _watch = new SilenceWatch(this);
    }

    public IImapTransport Transport { get; }

    public ImapConnectionOptions Options { get; }

    public string Host { get; }

    /// <summary>The port that the user asked for; 0 where there is none, as with a transport of his own.</summary>
    public int Port { get; }

    /// <summary>The server, for messages.</summary>
    public string Server => Port == 0 ? Host : HostAndPort.Format(Host, Port);

    public SessionState Session { get; } = new();

    public ContinuationGate Gate { get; } = new();

    public FlowControl Flow { get; }

    public IdleState Idle { get; }

    public KeptResponses Kept { get; }

    public ConnectionLog Log { get; }

    public WireLog Wire { get; }

    public ConnectionTelemetry Telemetry { get; }

    public ConnectionFault? Fault => _end.Fault;

    /// <summary>Completes once the connection has ended and all have been told. For tests.</summary>
    public Task<ConnectionFault> Ended => _end.WhenTold();

    /// <summary>The wait for the server's greeting; not after <see cref="Opened"/>.</summary>
    public GreetingWait Greeting => _greeting!;

    /// <summary>The wait for the server's greeting while it lasts.</summary>
    public GreetingWait? DueGreeting => _greeting is { IsDue: true } greeting ? greeting : null;

    public EncodingOptions EncodingOptions => new(
        Session.Literals, Session.Utf8, Options.SynchronizeLiteralsOver, Session.Capabilities, Session.Utf8Messages);

    /// <summary>Whether the write loop holds no buffer. For tests.</summary>
    public bool WriterHoldsNothing => _writeLoop.HoldsNothing;

    public PendingCommand? FirstInFlight => _queue.FirstInFlight;

    /// <summary>Whether the server owes an answer: to anything but an IDLE that waits for news.</summary>
    public bool IsAwaited => FirstInFlight is { IsResting: false } || _queue.HasQueued;

    /// <summary>Whether somebody waits for an answer that is not IDLE's.</summary>
    public bool IsBusy => _queue.HasQueued || FirstInFlight is { MakesWay: false };

    /// <summary>Whether a command that holds a secret is in progress. For the read loop.</summary>
    public bool HasSecretInFlight => _queue.HasSecretInFlight;

    /// <summary>Whether the user wants TLS, and it has not begun.</summary>
    public bool AwaitsTls { get; set; }

    public bool HasUpgrade => _upgrade is not null;

    public void Start() => _reading = new ReadLoop(this).RunAsync();

    public ValueTask<ImapResult<T>> SendAsync<T>(
        ImapCommand<T> command, MailboxSelection? mailbox, MailboxSelection? opens, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            opens?.Ended(new OperationCanceledException(cancellationToken));
            return ValueTask.FromCanceled<ImapResult<T>>(cancellationToken);
        }

        SendOperation<T> operation = new(command, Flow)
        {
            Mailbox = mailbox,
            Opens = opens ?? OpenedBy(command),
            Probe = Telemetry.Begin(command),
        };
        ValueTask<ImapResult<T>> result = operation.Task;
        Enqueue(operation);
        operation.CancelWith(cancellationToken);
        return result;
    }

    // It selects, whether or not anybody wants to send commands on its messages.
    private static MailboxSelection? OpenedBy(ImapCommand command) =>
        command is SelectCommand select ? new MailboxSelection(select) : null;

    public void Enqueue(PendingCommand command)
    {
        command.Enqueued();
        _watch.Begin();
        if (!_queue.TryEnqueue(command, out bool isAlone))
        {
            command.Fail(Fault!.ToException(command));
            return;
        }

        _writeLoop.Kick(inline: isAlone);
    }

    /// <summary>Ends once everything that may be written now has been written.</summary>
    public Task WhenQuietAsync() => _writeLoop.WhenQuietAsync();

    public uint NextTag() => _queue.NextTag();

    /// <summary>
    /// The next command that may be written now: when there is none, and nothing else to do, perhaps IDLE.
    /// </summary>
    public PendingCommand? TakeNext()
    {
        if (Fault is not null)
            return null;
        if (_queue.TakeNext() is { } next)
            return next;
        if (!Idle.IsWanted || Session.Selections.Current is null || !_queue.IsIdle)
            return null;

        // Whoever sends a command from here on has the write loop look again, and then it ends this IDLE.
        _queue.Trim();
        Kept.Trim();
        _watch.Begin();
        return Idle.Begin();
    }

    /// <summary>
    /// The IDLE in progress, if it is to be ended now, for a command that waits or for good: from here on the server
    /// owes its answer, and others may follow it.
    /// </summary>
    public PendingCommand? TakeIdleToEnd()
    {
        if (FirstInFlight is not { IsResting: true } idle || !(_queue.HasQueued || idle.IsOver))
            return null;
        _watch.Begin();
        idle.IsResting = false;
        bool isEnded = _queue.EndExclusive(idle);
        _watch.Watch();
        return isEnded ? idle : null;
    }

    public bool TryRegister(PendingCommand command, uint tag)
    {
        if (!_queue.TryRegister(command, tag, Session.Selections, out MailboxSelection? left))
        {
            if (Fault is { } fault)
                command.Fail(fault.ToException(command));
            else if (command.Mailbox is { } mailbox)
                command.Fail(mailbox.NotSelected(command.Command.Description));
            return false;
        }

        _watch.Watch();
        left?.Left();
        command.CapabilitiesTold = Session.TimesTold;
        command.Registered();
        command.Probe?.Written();
        if (Log.HasCommands)
        {
            command.Started = Options.TimeProvider.GetTimestamp();
            Log.Sent(tag, command.Command);
        }

        return true;
    }

    public PendingCommand? Find(uint tag) => _queue.Find(tag);

    /// <summary>
    /// The tagged response of a command has come: what follows from it for the connection, before commands that waited
    /// for it are written.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="status">What the answer is taken for.</param>
    /// <param name="onTheWire">What the server said, where that is something else.</param>
    public void Answered(PendingCommand command, in StatusResponse status, string? onTheWire = null)
    {
        if (command.Started >= 0)
        {
            string answer = onTheWire ?? StatusText.Format((ImapStatus)status.Kind, status.Code, status.Text);
            Log.Answered(command.Tag, command.Command, answer, Options.TimeProvider.GetElapsedTime(command.Started));
        }

        _events.Answered(command, status);
        _queue.Remove(command);
        Gate.Answered(command);
        if (status.Kind == StatusKind.Ok && command.Command.Effect == SessionEffect.LogsOut)
            Fail(new ConnectionFault("The connection was logged out", IsIntended: true));
        if (_queue.HasQueued || Idle.IsWanted)
            LookForWork();
        _events.ShowAlert(status);
    }

    public void StatusReceived(in StatusResponse status)
    {
        bool isGreeting = DueGreeting is not null;
        _events.StatusReceived(status, isGreeting);
        if (isGreeting && status.Kind is StatusKind.No or StatusKind.Bad)
        {
            string answer = StatusText.Format((ImapStatus)status.Kind, status.Code, status.Text);
            Fail(new ConnectionFault($"The server refused the connection: {answer}"));
        }
    }

    /// <summary>
    /// A status response has come, and all have been told of it: the first is the greeting, for which the opener waits.
    /// </summary>
    public void StatusTold(in StatusResponse status)
    {
        _events.ShowAlert(status);
        _greeting?.Greeted(status);
    }

    public void Unclaimed(in UntaggedResponse response) => _events.Unclaimed(response);

    /// <summary>Somebody wants to idle, or no longer does.</summary>
    public void WantIdle(int change)
    {
        if (Session.Capabilities?.Supports("IDLE") == false)
            Idle.Refuse();
        Idle.Want(change);
        LookForWork();
    }

    /// <summary>Has the write loop look whether there is something to write.</summary>
    public void LookForWork() => _writeLoop.Kick(inline: false);

    public void UpgradeDue(PendingCommand command, in StatusResponse status) =>
        _upgrade = new DueUpgrade(command, status);

    /// <summary>
    /// Puts TLS or compression under the connection, while nobody reads or writes, and only then lets the command that
    /// agreed on it end.
    /// </summary>
    public async ValueTask UpgradeAsync(ResponseDispatcher dispatcher)
    {
        (PendingCommand command, StatusResponse status) = _upgrade!;
        _upgrade = null;
        if (command.Command.Effect == SessionEffect.StartsTls)
        {
            await Transport.StartTlsAsync(Host, Options.Tls, CancellationToken.None).ConfigureAwait(false);
            // Whatever was said before may have been said by somebody on the way (RFC 9051 §6.2.1).
            Session.Unauthenticate();
            Kept.Clear();
            AwaitsTls = false;
            status = status with { Code = null, Text = "" };
            LogTls();
        }
        else
        {
            await Transport.StartDeflateAsync(CancellationToken.None).ConfigureAwait(false);
            Log.Compressed();
        }

        dispatcher.Finish(command, status);
    }

    public ConnectionFault EndOfStream(bool midResponse) => new(
        $"The server closed the connection{(midResponse ? " in the middle of a response" : "")}", Session.ByeText);

    /// <summary>Ends the connection: all who wait are told, with what became of their command.</summary>
    public void Fail(ConnectionFault fault)
    {
        if (!_end.TryBegin(fault))
            return;

        Flow.End();
        ImapConnectionException exception = fault.ToException();
        foreach (PendingCommand command in _queue.Close())
            fault.End(command);
        Telemetry.Closed();
        _greeting?.Failed(exception);
        Gate.Close();
        _events.Ended(exception);
        Transport.Abort();
        _end.Tell();
        Flow.Parking.Resume();
        fault.LogTo(Log, exception);
    }

    /// <summary>Tells all who wait, but one.</summary>
    public void FailOthers(PendingCommand but, Exception exception)
    {
        foreach (PendingCommand command in _queue.Snapshot())
        {
            if (command != but && command.IsAwaited)
                command.Fail(exception);
        }
    }

    /// <summary>The server has greeted.</summary>
    public void Opened(string greeting)
    {
        _greeting = null;
        Log.Connected(Server, greeting);
        LogTls();
        Telemetry.Opened();
        // It may have ended meanwhile.
        if (Fault is not null)
            Telemetry.Closed();
    }

    public void ThrowIfFaulted()
    {
        if (Fault is { } fault)
            throw fault.ToException();
    }

    public async ValueTask DisposeAsync()
    {
        Fail(new ConnectionFault("The connection was disposed of", IsIntended: true));
        _watch.Dispose();
        Idle.Dispose();
        await _reading.ConfigureAwait(false);

        // Whoever is sending a literal from a slow source holds a buffer of the transport: nobody waits for him, but
        // the buffer stays his until he is done.
        Task writing = _writeLoop.EndAsync();
        if (writing.IsCompleted)
            await Transport.DisposeAsync().ConfigureAwait(false);
        else
            _ = DisposeAfterAsync(writing);
    }

    private async Task DisposeAfterAsync(Task writing)
    {
        await writing.ConfigureAwait(false);
        await Transport.DisposeAsync().ConfigureAwait(false);
    }

    private static (ConnectionLog, WireLog) OpenLogs(ILoggerFactory factory)
    {
        if (factory is NullLoggerFactory)
            return (ConnectionLog.None, WireLog.None);
        int number = ConnectionLog.NextNumber();
        return (
            new ConnectionLog(factory.CreateLogger(ConnectionLog.Category), number),
            new WireLog(factory.CreateLogger(WireLog.Category), number));
    }

    private void LogTls()
    {
        if (Transport.Tls is { } tls)
            Log.Secured(tls.Protocol, tls.CipherSuite);
    }

    private sealed record DueUpgrade(PendingCommand Command, StatusResponse Status);
}
