using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The commands that wait to be written and those in flight, which the loops share under one lock. No other code locks
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

    /// <summary>Whether the server owes an answer to a command other than an IDLE that waits for updates.</summary>
    public bool IsAwaited => FirstInFlight is { IsResting: false } || HasQueued;

    /// <summary>Whether anything waits for an answer other than IDLE's.</summary>
    public bool IsBusy => HasQueued || FirstInFlight is { MakesWay: false };

    public PendingCommand? FirstInFlight => _inFlight.First;

    /// <summary>Whether a command that holds a secret is in flight.</summary>
    public bool HasSecretInFlight => _inFlight.HasSecret;

    public uint NextTag() => ++_tag;

    /// <summary>Sets the loop that writes the commands. It is kicked when there may be something to write.</summary>
    public void WriteBy(WorkLoop writer) => _writer = writer;

    /// <summary>Makes the write loop check whether there is something to write.</summary>
    public void LookForWork() => _writer!.Kick(inline: false);

    /// <summary>
    /// The server is about to owe an answer. If it owed none before, its silence is measured from now on, however many
    /// more commands are sent. Called before <see cref="IsAwaited"/> becomes true, so that a check in between does not
    /// find a silence that began before anyone waited.
    /// </summary>
    public void BeginWait()
    {
        if (!IsAwaited)
            flow.Progressed();
    }

    /// <summary>Queues a command, which is written as soon as possible. It fails if the connection has ended.</summary>
    public void Enqueue(PendingCommand command)
    {
        command.Enqueued();
        BeginWait();
        if (TryEnqueue(command, out bool isAlone))
            _writer!.Kick(inline: isAlone);
        else
            command.Fail(_fault!.ToException(command));
    }

    /// <summary>The next command that may be written now; null if there is none.</summary>
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
    /// Adds an encoded command to those in flight; from then on it counts as sent. Returns false if it must not be
    /// written and has failed. Its selection is checked here, at the last moment.
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
    /// Other commands may be written although this one is exclusive and unanswered; false if it has been answered.
    /// </summary>
    public bool EndExclusive(PendingCommand command)
    {
        lock (this)
            return _inFlight.EndExclusive(command);
    }

    /// <summary>Returns the memory that many concurrent commands needed: the connection is about to idle.</summary>
    public void Trim()
    {
        lock (this)
            _inFlight.Trim();
    }

    /// <summary>All commands waiting for an answer or to be written.</summary>
    public List<PendingCommand> Snapshot()
    {
        lock (this)
            return All();
    }

    /// <summary>Accepts no more commands, and registers none; returns the existing ones.</summary>
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
