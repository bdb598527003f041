namespace ImapAsync;

/// <summary>
/// Copies and moves messages of a selected mailbox. The methods that take UIDs send as many commands as a long set
/// needs, one after the other; where one is refused those before it were done, and the exception's
/// <see cref="ImapCommandException.PartialValue"/> tells of them.
/// </summary>
public static class CopyExtensions
{
    /// <summary>Copies messages to another mailbox (UID COPY, RFC 9051 §6.4.7).</summary>
    /// <param name="mailbox">The mailbox to copy from.</param>
    /// <param name="uids">The messages.</param>
    /// <param name="destination">The mailbox to copy to; it must exist.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The UIDs of the copies, message by message; empty where the server has no UIDPLUS.</returns>
    /// <exception cref="ImapCommandException">
    /// The server refused; the code TRYCREATE means that the mailbox to copy to has to be created first.
    /// </exception>
    public static Task<CopyResult> CopyAsync(
        this IImapMailbox mailbox, UidSet uids, MailboxName destination,
        CancellationToken cancellationToken = default) =>
        SendInPiecesAsync(mailbox, uids, piece => new UidCopyCommand(piece, destination), cancellationToken);

    /// <summary>Copies messages named by sequence number to another mailbox (COPY, RFC 9051 §6.4.7).</summary>
    /// <param name="mailbox">The mailbox to copy from.</param>
    /// <param name="numbers">The messages; each must exist.</param>
    /// <param name="destination">The mailbox to copy to; it must exist.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The UIDs of the copies, message by message; empty where the server has no UIDPLUS.</returns>
    /// <exception cref="ImapCommandException">
    /// The server refused; the code TRYCREATE means that the mailbox to copy to has to be created first.
    /// </exception>
    public static Task<CopyResult> CopyAsync(
        this IImapMailbox mailbox, SequenceSet numbers, MailboxName destination,
        CancellationToken cancellationToken = default) =>
        mailbox.SendForValueAsync(new CopyCommand(numbers, destination), cancellationToken);

    /// <summary>
    /// Moves messages to another mailbox (UID MOVE, RFC 9051 §6.4.8). The server needs the capability MOVE or
    /// IMAP4rev2.
    /// </summary>
    /// <param name="mailbox">The mailbox to move from.</param>
    /// <param name="uids">The messages.</param>
    /// <param name="destination">The mailbox to move to; it must exist.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The UIDs of the messages where they are now, message by message; empty where the server has no UIDPLUS.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused; the code TRYCREATE means that the mailbox to move to has to be created first.
    /// </exception>
    public static Task<CopyResult> MoveAsync(
        this IImapMailbox mailbox, UidSet uids, MailboxName destination,
        CancellationToken cancellationToken = default) =>
        SendInPiecesAsync(mailbox, uids, piece => new UidMoveCommand(piece, destination), cancellationToken);

    /// <summary>
    /// Moves messages named by sequence number to another mailbox (MOVE, RFC 9051 §6.4.8). The server needs the
    /// capability MOVE or IMAP4rev2.
    /// </summary>
    /// <param name="mailbox">The mailbox to move from.</param>
    /// <param name="numbers">The messages; each must exist.</param>
    /// <param name="destination">The mailbox to move to; it must exist.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The UIDs of the messages where they are now, message by message; empty where the server has no UIDPLUS.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused; the code TRYCREATE means that the mailbox to move to has to be created first.
    /// </exception>
    public static Task<CopyResult> MoveAsync(
        this IImapMailbox mailbox, SequenceSet numbers, MailboxName destination,
        CancellationToken cancellationToken = default) =>
        mailbox.SendForValueAsync(new MoveCommand(numbers, destination), cancellationToken);

    private static async Task<CopyResult> SendInPiecesAsync(
        IImapMailbox mailbox, UidSet uids, Func<UidSet, ImapCommand<CopyResult>> makeCommand,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<UidSet> pieces = LongSets.Cut(uids);
        if (pieces.Count == 1)
            return await mailbox.SendForValueAsync(makeCommand(uids), cancellationToken).ConfigureAwait(false);

        CopyUidData data = new();
        RemovedMessages removed = new();
        List<MalformedResponse> malformed = [];
        for (int i = 0; i < pieces.Count; i++)
        {
            ImapResult<CopyResult> result = await SendPieceAsync(
                mailbox, makeCommand(pieces[i]), isFirst: i == 0, cancellationToken).ConfigureAwait(false);
            CopyResult told = result.IsOk ? result.Value : result.PartialValue ?? CopyResult.Nothing;
            malformed.AddRange(result.Malformed);
            if (data.Add(told) is { } ofAnother)
                malformed.Add(ofAnother);
            removed.Add(told.Removed);
            if (!result.IsOk)
            {
                bool isPartial = i > 0 || result.PartialValue is not null;
                throw result.Refusal(isPartial ? data.Build(removed.Build(), malformed) : null, malformed);
            }
        }

        return data.Build(removed.Build(), malformed);
    }

    // What was not sent is safe to repeat, but the pieces before it are not.
    private static async Task<ImapResult<CopyResult>> SendPieceAsync(
        IImapMailbox mailbox, ImapCommand<CopyResult> command, bool isFirst, CancellationToken cancellationToken)
    {
        try
        {
            return await mailbox.SendAsync(command, cancellationToken).ConfigureAwait(false);
        }
        catch (ImapConnectionException exception) when (!isFirst && exception.Outcome == CommandOutcome.NotSent)
        {
            throw new ImapConnectionException(
                $"{exception.Message} Other parts of the same set had been done before.",
                CommandOutcome.Unknown,
                exception.ByeText,
                exception);
        }
    }
}
