using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Collects EXPUNGE and VANISHED.</summary>
/// <param name="uids">The messages; null if none are named.</param>
internal sealed class ExpungeCollector(UidSet? uids = null) : ResponseCollector<ExpungeResult>
{
    private readonly RemovedMessages _removed = new(uids);

    protected internal override bool TryCollect(in UntaggedResponse response) => _removed.TryAdd(response);

    internal override bool HoldsBack(in UntaggedResponse response) => RemovedMessages.HoldsBack(response);

    internal override bool HasPart(ResponseCode? code) => !_removed.IsEmpty;

    protected internal override ExpungeResult Complete(ResponseCode? code) => _removed.Build();
}
