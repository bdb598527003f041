namespace ImapAsync;

/// <summary>The commands on whole mailboxes, each as a method that returns the value.</summary>
public static class MailboxExtensions
{
    /// <summary>Creates a mailbox (CREATE, RFC 9051 §6.3.4).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The new mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The name that the server gave it, and its id (MAILBOXID) if the server supports OBJECTID.</returns>
    /// <exception cref="ImapCommandException">The server refused, for example because the name is taken.</exception>
    public static Task<CreateResult> CreateMailboxAsync(
        this IImapSession session, MailboxName mailbox, CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new CreateCommand(mailbox), cancellationToken);

    /// <summary>Creates a mailbox for a special use (CREATE … (USE …), RFC 6154 §3).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The new mailbox.</param>
    /// <param name="specialUse">Its special use, such as <see cref="MailboxAttribute.Sent"/>.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The name that the server gave it, and its id (MAILBOXID) if the server supports OBJECTID.</returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because it does not support the use.
    /// </exception>
    public static Task<CreateResult> CreateMailboxAsync(
        this IImapSession session, MailboxName mailbox, MailboxAttribute specialUse,
        CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new CreateCommand(mailbox) { SpecialUse = [specialUse] }, cancellationToken);

    /// <summary>Deletes a mailbox with all its messages (DELETE, RFC 9051 §6.3.5).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task DeleteMailboxAsync(
        this IImapSession session, MailboxName mailbox, CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new DeleteCommand(mailbox), cancellationToken);

    /// <summary>Renames a mailbox (RENAME, RFC 9051 §6.3.6).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="newName">The new name.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task RenameMailboxAsync(
        this IImapSession session, MailboxName mailbox, MailboxName newName,
        CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new RenameCommand(mailbox, newName), cancellationToken);

    /// <summary>Subscribes to a mailbox (SUBSCRIBE, RFC 9051 §6.3.7).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task SubscribeAsync(
        this IImapSession session, MailboxName mailbox, CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new SubscribeCommand(mailbox), cancellationToken);

    /// <summary>Ends the subscription to a mailbox (UNSUBSCRIBE, RFC 9051 §6.3.8).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task UnsubscribeAsync(
        this IImapSession session, MailboxName mailbox, CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new UnsubscribeCommand(mailbox), cancellationToken);
}
