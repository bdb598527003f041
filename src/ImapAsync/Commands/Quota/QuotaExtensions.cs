namespace ImapAsync;

/// <summary>The commands on quotas (RFC 9208), each as a method that returns the value.</summary>
public static class QuotaExtensions
{
    /// <summary>Gets the limits and usage of a quota root (GETQUOTA, RFC 9208 §4.1.1).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="root">The quota root's name, as returned by GETQUOTAROOT; may be empty.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The usage and limits: storage in units of 1024 octets, the other resources in numbers. A rounded number is also
    /// in <see cref="Quota.Malformed"/>.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable or concerns something else. SendAsync returns the readable part.
    /// </exception>
    public static Task<Quota> GetQuotaAsync(
        this IImapSession session, string root, CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new GetQuotaCommand(root), cancellationToken);

    /// <summary>
    /// Gets the quota roots of a mailbox, with their limits and usage (GETQUOTAROOT, RFC 9208 §4.1.2).
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox; it need not exist.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The names of the quota roots, and the quota of each: storage in units of 1024 octets, the other resources in
    /// numbers.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable or concerns something else. SendAsync returns the readable part.
    /// </exception>
    public static Task<QuotaRoots> GetQuotaRootAsync(
        this IImapSession session, MailboxName mailbox, CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new GetQuotaRootCommand(mailbox), cancellationToken);

    /// <summary>
    /// Sets the limits of a quota root (SETQUOTA, RFC 9208 §4.1.3). Resources that are not named are no longer limited.
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="root">The quota root's name; may be empty.</param>
    /// <param name="limits">The limits, such as <c>[new(QuotaResource.Storage, 51200)]</c>.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The resulting quota; null if the server did not report it.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// A part of the answer is unreadable, or it concerns another quota root. Sending the command again does no harm.
    /// </exception>
    public static Task<Quota?> SetQuotaAsync(
        this IImapSession session, string root, IReadOnlyList<QuotaLimit> limits,
        CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new SetQuotaCommand(root, limits), cancellationToken);
}
