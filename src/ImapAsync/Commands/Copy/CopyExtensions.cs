namespace ImapAsync;

/// <summary>
/// Copies and moves messages of a selected mailbox. The methods that take UIDs send as many commands as a long set
/// needs, one after the other; if one is refused, the previous ones were carried out, and the exception's
/// <see cref="ImapCommandException.PartialValue"/> reports them.
/// </summary>
public static class CopyExtensions
{
    /// <summary>Copies messages to another mailbox (UID COPY, RFC 9051 §6.4.7).</summary>
    /// <param name="mailbox">The mailbox to copy from.</param>
    /// <param name="uids">The messages.</param>
    /// <param name="destination">The mailbox to copy to; it must exist.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The UIDs of the copies, message by message; empty if the server does not support UIDPLUS.</returns>
    /// <exception cref="ImapCommandException">
    /// The server refused; the code TRYCREATE means that the destination has to be created first.
    /// </exception>
    public static Task<CopyResult> CopyAsync(
        this IImapMailbox mailbox, UidSet uids, MailboxName destination,
        CancellationToken cancellationToken = default) =>
        SendAsync(mailbox, new UidCopyCommand(uids, destination), cancellationToken);

    /// <summary>Copies messages named by sequence number to another mailbox (COPY, RFC 9051 §6.4.7).</summary>
    /// <param name="mailbox">The mailbox to copy from.</param>
    /// <param name="numbers">The messages; each must exist.</param>
    /// <param name="destination">The mailbox to copy to; it must exist.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <inheritdoc
    ///     cref="CopyAsync(IImapMailbox, UidSet, MailboxName, CancellationToken)"
    ///     path="/*[self::returns or self::exception]"/>
    public static Task<CopyResult> CopyAsync(
        this IImapMailbox mailbox, SequenceSet numbers, MailboxName destination,
        CancellationToken cancellationToken = default) =>
        SendAsync(mailbox, new CopyCommand(numbers, destination), cancellationToken);

    /// <summary>
    /// Moves messages to another mailbox (UID MOVE, RFC 9051 §6.4.8). The server needs the capability MOVE or
    /// IMAP4rev2.
    /// </summary>
    /// <param name="mailbox">The mailbox to move from.</param>
    /// <param name="uids">The messages.</param>
    /// <param name="destination">The mailbox to move to; it must exist.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The UIDs of the moved messages, message by message; empty if the server does not support UIDPLUS.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused; the code TRYCREATE means that the destination has to be created first.
    /// </exception>
    public static Task<CopyResult> MoveAsync(
        this IImapMailbox mailbox, UidSet uids, MailboxName destination,
        CancellationToken cancellationToken = default) =>
        SendAsync(mailbox, new UidMoveCommand(uids, destination), cancellationToken);

    /// <summary>
    /// Moves messages named by sequence number to another mailbox (MOVE, RFC 9051 §6.4.8). The server needs the
    /// capability MOVE or IMAP4rev2.
    /// </summary>
    /// <param name="mailbox">The mailbox to move from.</param>
    /// <param name="numbers">The messages; each must exist.</param>
    /// <param name="destination">The mailbox to move to; it must exist.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <inheritdoc
    ///     cref="MoveAsync(IImapMailbox, UidSet, MailboxName, CancellationToken)"
    ///     path="/*[self::returns or self::exception]"/>
    public static Task<CopyResult> MoveAsync(
        this IImapMailbox mailbox, SequenceSet numbers, MailboxName destination,
        CancellationToken cancellationToken = default) =>
        SendAsync(mailbox, new MoveCommand(numbers, destination), cancellationToken);

    private static Task<CopyResult> SendAsync<TSet>(
        IImapMailbox mailbox, TransferCommand<TSet> command, CancellationToken cancellationToken)
        where TSet : class, IMessageSet<TSet> => LongSets.Cut(command.Messages) is { } pieces
            ? SendPiecesAsync(mailbox, command, pieces, cancellationToken)
            : mailbox.SendForValueAsync(command, cancellationToken);

    private static Task<CopyResult> SendPiecesAsync<TSet>(
        IImapMailbox mailbox, TransferCommand<TSet> command, IReadOnlyList<TSet> pieces,
        CancellationToken cancellationToken)
        where TSet : class, IMessageSet<TSet> => new CopyByPiece(mailbox).SendAsync(
            pieces.Select(piece => command with { Messages = piece }), cancellationToken);
}
