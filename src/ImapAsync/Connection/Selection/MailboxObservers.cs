namespace ImapAsync;

/// <summary>
/// The observers of one mailbox. Only listeners lock this object, and no other code runs under the lock.
/// </summary>
internal sealed class MailboxObservers
{
    private volatile IMailboxObserver[] _observers = [];
    private Exception? _end;

    public bool Any => _observers.Length > 0;

    public void Add(IMailboxObserver observer)
    {
        lock (this)
        {
            if (_end is null)
            {
                _observers = [.. _observers, observer];
                return;
            }
        }

        observer.Ended(_end);
    }

    public void Remove(IMailboxObserver observer)
    {
        lock (this)
            _observers = [.. _observers.Where(other => other != observer)];
    }

    public void Report(in MailboxFact fact)
    {
        foreach (IMailboxObserver observer in _observers)
            observer.Observe(fact);
    }

    public void End(Exception exception)
    {
        IMailboxObserver[] ended;
        lock (this)
        {
            _end ??= exception;
            (ended, _observers) = (_observers, []);
        }

        foreach (IMailboxObserver observer in ended)
            observer.Ended(exception);
    }
}
