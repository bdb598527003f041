using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The commands that wait to be written, and those in flight: what the loops share, under one lock.</summary>
internal sealed class CommandQueue
{
    private readonly Lock _lock = new();
    private readonly Queue<PendingCommand> _queued = new();
    private readonly InFlightCommands _inFlight = new();
    private uint _tag;
    private bool _isClosed;

    /// <summary>Whether nothing is in flight or queued.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
                return _inFlight.Count == 0 && _queued.Count == 0;
        }
    }

    public bool HasQueued
    {
        get
        {
            lock (_lock)
                return _queued.Count > 0;
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
            isAlone = _inFlight.Count == 0 && _queued.Count == 0;
            if (!_isClosed)
                _queued.Enqueue(command);
            return !_isClosed;
        }
    }

    /// <summary>The next command that may be written now; null when there is none.</summary>
    public PendingCommand? TakeNext()
    {
        lock (_lock)
        {
            while (_queued.TryPeek(out PendingCommand? next))
            {
                if (next.IsSettled)
                    _queued.Dequeue();
                else
                    return CommandScheduler.MayWrite(next, _inFlight) ? _queued.Dequeue() : null;
            }

            return null;
        }
    }

    /// <summary>
    /// Makes an encoded command one of those in flight; false when it must not be written after all. From here on it counts as sent.
    /// The check of its selection is made here, at the last moment, by whoever writes.
    /// </summary>
    public bool TryRegister(PendingCommand command, uint tag, SessionState session, out SelectedMailbox? left)
    {
        left = null;
        lock (_lock)
        {
            if (_isClosed || command.IsSettled)
                return false;
            if (command.Mailbox is { } mailbox && session.Selected != mailbox)
                return false;

            if (command.Command.Traits.Has(CommandTraits.EndsSelection))
            {
                left = session.Selected;
                session.Selected = command.Opens;
                command.Opens?.MayBeMistaken = session.MayStillBeSelected;
            }

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

    /// <summary>Others may be written although the command is exclusive and unanswered.</summary>
    public void EndExclusive(PendingCommand command)
    {
        lock (_lock)
            _inFlight.EndExclusive(command);
    }

    /// <summary>No mailbox is selected any more, if that one was.</summary>
    public void Deselect(SelectedMailbox mailbox, SessionState session)
    {
        lock (_lock)
        {
            if (session.Selected == mailbox)
                session.Selected = null;
        }
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
            _queued.Clear();
            return all;
        }
    }

    private List<PendingCommand> All()
    {
        List<PendingCommand> all = [];
        for (PendingCommand? command = _inFlight.First; command is not null; command = command.Next)
            all.Add(command);
        all.AddRange(_queued);
        return all;
    }
}
