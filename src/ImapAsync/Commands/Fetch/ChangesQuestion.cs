namespace ImapAsync;

/// <summary>
/// A request for changes since a mod-sequence, in as many commands as it needs: what was reported before one of them is
/// refused is part of the refusal.
/// </summary>
internal sealed class ChangesQuestion(IImapMailbox mailbox, FetchItems items, ModSequence since)
{
    private readonly List<FetchedMessage> _changed = [];
    private UidSet _vanished = UidSet.Empty;

    public async Task<FetchedChanges> AskAsync(UidSet uids, CancellationToken cancellationToken)
    {
        foreach (UidSet piece in uids.IsEmpty ? [] : LongSets.Cut(uids) ?? [uids])
        {
            UidFetchCommand command = new(piece, items)
            {
                ChangedSince = since,
                Vanished = since.Value > 0,
                KeepUntagged = true,
            };
            // Before every change there is nothing to compare with: all existing messages are new, and expunged ones
            // are requested separately.
            IReadOnlyList<FetchedMessage> before = since.Value > 0 ? [] : await AskAsync(
                command with { Items = FetchItem.Uid, ChangedSince = new(1), Vanished = true, IsHidden = true },
                [], cancellationToken).ConfigureAwait(false);
            _changed.AddRange(await AskAsync(command, before, cancellationToken).ConfigureAwait(false));
        }

        return new FetchedChanges(_changed, _vanished);
    }

    private async Task<IReadOnlyList<FetchedMessage>> AskAsync(
        UidFetchCommand command, IReadOnlyList<FetchedMessage> before, CancellationToken cancellationToken)
    {
        ImapResult<IReadOnlyList<FetchedMessage>> result =
            (await mailbox.SendAsync(command, cancellationToken).ConfigureAwait(false)).Required(command);
        UidSet gone = VanishedEarlier.In(result.Untagged, out IReadOnlyList<MalformedResponse> unread);
        // Another such command in progress has its own answers.
        _vanished |= command.Messages.IsExplicit ? gone & command.Messages : gone;
        if (!result.IsOk)
            throw Refusal(result, before, unread);
        SessionSending.RequireWhole(unread, command);
        // These messages are not exposed.
        if (command.IsHidden)
            SessionSending.RequireWhole([.. result.Value.SelectMany(static told => told.Malformed)], command);
        return result.WholeValue(command);
    }

    private ImapCommandException Refusal(
        ImapResult<IReadOnlyList<FetchedMessage>> result, IReadOnlyList<FetchedMessage> before,
        IReadOnlyList<MalformedResponse> unread)
    {
        _changed.AddRange(result.PartialValue ?? []);
        // Only the existence of these was reported.
        HashSet<uint> known = [.. _changed.Select(UidOf)];
        _changed.AddRange(before.Where(message => UidOf(message) == 0 || known.Add(UidOf(message))));
        FetchedChanges? told = _changed.Count == 0 && _vanished.IsEmpty ? null : new(_changed, _vanished);
        return result.Refusal(told, [.. result.Malformed, .. unread]);
    }

    private static uint UidOf(FetchedMessage message) => message.Contains(FetchItem.Uid) ? message.Uid.Value : 0;
}
