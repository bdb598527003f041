namespace ImapAsync;

/// <summary>
/// Changes flags of messages in a selected mailbox. The methods that take UIDs send as many commands as a long set
/// needs, one after the other; where one is refused those before it were done, and the exception's
/// <see cref="ImapCommandException.PartialValue"/> tells of them.
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
    /// What the server told of the messages all the same: with CONDSTORE their mod-sequences, otherwise nothing in most
    /// cases.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because the mailbox is read-only.
    /// </exception>
    public static Task<StoreResult> AddFlagsAsync(
        this IImapMailbox mailbox, UidSet uids, FlagSet flags, CancellationToken cancellationToken = default) =>
        mailbox.StoreInPiecesAsync(
            new UidStoreCommand(uids, FlagOperation.Add, flags) { Silent = true }, cancellationToken);

    /// <summary>Removes flags (UID STORE -FLAGS.SILENT, RFC 9051 §6.4.6).</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="uids">The messages.</param>
    /// <param name="flags">The flags; at least one.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// What the server told of the messages all the same: with CONDSTORE their mod-sequences, otherwise nothing in most
    /// cases.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because the mailbox is read-only.
    /// </exception>
    public static Task<StoreResult> RemoveFlagsAsync(
        this IImapMailbox mailbox, UidSet uids, FlagSet flags, CancellationToken cancellationToken = default) =>
        mailbox.StoreInPiecesAsync(
            new UidStoreCommand(uids, FlagOperation.Remove, flags) { Silent = true }, cancellationToken);

    /// <summary>Replaces all flags (UID STORE FLAGS.SILENT, RFC 9051 §6.4.6).</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="uids">The messages.</param>
    /// <param name="flags">The flags that the messages are to have; may be empty.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// What the server told of the messages all the same: with CONDSTORE their mod-sequences, otherwise nothing in most
    /// cases.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because the mailbox is read-only.
    /// </exception>
    public static Task<StoreResult> SetFlagsAsync(
        this IImapMailbox mailbox, UidSet uids, FlagSet flags, CancellationToken cancellationToken = default) =>
        mailbox.StoreInPiecesAsync(
            new UidStoreCommand(uids, FlagOperation.Set, flags) { Silent = true }, cancellationToken);

    /// <summary>Adds flags to messages named by sequence number (STORE +FLAGS.SILENT, RFC 9051 §6.4.6).</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="numbers">The messages; each must exist.</param>
    /// <param name="flags">The flags; at least one.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// What the server told of the messages all the same: with CONDSTORE their mod-sequences, otherwise nothing in most
    /// cases.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because the mailbox is read-only.
    /// </exception>
    public static Task<SequenceStoreResult> AddFlagsAsync(
        this IImapMailbox mailbox, SequenceSet numbers, FlagSet flags, CancellationToken cancellationToken = default) =>
        mailbox.SendForValueAsync(
            new StoreCommand(numbers, FlagOperation.Add, flags) { Silent = true }, cancellationToken);

    /// <summary>Removes flags from messages named by sequence number (STORE -FLAGS.SILENT, RFC 9051 §6.4.6).</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="numbers">The messages; each must exist.</param>
    /// <param name="flags">The flags; at least one.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// What the server told of the messages all the same: with CONDSTORE their mod-sequences, otherwise nothing in most
    /// cases.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because the mailbox is read-only.
    /// </exception>
    public static Task<SequenceStoreResult> RemoveFlagsAsync(
        this IImapMailbox mailbox, SequenceSet numbers, FlagSet flags, CancellationToken cancellationToken = default) =>
        mailbox.SendForValueAsync(
            new StoreCommand(numbers, FlagOperation.Remove, flags) { Silent = true }, cancellationToken);

    /// <summary>
    /// Replaces all flags of messages named by sequence number (STORE FLAGS.SILENT, RFC 9051 §6.4.6).
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="numbers">The messages; each must exist.</param>
    /// <param name="flags">The flags that the messages are to have; may be empty.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// What the server told of the messages all the same: with CONDSTORE their mod-sequences, otherwise nothing in most
    /// cases.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because the mailbox is read-only.
    /// </exception>
    public static Task<SequenceStoreResult> SetFlagsAsync(
        this IImapMailbox mailbox, SequenceSet numbers, FlagSet flags, CancellationToken cancellationToken = default) =>
        mailbox.SendForValueAsync(
            new StoreCommand(numbers, FlagOperation.Set, flags) { Silent = true }, cancellationToken);

    /// <summary>Changes flags and returns what the messages have afterwards (UID STORE, RFC 9051 §6.4.6).</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="uids">The messages.</param>
    /// <param name="operation">What to do with the flags.</param>
    /// <param name="flags">The flags; empty only with <see cref="FlagOperation.Set"/>.</param>
    /// <param name="unchangedSince">
    /// Leaves messages alone that have a higher mod-sequence (CONDSTORE, RFC 7162 §3.1.3);
    /// <see cref="StoreResult.Modified"/> names them.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The flags that the messages have now, as the server told them, and which messages were left alone.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because the mailbox is read-only.
    /// </exception>
    public static Task<StoreResult> StoreAsync(
        this IImapMailbox mailbox, UidSet uids, FlagOperation operation, FlagSet flags,
        ModSequence? unchangedSince = null, CancellationToken cancellationToken = default) =>
        mailbox.StoreInPiecesAsync(
            new UidStoreCommand(uids, operation, flags) { UnchangedSince = unchangedSince }, cancellationToken);

    /// <summary>
    /// Changes flags of messages named by sequence number, and returns what they have afterwards (STORE,
    /// RFC 9051 §6.4.6).
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="numbers">The messages; each must exist.</param>
    /// <param name="operation">What to do with the flags.</param>
    /// <param name="flags">The flags; empty only with <see cref="FlagOperation.Set"/>.</param>
    /// <param name="unchangedSince">
    /// Leaves messages alone that have a higher mod-sequence (CONDSTORE, RFC 7162 §3.1.3);
    /// <see cref="SequenceStoreResult.Modified"/> names them.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The flags that the messages have now, as the server told them, and which messages were left alone.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because the mailbox is read-only.
    /// </exception>
    public static Task<SequenceStoreResult> StoreAsync(
        this IImapMailbox mailbox, SequenceSet numbers, FlagOperation operation, FlagSet flags,
        ModSequence? unchangedSince = null, CancellationToken cancellationToken = default) =>
        mailbox.SendForKnownValueAsync(
            new StoreCommand(numbers, operation, flags) { UnchangedSince = unchangedSince },
            unchangedSince,
            cancellationToken);

    private static async Task<StoreResult> StoreInPiecesAsync(
        this IImapMailbox mailbox, UidStoreCommand command, CancellationToken cancellationToken)
    {
        IReadOnlyList<UidSet> pieces = LongSets.Cut(command.Uids);
        if (pieces.Count == 1)
            return await mailbox.SendForKnownValueAsync(command, command.UnchangedSince, cancellationToken)
                .ConfigureAwait(false);

        List<FlagUpdate> changed = [];
        UidSet modified = UidSet.Empty;
        List<MalformedResponse> malformed = [];
        foreach (UidSet piece in pieces)
        {
            UidStoreCommand part = command with { Uids = piece };
            ImapResult<StoreResult> result = await mailbox.SendAsync(part, cancellationToken).ConfigureAwait(false);
            StoreResult? done = !result.IsOk
                ? result.PartialValue
                : command.UnchangedSince is null ? result.Value : result.KnownValue(part);
            changed.AddRange(done?.Changed ?? []);
            modified |= done?.Modified ?? UidSet.Empty;
            malformed.AddRange(result.Malformed);
            if (!result.IsOk)
                throw result.Refusal(piece != pieces[0] || done is not null ? Result() : null, malformed);
        }

        return Result();

        StoreResult Result() => new() { Changed = changed, Modified = modified, Malformed = malformed };
    }

    private static async Task<T> SendForKnownValueAsync<T>(
        this IImapMailbox mailbox, ImapCommand<T> command, ModSequence? unchangedSince,
        CancellationToken cancellationToken)
    {
        ImapResult<T> result = await mailbox.SendAsync(command, cancellationToken).ConfigureAwait(false);
        return unchangedSince is null ? result.Value : result.KnownValue(command);
    }

    // Which messages were left alone must be known: not to read it is to take them for changed. All else that could not
    // be read the value tells.
    private static T KnownValue<T>(this ImapResult<T> result, ImapCommand command)
    {
        foreach (MalformedResponse malformed in result.IsOk ? result.Malformed : [])
        {
            if (StatusResponse.TryParse(malformed.Raw.Span, out StatusResponse status)
                && status.Code?.Is("MODIFIED") == true)
            {
                throw new ImapProtocolException(
                    $"{command} was done, but what it left alone is not complete. {malformed.Reason} "
                    + $"Known are \"{ModifiedOf(result.Value)}\"; the flags of the others tell.");
            }
        }

        return result.Value;
    }

    private static string? ModifiedOf<T>(T value) =>
        value is StoreResult stored ? stored.Modified.ToString() : (value as SequenceStoreResult)?.Modified.ToString();
}
