namespace ImapAsync;

/// <summary>LIST, LSUB, RLIST and RLSUB, each as a method that returns the value.</summary>
public static class ListExtensions
{
    /// <summary>Lists mailboxes (LIST, RFC 9051 §6.3.9).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="pattern">
    /// Names in which <c>*</c> stands for anything and <c>%</c> for anything within one level; default: all.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The mailboxes in the server's order; empty where none matches.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, could not be read, or was about something else. SendAsync gives what could be read.
    /// </exception>
    public static Task<IReadOnlyList<MailboxInfo>> ListAsync(
        this IImapSender sender, string pattern = "*", CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new ListCommand("", pattern), cancellationToken);

    /// <summary>
    /// Lists mailboxes with their counters, in one go where the server can (LIST … RETURN (STATUS …), RFC 5819),
    /// otherwise with a STATUS for each, all at once.
    /// </summary>
    /// <param name="sender">The connection.</param>
    /// <param name="pattern">
    /// Names in which <c>*</c> stands for anything and <c>%</c> for anything within one level.
    /// </param>
    /// <param name="status">
    /// What to tell of each mailbox that can be selected, in <see cref="MailboxInfo.Status"/>.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The mailboxes in the server's order; empty where none matches. One whose STATUS the server refused has the
    /// reason in <see cref="MailboxInfo.StatusRefusal"/>.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task<IReadOnlyList<MailboxInfo>> ListAsync(
        this IImapSender sender, string pattern, StatusItems status, CancellationToken cancellationToken = default) =>
        sender.ListAsync(new ListCommand("", pattern) { Status = status }, cancellationToken);

    /// <summary>
    /// Lists mailboxes with the options of the command (LIST, RFC 9051 §6.3.9; LIST-EXTENDED, RFC 5258). Where the
    /// server does not know the options, the same is asked for in older ways: LSUB for the subscribed mailboxes, STATUS
    /// for the counters; what there is no older way for is left out.
    /// </summary>
    /// <param name="sender">The connection.</param>
    /// <param name="command">What to list.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The mailboxes in the server's order; empty where none matches.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, could not be read, or was about something else. SendAsync gives what could be read.
    /// </exception>
    public static Task<IReadOnlyList<MailboxInfo>> ListAsync(
        this IImapSender sender, ListCommand command, CancellationToken cancellationToken = default) =>
        command.IsExtended
            ? ListFallback.ListAsync(sender, command, cancellationToken)
            : sender.SendForWholeValueAsync(command, cancellationToken);

    /// <summary>Lists the mailboxes that the user subscribed to (LSUB, RFC 3501 §6.3.9).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="pattern">
    /// Names in which <c>*</c> stands for anything and <c>%</c> for anything within one level; default: all.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The mailboxes in the server's order; one with <c>\Noselect</c> is not subscribed to itself, but something below
    /// it.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, could not be read, or was about something else. SendAsync gives what could be read.
    /// </exception>
    public static Task<IReadOnlyList<MailboxInfo>> LsubAsync(
        this IImapSender sender, string pattern = "*", CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new LsubCommand("", pattern), cancellationToken);

    /// <summary>
    /// Lists mailboxes, also those that other servers hold (RLIST, RFC 2193 §5). The server needs the capability
    /// MAILBOX-REFERRALS.
    /// </summary>
    /// <param name="sender">The connection.</param>
    /// <param name="pattern">
    /// Names in which <c>*</c> stands for anything and <c>%</c> for anything within one level; default: all.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The mailboxes in the server's order. To select one that is elsewhere is refused with the code REFERRAL, which
    /// has its URL.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, could not be read, or was about something else. SendAsync gives what could be read.
    /// </exception>
    public static Task<IReadOnlyList<MailboxInfo>> RlistAsync(
        this IImapSender sender, string pattern = "*", CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new RlistCommand("", pattern), cancellationToken);

    /// <summary>
    /// Lists the mailboxes that the user subscribed to, also those that other servers hold (RLSUB, RFC 2193 §6). The
    /// server needs the capability MAILBOX-REFERRALS.
    /// </summary>
    /// <param name="sender">The connection.</param>
    /// <param name="pattern">
    /// Names in which <c>*</c> stands for anything and <c>%</c> for anything within one level; default: all.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The mailboxes in the server's order.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, could not be read, or was about something else. SendAsync gives what could be read.
    /// </exception>
    public static Task<IReadOnlyList<MailboxInfo>> RlsubAsync(
        this IImapSender sender, string pattern = "*", CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new RlsubCommand("", pattern), cancellationToken);
}
