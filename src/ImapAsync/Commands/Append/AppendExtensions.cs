namespace ImapAsync;

/// <summary>Puts messages into mailboxes.</summary>
public static class AppendExtensions
{
    /// <summary>Puts a message into a mailbox (APPEND, RFC 9051 §6.3.12).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The mailbox; it must exist, and need not be selected.</param>
    /// <param name="message">The message with its flags and date.</param>
    /// <param name="cancellationToken">
    /// A token that cancels the operation. A half-sent message costs the connection.
    /// </param>
    /// <returns>
    /// UIDVALIDITY of the mailbox and UIDs of the messages, in the order in which they were given; nothing where the
    /// server has no UIDPLUS.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused; the code TRYCREATE means that the mailbox has to be created first.
    /// </exception>
    public static Task<AppendResult> AppendAsync(
        this IImapSender sender, MailboxName mailbox, AppendMessage message,
        CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new AppendCommand(mailbox, message), cancellationToken);

    /// <summary>Puts a message into a mailbox, without flags and as of now (APPEND, RFC 9051 §6.3.12).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The mailbox; it must exist, and need not be selected.</param>
    /// <param name="content">
    /// The message in the format of RFC 5322, with lines that end in CR LF (<see cref="ImapLiteral.WithCrLfAsync"/>
    /// sees to that).
    /// </param>
    /// <param name="cancellationToken">
    /// A token that cancels the operation. A half-sent message costs the connection.
    /// </param>
    /// <returns>
    /// UIDVALIDITY of the mailbox and UIDs of the messages, in the order in which they were given; nothing where the
    /// server has no UIDPLUS.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused; the code TRYCREATE means that the mailbox has to be created first.
    /// </exception>
    public static Task<AppendResult> AppendAsync(
        this IImapSender sender, MailboxName mailbox, ImapLiteral content,
        CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new AppendCommand(mailbox, new AppendMessage(content)), cancellationToken);

    /// <summary>
    /// Puts several messages into a mailbox: all of them or none (MULTIAPPEND, RFC 3502). The server needs the
    /// capability MULTIAPPEND.
    /// </summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The mailbox; it must exist, and need not be selected.</param>
    /// <param name="messages">The messages in order; at least one.</param>
    /// <param name="cancellationToken">
    /// A token that cancels the operation. A half-sent message costs the connection.
    /// </param>
    /// <returns>
    /// UIDVALIDITY of the mailbox and UIDs of the messages, in the order in which they were given; nothing where the
    /// server has no UIDPLUS.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused; the code TRYCREATE means that the mailbox has to be created first.
    /// </exception>
    public static Task<AppendResult> AppendAsync(
        this IImapSender sender, MailboxName mailbox, IReadOnlyList<AppendMessage> messages,
        CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new AppendCommand(mailbox, messages), cancellationToken);

    /// <summary>
    /// Puts a message in the place of another, in one step: a new draft for the old (UID REPLACE, RFC 8508). The server
    /// needs the capability REPLACE.
    /// </summary>
    /// <param name="mailbox">The selected mailbox, which the old message is in.</param>
    /// <param name="uid">The message that goes.</param>
    /// <param name="destination">The mailbox that the new message comes into.</param>
    /// <param name="message">The new message.</param>
    /// <param name="cancellationToken">
    /// A token that cancels the operation. A half-sent message costs the connection.
    /// </param>
    /// <returns>
    /// UIDVALIDITY of the destination and UID of the new message; nothing where the server has no UIDPLUS.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused: then nothing was done.</exception>
    public static Task<AppendResult> ReplaceAsync(
        this IImapMailbox mailbox, Uid uid, MailboxName destination, AppendMessage message,
        CancellationToken cancellationToken = default) =>
        mailbox.SendForValueAsync(new UidReplaceCommand(uid, destination, message), cancellationToken);

    /// <summary>
    /// Puts a message in the place of another that is named by sequence number, in one step (REPLACE, RFC 8508). The
    /// server needs the capability REPLACE.
    /// </summary>
    /// <param name="mailbox">The selected mailbox, which the old message is in.</param>
    /// <param name="number">The message that goes.</param>
    /// <param name="destination">The mailbox that the new message comes into.</param>
    /// <param name="message">The new message.</param>
    /// <param name="cancellationToken">
    /// A token that cancels the operation. A half-sent message costs the connection.
    /// </param>
    /// <returns>
    /// UIDVALIDITY of the destination and UID of the new message; nothing where the server has no UIDPLUS.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused: then nothing was done.</exception>
    public static Task<AppendResult> ReplaceAsync(
        this IImapMailbox mailbox, SequenceNumber number, MailboxName destination, AppendMessage message,
        CancellationToken cancellationToken = default) =>
        mailbox.SendForValueAsync(new ReplaceCommand(number, destination, message), cancellationToken);
}
