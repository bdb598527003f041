namespace ImapAsync;

/// <summary>The commands on mailboxes as a whole, each as a method that returns the value.</summary>
public static class MailboxExtensions
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

    /// <summary>Makes a mailbox (CREATE, RFC 9051 §6.3.4).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The new mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The name that the server gave it, and its id (MAILBOXID) where the server has OBJECTID.</returns>
    /// <exception cref="ImapCommandException">The server refused, such as for a name that is taken.</exception>
    public static Task<CreateResult> CreateAsync(
        this IImapSender sender, MailboxName mailbox, CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new CreateCommand(mailbox), cancellationToken);

    /// <summary>Makes a mailbox for a special use (CREATE … (USE …), RFC 6154 §3).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The new mailbox.</param>
    /// <param name="specialUse">What it is for, such as <see cref="MailboxAttribute.Sent"/>.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The name that the server gave it, and its id (MAILBOXID) where the server has OBJECTID.</returns>
    /// <exception cref="ImapCommandException">The server refused, such as for a use that it does not have.</exception>
    public static Task<CreateResult> CreateAsync(
        this IImapSender sender, MailboxName mailbox, MailboxAttribute specialUse,
        CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new CreateCommand(mailbox) { SpecialUse = [specialUse] }, cancellationToken);

    /// <summary>Removes a mailbox with all its messages (DELETE, RFC 9051 §6.3.5).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task DeleteAsync(
        this IImapSender sender, MailboxName mailbox, CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new DeleteCommand(mailbox), cancellationToken);

    /// <summary>Gives a mailbox another name (RENAME, RFC 9051 §6.3.6).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="newName">Its new name.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task RenameAsync(
        this IImapSender sender, MailboxName mailbox, MailboxName newName,
        CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new RenameCommand(mailbox, newName), cancellationToken);

    /// <summary>Subscribes to a mailbox (SUBSCRIBE, RFC 9051 §6.3.7).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task SubscribeAsync(
        this IImapSender sender, MailboxName mailbox, CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new SubscribeCommand(mailbox), cancellationToken);

    /// <summary>Ends the subscription to a mailbox (UNSUBSCRIBE, RFC 9051 §6.3.8).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task UnsubscribeAsync(
        this IImapSender sender, MailboxName mailbox, CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new UnsubscribeCommand(mailbox), cancellationToken);

    /// <summary>Asks whose mailboxes are where (NAMESPACE, RFC 9051 §6.3.10, RFC 2342).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The prefix and the delimiter of each part: of the user's own mailboxes, of those of other users, and of shared
    /// ones.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, could not be read, or was about something else. SendAsync gives what could be read.
    /// </exception>
    public static Task<Namespaces> NamespaceAsync(
        this IImapSender sender, CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new NamespaceCommand(), cancellationToken);
}
