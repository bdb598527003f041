namespace ImapAsync;

/// <summary>
/// Changes the flags of messages in a selected mailbox. The methods that take UIDs send as many commands as a long set
/// needs, one after the other; if one is refused, the previous ones were carried out, and the exception's
/// <see cref="ImapCommandException.PartialValue"/> reports them.
/// </summary>
public static class StoreExtensions
{
    /// <summary>
    /// Adds flags (UID STORE +FLAGS.SILENT, RFC 9051 §6.4.6): <c>await inbox.AddFlagsAsync(uid, Flag.Seen)</c>.
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="uids">The messages.</param>
    /// <param name="flags">The flags; at least one.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// What the server reported despite .SILENT: with CONDSTORE their mod-sequences, otherwise usually nothing.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because the mailbox is read-only.
    /// </exception>
    public static Task<StoreResult<UidSet>> AddFlagsAsync(
        this IImapMailbox mailbox, UidSet uids, FlagSet flags, CancellationToken cancellationToken = default) =>
        SendAsync(mailbox, new UidStoreCommand(uids, FlagOperation.Add, flags) { Silent = true }, cancellationToken);

    /// <summary>Removes flags (UID STORE -FLAGS.SILENT, RFC 9051 §6.4.6).</summary>
    /// <inheritdoc
    ///     cref="AddFlagsAsync(IImapMailbox, UidSet, FlagSet, CancellationToken)" path="/*[not(self::summary)]"/>
    public static Task<StoreResult<UidSet>> RemoveFlagsAsync(
        this IImapMailbox mailbox, UidSet uids, FlagSet flags, CancellationToken cancellationToken = default) =>
        SendAsync(mailbox, new UidStoreCommand(uids, FlagOperation.Remove, flags) { Silent = true }, cancellationToken);

    /// <summary>Replaces all flags (UID STORE FLAGS.SILENT, RFC 9051 §6.4.6); an empty set removes all.</summary>
    /// <inheritdoc
    ///     cref="AddFlagsAsync(IImapMailbox, UidSet, FlagSet, CancellationToken)" path="/*[not(self::summary)]"/>
    public static Task<StoreResult<UidSet>> SetFlagsAsync(
        this IImapMailbox mailbox, UidSet uids, FlagSet flags, CancellationToken cancellationToken = default) =>
        SendAsync(mailbox, new UidStoreCommand(uids, FlagOperation.Set, flags) { Silent = true }, cancellationToken);

    /// <summary>Adds flags to messages named by sequence number (STORE +FLAGS.SILENT, RFC 9051 §6.4.6).</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="numbers">The messages; each must exist.</param>
    /// <param name="flags">The flags; at least one.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <inheritdoc
    ///     cref="AddFlagsAsync(IImapMailbox, UidSet, FlagSet, CancellationToken)"
    ///     path="/*[self::returns or self::exception]"/>
    public static Task<StoreResult<SequenceSet>> AddFlagsAsync(
        this IImapMailbox mailbox, SequenceSet numbers, FlagSet flags, CancellationToken cancellationToken = default) =>
        SendAsync(mailbox, new StoreCommand(numbers, FlagOperation.Add, flags) { Silent = true }, cancellationToken);

    /// <summary>Removes flags from messages named by sequence number (STORE -FLAGS.SILENT, RFC 9051 §6.4.6).</summary>
    /// <inheritdoc
    ///     cref="AddFlagsAsync(IImapMailbox, SequenceSet, FlagSet, CancellationToken)" path="/*[not(self::summary)]"/>
    public static Task<StoreResult<SequenceSet>> RemoveFlagsAsync(
        this IImapMailbox mailbox, SequenceSet numbers, FlagSet flags, CancellationToken cancellationToken = default) =>
        SendAsync(mailbox, new StoreCommand(numbers, FlagOperation.Remove, flags) { Silent = true }, cancellationToken);

    /// <summary>
    /// Replaces all flags of messages named by sequence number (STORE FLAGS.SILENT, RFC 9051 §6.4.6); an empty set
    /// removes all.
    /// </summary>
    /// <inheritdoc
    ///     cref="AddFlagsAsync(IImapMailbox, SequenceSet, FlagSet, CancellationToken)" path="/*[not(self::summary)]"/>
    public static Task<StoreResult<SequenceSet>> SetFlagsAsync(
        this IImapMailbox mailbox, SequenceSet numbers, FlagSet flags, CancellationToken cancellationToken = default) =>
        SendAsync(mailbox, new StoreCommand(numbers, FlagOperation.Set, flags) { Silent = true }, cancellationToken);

