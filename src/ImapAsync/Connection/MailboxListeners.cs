using System.Threading.Channels;

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
        MailboxListener listener = new(this);
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

/// <summary>One listener: what happens while it is busy waits for it, up to a limit.</summary>
internal sealed class MailboxListener(MailboxListeners owner) : IDisposable
{
    private const int MostWaiting = 100_000;

    private readonly Channel<MailboxEvent> _events = Channel.CreateBounded<MailboxEvent>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    public void Publish(MailboxEvent happened)
    {
        if (!_events.Writer.TryWrite(happened))
            End(new ImapLimitException($"More than {MostWaiting} events wait for a listener that does not take them.", nameof(MostWaiting)));
    }

    public void End(Exception exception) => _events.Writer.TryComplete(exception);

    public IAsyncEnumerable<MailboxEvent> ReadAllAsync(CancellationToken cancellationToken) => _events.Reader.ReadAllAsync(cancellationToken);

    public void Dispose() => owner.Remove(this);
}
