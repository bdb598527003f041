namespace ImapAsync;

/// <summary>LIST, LSUB, RLIST and RLSUB, each as a method that returns the value.</summary>
public static class ListExtensions
{
    /// <summary>Lists mailboxes (LIST, RFC 9051 §6.3.9).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="pattern">
    /// The pattern, in which <c>*</c> matches anything and <c>%</c> anything within one level; default: all mailboxes.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The mailboxes in the server's order; empty if none matches.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable or concerns something else. SendAsync returns the readable part.
    /// </exception>
    public static Task<IReadOnlyList<MailboxInfo>> ListAsync(
        this IImapSession session, string pattern = "*", CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new ListCommand("", pattern), cancellationToken);

    /// <summary>
    /// Lists mailboxes with their counters, in one command if the server supports that (LIST … RETURN (STATUS …),
    /// RFC 5819), otherwise with a STATUS for each, all at once.
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="pattern">
    /// The pattern, in which <c>*</c> matches anything and <c>%</c> anything within one level.
    /// </param>
    /// <param name="status">
    /// The counters to return for each selectable mailbox, in <see cref="MailboxInfo.Status"/>.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The mailboxes in the server's order; empty if none matches. If the server refused the STATUS of one,
    /// <see cref="MailboxInfo.StatusRefusal"/> has the reason.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task<IReadOnlyList<MailboxInfo>> ListAsync(
        this IImapSession session, string pattern, StatusItems status, CancellationToken cancellationToken = default) =>
        session.ListAsync(new ListCommand("", pattern) { Status = status }, cancellationToken);

    /// <summary>
    /// Lists mailboxes with the options of the command (LIST, RFC 9051 §6.3.9; LIST-EXTENDED, RFC 5258). If the server
    /// does not know the options, older commands are used instead: LSUB for the subscribed mailboxes, STATUS for the
    /// counters; options without an older equivalent are left out.
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The mailboxes in the server's order; empty if none matches.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable or concerns something else. SendAsync returns the readable part.
    /// </exception>
    public static Task<IReadOnlyList<MailboxInfo>> ListAsync(
        this IImapSession session, ListCommand command, CancellationToken cancellationToken = default) =>
        command.IsExtended
            ? ListFallback.ListAsync(session, command, cancellationToken)
            : session.SendForWholeValueAsync(command, cancellationToken);

    /// <summary>Lists the mailboxes that the user subscribed to (LSUB, RFC 3501 §6.3.9).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="pattern">
    /// The pattern, in which <c>*</c> matches anything and <c>%</c> anything within one level; default: all mailboxes.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The mailboxes in the server's order; one with <c>\Noselect</c> is not subscribed itself, but has something
    /// subscribed below it.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable or concerns something else. SendAsync returns the readable part.
    /// </exception>
    public static Task<IReadOnlyList<MailboxInfo>> LsubAsync(
        this IImapSession session, string pattern = "*", CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new LsubCommand("", pattern), cancellationToken);

    /// <summary>
    /// Lists mailboxes, including those on other servers (RLIST, RFC 2193 §5.1). The server needs the capability
    /// MAILBOX-REFERRALS.
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="pattern">
    /// The pattern, in which <c>*</c> matches anything and <c>%</c> anything within one level; default: all mailboxes.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The mailboxes in the server's order. Selecting one on another server is refused with the code REFERRAL, which
    /// contains its URL.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable or concerns something else. SendAsync returns the readable part.
    /// </exception>
    public static Task<IReadOnlyList<MailboxInfo>> RlistAsync(
        this IImapSession session, string pattern = "*", CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new RlistCommand("", pattern), cancellationToken);

    /// <summary>
    /// Lists the mailboxes that the user subscribed to, including those on other servers (RLSUB, RFC 2193 §5.2). The
    /// server needs the capability MAILBOX-REFERRALS.
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="pattern">
    /// The pattern, in which <c>*</c> matches anything and <c>%</c> anything within one level; default: all mailboxes.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The mailboxes in the server's order.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable or concerns something else. SendAsync returns the readable part.
    /// </exception>
    public static Task<IReadOnlyList<MailboxInfo>> RlsubAsync(
        this IImapSession session, string pattern = "*", CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new RlsubCommand("", pattern), cancellationToken);
}
