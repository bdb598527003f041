namespace ImapAsync;

/// <summary>The commands on access control lists (RFC 4314), each as a method that returns the value.</summary>
public static class AclExtensions
{
    /// <summary>Changes the rights of an identifier on a mailbox (SETACL, RFC 4314 §3.1).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="identifier">A user or group in the server's notation, or <c>anyone</c>.</param>
    /// <param name="change">
    /// The change: <c>"lrs"</c> gives exactly these rights, <c>"+i"</c> adds, <c>"-i"</c> removes.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task SetAclAsync(
        this IImapSession session, MailboxName mailbox, string identifier, AclChange change,
        CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new SetAclCommand(mailbox, identifier, change), cancellationToken);

    /// <summary>Removes an identifier from a mailbox's access control list (DELETEACL, RFC 4314 §3.2).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="identifier">The identifier as in the list.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task DeleteAclAsync(
        this IImapSession session, MailboxName mailbox, string identifier,
        CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new DeleteAclCommand(mailbox, identifier), cancellationToken);

    /// <summary>Gets the access control list of a mailbox (GETACL, RFC 4314 §3.3).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The entries in the server's order, each an identifier with its rights.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable or concerns something else. SendAsync returns the readable part.
    /// </exception>
    public static Task<Acl> GetAclAsync(
        this IImapSession session, MailboxName mailbox, CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new GetAclCommand(mailbox), cancellationToken);

    /// <summary>Gets the user's rights on a mailbox (MYRIGHTS, RFC 4314 §3.5).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The rights. The letters of RFC 2086 (<c>c</c>, <c>d</c>) are meaningless if the server announces <c>RIGHTS=</c>.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable or concerns something else. SendAsync returns the readable part.
    /// </exception>
    public static Task<Rights> MyRightsAsync(
        this IImapSession session, MailboxName mailbox, CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new MyRightsCommand(mailbox), cancellationToken);

    /// <summary>Gets the rights that an identifier can be given on a mailbox (LISTRIGHTS, RFC 4314 §3.4).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="identifier">A user or group in the server's notation, or <c>anyone</c>.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The rights that the identifier always has, and those that it can be given in addition, in groups that are given
    /// together.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable or concerns something else. SendAsync returns the readable part.
    /// </exception>
    public static Task<GrantableRights> ListRightsAsync(
        this IImapSession session, MailboxName mailbox, string identifier,
        CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new ListRightsCommand(mailbox, identifier), cancellationToken);
}