    /// <summary>Changes flags and returns the resulting flags (UID STORE, RFC 9051 §6.4.6).</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="uids">The messages.</param>
    /// <param name="operation">What to do with the flags.</param>
    /// <param name="flags">The flags; empty only with <see cref="FlagOperation.Set"/>.</param>
    /// <param name="unchangedSince">
    /// Leaves messages with a higher mod-sequence unchanged (CONDSTORE, RFC 7162 §3.1.3);
    /// <see cref="StoreResult{TSet}.Modified"/> names them.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The messages' flags as reported by the server, and the messages that were left unchanged.</returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because the mailbox is read-only.
    /// </exception>
    /// <exception cref="ImapProtocolException">
    /// With <paramref name="unchangedSince"/>: the list of messages left unchanged is unreadable.
    /// </exception>
    public static Task<StoreResult<UidSet>> StoreAsync(
        this IImapMailbox mailbox, UidSet uids, FlagOperation operation, FlagSet flags,
        ModSequence? unchangedSince = null, CancellationToken cancellationToken = default) =>
        SendAsync(
            mailbox,
            new UidStoreCommand(uids, operation, flags) { UnchangedSince = unchangedSince },
            cancellationToken);

    /// <summary>
    /// Changes the flags of messages named by sequence number and returns the resulting flags (STORE, RFC 9051 §6.4.6).
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="numbers">The messages; each must exist.</param>
    /// <param name="operation">What to do with the flags.</param>
    /// <param name="flags">The flags; empty only with <see cref="FlagOperation.Set"/>.</param>
    /// <param name="unchangedSince">
    /// Leaves messages with a higher mod-sequence unchanged (CONDSTORE, RFC 7162 §3.1.3);
    /// <see cref="StoreResult{TSet}.Modified"/> names them.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <inheritdoc
    ///     cref="StoreAsync(IImapMailbox, UidSet, FlagOperation, FlagSet, ModSequence?, CancellationToken)"
    ///     path="/*[self::returns or self::exception]"/>
    public static Task<StoreResult<SequenceSet>> StoreAsync(
        this IImapMailbox mailbox, SequenceSet numbers, FlagOperation operation, FlagSet flags,
        ModSequence? unchangedSince = null, CancellationToken cancellationToken = default) =>
        SendAsync(
            mailbox,
            new StoreCommand(numbers, operation, flags) { UnchangedSince = unchangedSince },
            cancellationToken);

    private static Task<StoreResult<TSet>> SendAsync<TSet>(
        IImapMailbox mailbox, StoreCommand<TSet> command, CancellationToken cancellationToken)
        where TSet : class, IMessageSet<TSet>
    {
        if (LongSets.Cut(command.Messages) is { } pieces)
            return SendPiecesAsync(mailbox, command, pieces, cancellationToken);
        return command.UnchangedSince is null
            ? mailbox.SendForValueAsync(command, cancellationToken)
            : SendForKnownValueAsync(mailbox, command, cancellationToken);
    }

    private static Task<StoreResult<TSet>> SendPiecesAsync<TSet>(
        IImapMailbox mailbox, StoreCommand<TSet> command, IReadOnlyList<TSet> pieces,
        CancellationToken cancellationToken)
        where TSet : class, IMessageSet<TSet> => new StoreByPiece<TSet>(mailbox).SendAsync(
            pieces.Select(piece => command with { Messages = piece }), cancellationToken);

    private static async Task<StoreResult<TSet>> SendForKnownValueAsync<TSet>(
        IImapMailbox mailbox, StoreCommand<TSet> command, CancellationToken cancellationToken)
        where TSet : class, IMessageSet<TSet>
    {
        ImapResult<StoreResult<TSet>> result = (await mailbox.SendAsync(command, cancellationToken)
            .ConfigureAwait(false)).Required(command);
        return StoreByPiece<TSet>.Known(result, command);
    }
}
