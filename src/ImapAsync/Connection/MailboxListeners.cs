namespace ImapAsync;

/// <summary>Who listens to the news of one mailbox.</summary>
internal sealed class MailboxListeners
{
    private readonly Lock _lock = new();
    private volatile MailboxListener[] _listeners = [];
    private Exception? _end;

    public bool Any => _listeners.Length > 0;

    public MailboxListener Add()
    {
        MailboxListener listener = new(this, _lock);
        lock (_lock)
        {
            _listeners = [.. _listeners, listener];
            if (_end is not null)
                listener.End(_end);
        }

        return listener;
    }

    public void Remove(MailboxListener listener)
    {
        lock (_lock)
            _listeners = [.. _listeners.Where(other => other != listener)];
    }

    public void Publish(MailboxEvent happened)
    {
        foreach (MailboxListener listener in _listeners)
            listener.Publish(happened);
    }

    public void End(Exception exception)
    {
        lock (_lock)
        {
            _end = exception;
            foreach (MailboxListener listener in _listeners)
                listener.End(exception);
        }
    }
}
