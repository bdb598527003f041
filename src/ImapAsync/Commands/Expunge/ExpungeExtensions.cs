namespace ImapAsync;

/// <summary>Removes messages of a selected mailbox permanently.</summary>
public static class ExpungeExtensions
{
    /// <summary>
    /// Removes all messages with the flag <c>\Deleted</c>, regardless of who set it (EXPUNGE, RFC 9051 §6.4.3).
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// What was removed: sequence numbers, each at the time of its removal, or UIDs if QRESYNC is enabled.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because the mailbox is read-only.
    /// </exception>
    public static Task<ExpungeResult> ExpungeAsync(
        this IImapMailbox mailbox, CancellationToken cancellationToken = default) =>
        mailbox.SendForValueAsync(new ExpungeCommand(), cancellationToken);

    /// <summary>
    /// Removes those of the named messages that have the flag <c>\Deleted</c> (UID EXPUNGE, RFC 9051 §6.4.9). The
    /// server needs the capability UIDPLUS or IMAP4rev2. A long set takes several commands; if one is refused, the
    /// previous ones were carried out.
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="uids">The messages.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <inheritdoc
    ///     cref="ExpungeAsync(IImapMailbox, CancellationToken)" path="/*[self::returns or self::exception]"/>
    public static Task<ExpungeResult> ExpungeAsync(
        this IImapMailbox mailbox, UidSet uids, CancellationToken cancellationToken = default) =>
        LongSets.Cut(uids) is { } pieces
            ? new ExpungeByPiece(mailbox).SendAsync(
                pieces.Select(static piece => new UidExpungeCommand(piece)), cancellationToken)
            : mailbox.SendForValueAsync(new UidExpungeCommand(uids), cancellationToken);
}
