using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The commands that wait to be written, and those in flight: what the loops share, under one lock. Nobody else locks
/// this object.
/// </summary>
/// <param name="flow">The back-pressure of their answers.</param>
internal sealed class CommandQueue(FlowControl flow)
{
    private InFlightCommands _inFlight;
    private WorkLoop? _writer;
    private PendingCommand? _firstQueued;
    private PendingCommand? _lastQueued;
    private ConnectionFault? _fault;
    private uint _tag;

    public FlowControl Flow => flow;

    /// <summary>Whether nothing is in flight or queued.</summary>
    public bool IsIdle
    {
        get
        {
            lock (this)
                return _inFlight.Count == 0 && _firstQueued is null;
        }
    }

    public bool HasQueued
    {
        get
        {
            lock (this)
                return _firstQueued is not null;
        }
    }

    /// <summary>Whether the connection has ended.</summary>
    public bool IsClosed => Volatile.Read(ref _fault) is not null;

    /// <summary>Whether the server owes an answer: to anything but an IDLE that waits for updates.</summary>
    public bool IsAwaited => FirstInFlight is { IsResting: false } || HasQueued;

    /// <summary>Whether somebody waits for an answer that is not IDLE's.</summary>
    public bool IsBusy => HasQueued || FirstInFlight is { MakesWay: false };

    public PendingCommand? FirstInFlight => _inFlight.First;

    /// <summary>Whether a command that holds a secret is in flight.</summary>
    public bool HasSecretInFlight => _inFlight.HasSecret;

    public uint NextTag() => ++_tag;

    /// <summary>The loop that writes the commands: it is kicked when there may be something to write.</summary>
    public void WriteBy(WorkLoop writer) => _writer = writer;

    /// <summary>Has the write loop look whether there is something to write.</summary>
    public void LookForWork() => _writer!.Kick(inline: false);

    /// <summary>
    /// The server is about to owe an answer. Silence counts from here where it owed none before, and goes on however
    /// many more commands are sent. Called before the answer is seen to be due (<see cref="IsAwaited"/>), so that a
    /// look in between finds no silence that began before anybody waited.
    /// </summary>
    public void BeginWait()
    {
        if (!IsAwaited)
            flow.Progressed();
    }

    /// <summary>
    /// Queues a command, and has it written as soon as that may be; it fails when the connection has ended.
    /// </summary>
    public void Enqueue(PendingCommand command)
    {
        command.Enqueued();
        BeginWait();
        if (TryEnqueue(command, out bool isAlone))
            _writer!.Kick(inline: isAlone);
        else
            command.Fail(_fault!.ToException(command));
    }

    /// <summary>The next command that may be written now; null when there is none.</summary>
    public PendingCommand? TakeNext()
    {
        lock (this)
        {
            while (_firstQueued is { IsSettled: true })
                Dequeue();
            return _firstQueued is { } next && CommandScheduler.MayWrite(next, _inFlight) ? Dequeue() : null;
        }
    }

    /// <summary>
    /// Makes an encoded command one of those in flight, which counts as sent from here on; false if it must not be
    /// written after all, and has failed. The check of its selection is made here, at the last moment.
    /// </summary>
    public bool TryRegister(PendingCommand command, uint tag, Selections selections, out MailboxSelection? left)
    {
        bool isSelected;
        left = null;
        lock (this)
        {
            isSelected = command.Mailbox is null || selections.Current == command.Mailbox;
            if (_fault is null && !command.IsSettled && isSelected)
            {
                if (command.Command.Traits.Has(CommandTraits.EndsSelection))
                    left = selections.Begin(command.Opens);
                command.Tag = tag;
                _inFlight.Add(command);
                return true;
            }
        }

        if (_fault is { } fault)
            command.Fail(fault.ToException(command));
        else if (!isSelected)
            command.Fail(command.Mailbox!.NotSelected(command.Command.Description));
        return false;
    }

    public PendingCommand? Find(uint tag)
    {
        lock (this)
            return _inFlight.Find(tag);
    }

    public void Remove(PendingCommand command)
    {
        lock (this)
            _inFlight.Remove(command);
    }

    /// <summary>
    /// Others may be written although the command is exclusive and unanswered; false when it has been answered.
    /// </summary>
    public bool EndExclusive(PendingCommand command)
    {
        lock (this)
            return _inFlight.EndExclusive(command);
    }

    /// <summary>Gives back what many commands at once have needed: the connection is about to idle.</summary>
    public void Trim()
    {
        lock (this)
            _inFlight.Trim();
    }

    /// <summary>All commands that wait for an answer or to be written.</summary>
    public List<PendingCommand> Snapshot()
    {
        lock (this)
            return All();
    }

    /// <summary>Takes no more commands, and registers none; returns those that there are.</summary>
    public List<PendingCommand> Close(ConnectionFault fault)
    {
        lock (this)
        {
            _fault = fault;
            List<PendingCommand> all = All();
            _firstQueued = _lastQueued = null;
            return all;
        }
    }

    private bool TryEnqueue(PendingCommand command, out bool isAlone)
    {
        lock (this)
        {
            isAlone = _inFlight.Count == 0 && _firstQueued is null;
            if (_fault is not null)
                return false;
            if (command.GoesFirst)
                (command.Next, _firstQueued) = (_firstQueued, command);
            else if (_lastQueued is null)
                _firstQueued = command;
            else
                _lastQueued.Next = command;
            if (!command.GoesFirst || _lastQueued is null)
                _lastQueued = command;
            return true;
        }
    }

    private List<PendingCommand> All()
    {
        List<PendingCommand> all = [];
        for (PendingCommand? command = _inFlight.First; command is not null; command = command.Next)
            all.Add(command);
        for (PendingCommand? command = _firstQueued; command is not null; command = command.Next)
            all.Add(command);
        return all;
    }

    private PendingCommand Dequeue()
    {
        PendingCommand command = _firstQueued!;
        _firstQueued = command.Next;
        if (_firstQueued is null)
            _lastQueued = null;
        command.Next = null;
        return command;
    }
}
