namespace ImapAsync;

/// <summary>A STORE of a set that is too long for one command.</summary>
internal sealed class StoreByPiece<TSet>(IImapMailbox mailbox) : PieceByPiece<StoreResult<TSet>>(mailbox)
    where TSet : class, IMessageSet<TSet>
{
    private readonly List<FlagUpdate> _changed = [];
    private NumberSetBuilder _modified;

    /// <summary>
    /// The value of one command. Where it had a condition it must be known which messages were left alone: not to read
    /// it is to take them for changed. All else that could not be read the value tells.
    /// </summary>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">What was left alone could not be read.</exception>
    public static StoreResult<TSet> Known(ImapResult<StoreResult<TSet>> result, ImapCommand command)
    {
        StoreResult<TSet> value = result.Value;
        foreach (MalformedResponse malformed in result.Malformed)
        {
            if (StatusResponse.TryParse(malformed.Raw.Span, out StatusResponse status)
                && status.Code?.Is("MODIFIED") == true)
            {
                throw new ImapProtocolException(
                    $"{command} was done, but what it left alone is not complete. {malformed.Reason} "
                    + $"Known are \"{value.Modified}\"; the flags of the others tell.");
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
