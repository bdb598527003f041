namespace ImapAsync;

/// <summary>A STORE of a set that is too long for one command.</summary>
internal sealed class StoreByPiece<TSet>(IImapMailbox mailbox) : PieceByPiece<StoreResult<TSet>>(mailbox)
    where TSet : class, IMessageSet<TSet>
{
    private readonly List<FlagUpdate> _changed = [];
    private NumberSetBuilder _modified;

    /// <summary>
    /// The value of one command. If it had a condition, it must be known which messages were left unchanged: otherwise
    /// they would be taken for changed. The value reports everything else that was unreadable.
    /// </summary>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">The list of messages left unchanged is unreadable.</exception>
    public static StoreResult<TSet> Known(ImapResult<StoreResult<TSet>> result, ImapCommand command)
    {
        StoreResult<TSet> value = result.Value;
        foreach (MalformedResponse malformed in result.Malformed)
        {
            if (StatusResponse.TryParse(malformed.Raw.Span, out StatusResponse status)
                && status.Code?.Is(ResponseCodes.Modified) == true)
            {
                throw new ImapProtocolException(
                    $"{command} was done, but the list of messages left unchanged is incomplete. {malformed.Reason} "
                    + $"Known are \"{value.Modified}\"; check the flags of the others.");
            }
        }

        return value;
    }

    protected override void Add(StoreResult<TSet> told)
    {
        _changed.AddRange(told.Changed);
        _modified.Add(told.Modified.Numbers);
    }

    protected override StoreResult<TSet> Build() =>
        new() { Changed = _changed, Modified = _modified.Build<TSet>(), Malformed = Malformed };

    protected override StoreResult<TSet> ValueOf(
        ImapResult<StoreResult<TSet>> result, ImapCommand<StoreResult<TSet>> command) =>
        command is StoreCommand<TSet> { UnchangedSince: not null } ? Known(result, command) : result.Value;
}
