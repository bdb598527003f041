namespace ImapAsync;

/// <summary>
/// The news of a mailbox, for <c>await foreach</c>: listening begins with the first event that is asked for.
/// </summary>
internal sealed class MailboxNews(
    ConnectionCore core, SelectedMailbox mailbox, MailboxListeners listeners, CancellationToken cancellationToken)
    : IAsyncEnumerable<MailboxEvent>
{
    public IAsyncEnumerator<MailboxEvent> GetAsyncEnumerator(CancellationToken other = default) =>
        new MailboxListener(core, mailbox, listeners, cancellationToken, other == cancellationToken ? default : other);
}
