namespace ImapAsync;

/// <summary>STATUS as a method that returns the value.</summary>
public static class StatusExtensions
{
    /// <summary>
    /// Asks for the counters of a mailbox without selecting it (STATUS, RFC 9051 §6.3.11). Any number of these can be
    /// awaited at once.
    /// </summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="items">What to ask for; default: messages, unseen, next UID, UIDVALIDITY.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The counters: messages and UIDs as numbers, sizes in octets. What was not asked for, or not told, is null. One
    /// that is not as it should be and can be used, such as a rounded number, is in
    /// <see cref="MailboxStatus.Malformed"/> as well.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, such as for a mailbox that does not exist.
    /// </exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, could not be read, or was about something else. SendAsync gives what could be read.
    /// </exception>
    public static Task<MailboxStatus> StatusAsync(
        this IImapSender sender, MailboxName mailbox, StatusItems items = StatusItems.Basic,
        CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new StatusCommand(mailbox, items), cancellationToken);
}
