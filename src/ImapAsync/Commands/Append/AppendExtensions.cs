namespace ImapAsync;

/// <summary>Adds messages to mailboxes.</summary>
public static class AppendExtensions
{
    /// <summary>Adds a message to a mailbox (APPEND, RFC 9051 §6.3.12).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox; it must exist, and need not be selected.</param>
    /// <param name="message">The message with its flags and date.</param>
    /// <param name="cancellationToken">
    /// A token that cancels the operation. A half-sent message costs the connection.
    /// </param>
    /// <returns>
    /// The UIDVALIDITY of the mailbox and the UIDs of the messages, in the given order; empty if the server does not
    /// support UIDPLUS.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused; the code TRYCREATE means that the mailbox has to be created first.
    /// </exception>
    public static Task<AppendResult> AppendAsync(
        this IImapSession session, MailboxName mailbox, AppendMessage message,
        CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new AppendCommand(mailbox, message), cancellationToken);

    /// <summary>
    /// Adds a message to a mailbox, without flags and with the current date (APPEND, RFC 9051 §6.3.12).
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox; it must exist, and need not be selected.</param>
    /// <param name="content">
    /// The message in the format of RFC 5322, with lines that end in CR LF (<see cref="ImapLiteral.WithCrLfAsync"/>
    /// ensures that).
    /// </param>
    /// <param name="cancellationToken">
    /// A token that cancels the operation. A half-sent message costs the connection.
    /// </param>
    /// <returns>
    /// The UIDVALIDITY of the mailbox and the UIDs of the messages, in the given order; empty if the server does not
    /// support UIDPLUS.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused; the code TRYCREATE means that the mailbox has to be created first.
    /// </exception>
    public static Task<AppendResult> AppendAsync(
        this IImapSession session, MailboxName mailbox, ImapLiteral content,
        CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new AppendCommand(mailbox, new AppendMessage(content)), cancellationToken);

    /// <summary>
    /// Adds several messages to a mailbox: either all of them or none (MULTIAPPEND, RFC 3502). The server needs the
    /// capability MULTIAPPEND.
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox; it must exist, and need not be selected.</param>
    /// <param name="messages">The messages in order; at least one.</param>
    /// <param name="cancellationToken">
    /// A token that cancels the operation. A half-sent message costs the connection.
    /// </param>
    /// <returns>
    /// The UIDVALIDITY of the mailbox and the UIDs of the messages, in the given order; empty if the server does not
    /// support UIDPLUS.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused; the code TRYCREATE means that the mailbox has to be created first.
    /// </exception>
    public static Task<AppendResult> AppendAsync(
        this IImapSession session, MailboxName mailbox, IReadOnlyList<AppendMessage> messages,
        CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new AppendCommand(mailbox, messages), cancellationToken);

    /// <summary>
    /// Replaces a message with another one, in one step: the old draft with the new one (UID REPLACE, RFC 8508). The
    /// server needs the capability REPLACE.
    /// </summary>
    /// <param name="mailbox">The selected mailbox, which contains the old message.</param>
    /// <param name="uid">The message to replace.</param>
    /// <param name="destination">The mailbox for the new message.</param>
    /// <param name="message">The new message.</param>
    /// <param name="cancellationToken">
    /// A token that cancels the operation. A half-sent message costs the connection.
    /// </param>
    /// <returns>
    /// The UIDVALIDITY of the destination and the UID of the new message; empty if the server does not support UIDPLUS.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused; nothing was done.</exception>
    public static Task<AppendResult> ReplaceAsync(
        this IImapMailbox mailbox, Uid uid, MailboxName destination, AppendMessage message,
        CancellationToken cancellationToken = default) =>
        mailbox.SendForValueAsync(new UidReplaceCommand(uid, destination, message), cancellationToken);

    /// <summary>
    /// Replaces a message, named by sequence number, with another one, in one step (REPLACE, RFC 8508). The server
    /// needs the capability REPLACE.
    /// </summary>
    /// <param name="mailbox">The selected mailbox, which contains the old message.</param>
    /// <param name="number">The message to replace.</param>
    /// <param name="destination">The mailbox for the new message.</param>
    /// <param name="message">The new message.</param>
    /// <param name="cancellationToken">
    /// A token that cancels the operation. A half-sent message costs the connection.
    /// </param>
    /// <returns>
    /// The UIDVALIDITY of the destination and the UID of the new message; empty if the server does not support UIDPLUS.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused; nothing was done.</exception>
    public static Task<AppendResult> ReplaceAsync(
        this IImapMailbox mailbox, SequenceNumber number, MailboxName destination, AppendMessage message,
        CancellationToken cancellationToken = default) =>
        mailbox.SendForValueAsync(new ReplaceCommand(number, destination, message), cancellationToken);
}
