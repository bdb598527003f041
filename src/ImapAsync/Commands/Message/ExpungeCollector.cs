using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Takes EXPUNGE and VANISHED.</summary>
internal sealed class ExpungeCollector : ResponseCollector<ExpungeResult>
{
    private readonly RemovedMessages _removed = new();

    protected internal override bool TryCollect(in UntaggedResponse response) => _removed.TryAdd(response);

    internal override bool HasPart(ResponseCode? code) => !_removed.IsEmpty;

    protected internal override ExpungeResult Complete(ResponseCode? code) => _removed.Build();
}
