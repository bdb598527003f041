using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The commands that wait to be written, and those in flight: what the loops share, under one lock.</summary>
internal sealed class CommandQueue
{
    private readonly Lock _lock = new();
    private readonly InFlightCommands _inFlight = new();
    private PendingCommand? _firstQueued;
    private PendingCommand? _lastQueued;
    private uint _tag;
    private bool _isClosed;

    /// <summary>Whether nothing is in flight or queued.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
                return _inFlight.Count == 0 && _firstQueued is null;
        }
    }

    public bool HasQueued
    {
        get
        {
            lock (_lock)
                return _firstQueued is not null;
        }
    }

    public PendingCommand? FirstInFlight => _inFlight.First;

    /// <summary>Whether a command that holds a secret is in flight.</summary>
    public bool HasSecretInFlight => _inFlight.HasSecret;

    public uint NextTag() => ++_tag;

    /// <summary>Queues a command; false when the connection has ended.</summary>
    public bool TryEnqueue(PendingCommand command, out bool isAlone)
    {
        lock (_lock)
        {
            isAlone = _inFlight.Count == 0 && _firstQueued is null;
            if (_isClosed)
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

    /// <summary>The next command that may be written now; null when there is none.</summary>
    public PendingCommand? TakeNext()
    {
        lock (_lock)
        {
            while (_firstQueued is { IsSettled: true })
                Dequeue();
            return _firstQueued is { } next && CommandScheduler.MayWrite(next, _inFlight) ? Dequeue() : null;
        }
    }

    /// <summary>
    /// Makes an encoded command one of those in flight; false when it must not be written after all. From here on it
    /// counts as sent. The check of its selection is made here, at the last moment, by whoever writes.
    /// </summary>
    public bool TryRegister(PendingCommand command, uint tag, Selections selections, out MailboxSelection? left)
    {
        left = null;
        lock (_lock)
        {
            if (_isClosed || command.IsSettled)
                return false;
            if (command.Mailbox is { } mailbox && selections.Current != mailbox)
                return false;
            if (command.Command.Traits.Has(CommandTraits.EndsSelection))
                left = selections.Begin(command.Opens);
            command.Tag = tag;
            _inFlight.Add(command);
            return true;
        }
    }

    public PendingCommand? Find(uint tag)
    {
        lock (_lock)
            return _inFlight.Find(tag);
    }

    public void Remove(PendingCommand command)
    {
        lock (_lock)
            _inFlight.Remove(command);
    }

    /// <summary>
    /// Others may be written although the command is exclusive and unanswered; false when it has been answered.
    /// </summary>
    public bool EndExclusive(PendingCommand command)
    {
        lock (_lock)
            return _inFlight.EndExclusive(command);
    }

    /// <summary>Gives back what many commands at once have needed: the connection is about to idle.</summary>
    public void Trim()
    {
        lock (_lock)
            _inFlight.Trim();
    }

    /// <summary>All commands that wait for an answer or to be written.</summary>
    public List<PendingCommand> Snapshot()
    {
        lock (_lock)
            return All();
    }

    /// <summary>Takes no more commands, and registers none; returns those that there are.</summary>
    public List<PendingCommand> Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            List<PendingCommand> all = All();
            _firstQueued = _lastQueued = null;
            return all;
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
