using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Takes COPYUID, in the tagged response of COPY or in an untagged OK before the EXPUNGEs of MOVE (RFC 9051 §6.4.8).</summary>
/// <param name="expunges">Whether the command removes messages: then the server's word of it is no answer to a later EXPUNGE.</param>
internal sealed class CopyCollector(bool expunges) : ResponseCollector<CopyResult>
{
    private readonly CopyUidData _data = new();
    private readonly RemovedMessages _removed = new();

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        bool isTaken = _data.TryAdd(response.Code);
        RequireReadable(response.Code);
        if (isTaken)
            return true;
        return expunges && _removed.TryAdd(response);
    }

    // A MOVE sends COPYUID before the EXPUNGEs, and a COPY its own with the NO where some messages were gone.
    internal override bool HasPart(ResponseCode? code)
    {
        _data.TryAdd(code);
        return !_removed.IsEmpty || !_data.IsEmpty || (code is not null && !CopyUidData.IsReadable(code));
    }

    internal override string? ExpectedIn(ResponseCode code) => _data.ExpectedIn(code);

    protected internal override CopyResult Complete(ResponseCode? code)
    {
        _data.TryAdd(code);
        return _data.Build(_removed.Build());
    }
}
