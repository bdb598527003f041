namespace ImapAsync;

/// <summary>
/// The news of a mailbox, for <c>await foreach</c>: what happens is kept from the call on, not from the first event on
/// that is asked for. Who enumerates it once more listens from there on.
/// </summary>
internal sealed class MailboxNews : IAsyncEnumerable<MailboxEvent>
{
    private readonly ConnectionCore _core;
    private readonly SelectedMailbox _mailbox;
    private readonly MailboxListeners _listeners;
    private readonly CancellationToken _cancellationToken;
    private MailboxListener? _first;

    public MailboxNews(
        ConnectionCore core, SelectedMailbox mailbox, MailboxListeners listeners, CancellationToken cancellationToken)
    {
        (_core, _mailbox, _listeners, _cancellationToken) = (core, mailbox, listeners, cancellationToken);
        _first = Listen();
    }

    public IAsyncEnumerator<MailboxEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        MailboxListener listener = Interlocked.Exchange(ref _first, null) ?? Listen();
        if (cancellationToken != _cancellationToken)
            listener.EndBy(cancellationToken);
        return listener;
    }

    private MailboxListener Listen()
    {
        MailboxListener listener = new(_core, _mailbox, _listeners);
        listener.Listen(_cancellationToken);
        return listener;
    }
}
