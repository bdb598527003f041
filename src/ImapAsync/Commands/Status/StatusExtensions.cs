namespace ImapAsync;

/// <summary>STATUS as a method that returns the value.</summary>
public static class StatusExtensions
{
    /// <summary>
    /// Gets the counters of a mailbox without selecting it (STATUS, RFC 9051 §6.3.11). Any number of these calls can be
    /// awaited at once.
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="items">The counters to get; default: messages, unseen, next UID, UIDVALIDITY.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The counters: messages and UIDs as numbers, sizes in octets. What was not requested or not reported is null. A
    /// malformed but usable one, such as a rounded number, is also in <see cref="MailboxStatus.Malformed"/>.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because the mailbox does not exist.
    /// </exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable or concerns something else. SendAsync returns the readable part.
    /// </exception>
    public static Task<MailboxStatus> StatusAsync(
        this IImapSession session, MailboxName mailbox, StatusItems items = StatusItems.Basic,
        CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new StatusCommand(mailbox, items), cancellationToken);
}
