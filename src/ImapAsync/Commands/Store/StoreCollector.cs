using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Takes what answers STORE and UID STORE.</summary>
internal sealed class StoreCollector<TSet>(TSet messages, bool silent, bool isConditional)
    : ResponseCollector<StoreResult<TSet>>
    where TSet : class, IMessageSet<TSet>
{
    // Most are told nothing: a silent one, and one whose messages had the flags already.
    private FlagUpdates? _updates;
    private ModifiedMessages? _modified;

    private FlagUpdates Updates =>
        _updates ??= new FlagUpdates(new FetchTargets(messages.Numbers, messages is UidSet), silent);

    private ModifiedMessages Modified => _modified ??= new ModifiedMessages();

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        if (!isConditional || response.Code?.Is("MODIFIED") != true)
            return response.Is("FETCH"u8) && Updates.TryTake(response);
        if (response.IsForExactMatch)
            return Modified.TryShare(response, messages.Numbers);
        RequireReadable(response.Code);
        return true;
    }

    internal override bool HoldsBack(in UntaggedResponse response) =>
        response.Is("FETCH"u8) && Updates.HoldsBack(response);

    // Of UIDs nothing moves before something was told.
    internal override void NumbersMoved() => (messages is UidSet ? _updates : Updates)?.NumbersMoved();

    internal override string? ExpectedIn(ResponseCode code) => code.Is("MODIFIED") ? Modified.Take(code) : null;

    // With MODIFIED only those that it names were left alone.
    internal override bool HasPart(ResponseCode? code) =>
        _updates?.IsAny == true || _modified?.IsAny == true || code?.Is("MODIFIED") == true;

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
