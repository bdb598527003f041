namespace ImapAsync;

/// <summary>The commands on quotas (RFC 9208), each as a method that returns the value.</summary>
public static class QuotaExtensions
{
    /// <summary>Asks what is limited under a quota root (GETQUOTA, RFC 9208 §4.1.1).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="root">The quota root's name, as GETQUOTAROOT tells it; may be empty.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// What is used and what may be: storage in units of 1024 octets, the other resources in numbers. A rounded one is
    /// in <see cref="Quota.Malformed"/> as well.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, could not be read, or was about something else. SendAsync gives what could be read.
    /// </exception>
    public static Task<Quota> GetQuotaAsync(
        this IImapSender sender, string root, CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new GetQuotaCommand(root), cancellationToken);

    /// <summary>
    /// Asks which quota roots a mailbox is under, and what is limited there (GETQUOTAROOT, RFC 9208 §4.1.2).
    /// </summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The mailbox; it need not exist.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The names of the quota roots, and the quota of each: storage in units of 1024 octets, the other resources in
    /// numbers.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, could not be read, or was about something else. SendAsync gives what could be read.
    /// </exception>
    public static Task<QuotaRoots> GetQuotaRootAsync(
        this IImapSender sender, MailboxName mailbox, CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new GetQuotaRootCommand(mailbox), cancellationToken);

    /// <summary>
    /// Sets what is limited under a quota root (SETQUOTA, RFC 9208 §4.1.3). Resources that are not named are limited no
    /// more.
    /// </summary>
    /// <param name="sender">The connection.</param>
    /// <param name="root">The quota root's name; may be empty.</param>
    /// <param name="limits">The limits, such as <c>[new(QuotaResource.Storage, 51200)]</c>.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>What the server made of it; null where it did not say.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// A part of the answer could not be read, or it was about another quota root. To send the command again does no
    /// harm.
    /// </exception>
    public static Task<Quota?> SetQuotaAsync(
        this IImapSender sender, string root, IReadOnlyList<QuotaLimit> limits,
        CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new SetQuotaCommand(root, limits), cancellationToken);
}
