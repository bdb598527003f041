namespace ImapAsync;

/// <summary>The commands on access control lists (RFC 4314), each as a method that returns the value.</summary>
public static class AclExtensions
{
    /// <summary>Changes what an identifier may do in a mailbox (SETACL, RFC 4314 §3.1).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="identifier">A user or a group as the server calls it, or <c>anyone</c>.</param>
    /// <param name="change">
    /// What to change: <c>"lrs"</c> gives these rights and no others, <c>"+i"</c> adds, <c>"-i"</c> takes away.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task SetAclAsync(
        this IImapSender sender, MailboxName mailbox, string identifier, AclChange change,
        CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new SetAclCommand(mailbox, identifier, change), cancellationToken);

    /// <summary>Takes an identifier out of a mailbox's access control list (DELETEACL, RFC 4314 §3.2).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="identifier">The identifier as it stands in the list.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task DeleteAclAsync(
        this IImapSender sender, MailboxName mailbox, string identifier,
        CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new DeleteAclCommand(mailbox, identifier), cancellationToken);

    /// <summary>Asks who may do what in a mailbox (GETACL, RFC 4314 §3.3).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The entries in the server's order, each an identifier with its rights.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, could not be read, or was about something else. SendAsync gives what could be read.
    /// </exception>
    public static Task<Acl> GetAclAsync(
        this IImapSender sender, MailboxName mailbox, CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new GetAclCommand(mailbox), cancellationToken);

    /// <summary>Asks what the user may do in a mailbox (MYRIGHTS, RFC 4314 §3.5).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The rights, of which the letters of RFC 2086 (<c>c</c>, <c>d</c>) say nothing where the server announces
    /// <c>RIGHTS=</c>.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, could not be read, or was about something else. SendAsync gives what could be read.
    /// </exception>
    public static Task<Rights> MyRightsAsync(
        this IImapSender sender, MailboxName mailbox, CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new MyRightsCommand(mailbox), cancellationToken);

    /// <summary>Asks what rights an identifier can be given on a mailbox (LISTRIGHTS, RFC 4314 §3.4).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="identifier">A user or a group as the server calls it, or <c>anyone</c>.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>What the identifier always has, and what it can be given besides, in groups that go together.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, could not be read, or was about something else. SendAsync gives what could be read.
    /// </exception>
    public static Task<GrantableRights> ListRightsAsync(
        this IImapSender sender, MailboxName mailbox, string identifier,
        CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new ListRightsCommand(mailbox, identifier), cancellationToken);
}
