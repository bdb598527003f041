namespace ImapAsync;

/// <summary>
/// Who listens to the news of one mailbox. Nobody else locks this object but those listeners, and nothing of others
/// runs under the lock.
/// </summary>
internal sealed class MailboxListeners
{
    private volatile MailboxListener[] _listeners = [];
    private Exception? _end;

    public bool Any => _listeners.Length > 0;

    public void Add(MailboxListener listener)
    {
        lock (this)
        {
            _listeners = [.. _listeners, listener];
            if (_end is not null)
                listener.End(_end);
        }
    }

    public void Remove(MailboxListener listener)
    {
        lock (this)
            _listeners = [.. _listeners.Where(other => other != listener)];
    }

    public void Publish(MailboxEvent happened)
    {
        foreach (MailboxListener listener in _listeners)
            listener.Publish(happened);
    }

    public void End(Exception exception)
    {
        lock (this)
        {
            _end = exception;
            foreach (MailboxListener listener in _listeners)
                listener.End(exception);
        }
    }
}
