using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Collects the answer to STORE and UID STORE.</summary>
internal sealed class StoreCollector<TSet>(TSet messages, bool silent, bool isConditional)
    : ResponseCollector<StoreResult<TSet>>
    where TSet : class, IMessageSet<TSet>
{
    // Most get no responses: a silent one, and one whose messages already had the flags.
    private FlagUpdates? _updates;
    private ModifiedMessages? _modified;

    private FlagUpdates Updates =>
        _updates ??= new FlagUpdates(new FetchTargets(messages.Numbers, messages is UidSet), silent);

    private ModifiedMessages Modified => _modified ??= new ModifiedMessages();

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        if (!isConditional || response.Code?.Is(ResponseCodes.Modified) != true)
            return response.Kind == ResponseKind.Fetch && Updates.TryTake(response);
        if (response.IsForExactMatch)
            return Modified.TryShare(response, messages.Numbers);
        RequireReadable(response.Code);
        return true;
    }

    internal override bool HoldsBack(in UntaggedResponse response) =>
        response.Kind == ResponseKind.Fetch && Updates.HoldsBack(response);

    // UIDs do not change before anything was reported.
    internal override void NumbersMoved() => (messages is UidSet ? _updates : Updates)?.NumbersMoved();

    internal override string? ExpectedIn(ResponseCode code) =>
        code.Is(ResponseCodes.Modified) ? Modified.Take(code) : null;

    // With MODIFIED, only those that it names were left unchanged.
    internal override bool HasPart(ResponseCode? code) =>
        _updates?.IsAny == true || _modified?.IsAny == true || code?.Is(ResponseCodes.Modified) == true;

    protected internal override StoreResult<TSet> Complete(ResponseCode? code)
    {
        if (code is not null)
            ExpectedIn(code);
        return new()
        {
            Changed = _updates?.Changed ?? [],
            Modified = _modified is null ? TSet.Wrap(default) : _modified.Build<TSet>(),
        };
    }
}
