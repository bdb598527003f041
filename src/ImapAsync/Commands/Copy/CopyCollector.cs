using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Takes COPYUID, in the tagged response of COPY or in an untagged OK before the EXPUNGEs of MOVE (RFC 9051 §6.4.8).
/// </summary>
/// <param name="expunges">
/// Whether the command removes messages: then the server's word of it is no answer to a later EXPUNGE.
/// </param>
internal sealed class CopyCollector(bool expunges) : ResponseCollector<CopyResult>
{
    private readonly CopyUidData _data = new();
    private readonly RemovedMessages _removed = new();

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        if (response.Code?.Is("COPYUID") != true)
            return expunges && _removed.TryAdd(response);
        RequireReadable(response.Code);
        return true;
    }

    internal override string? ExpectedIn(ResponseCode code) => _data.Take(code);

    // A MOVE sends COPYUID before the EXPUNGEs, and a COPY its own with the NO where some messages were gone.
    internal override bool HasPart(ResponseCode? code)
    {
        _data.Take(code);
        return !_removed.IsEmpty || !_data.IsEmpty;
    }

    protected internal override CopyResult Complete(ResponseCode? code)
    {
        _data.Take(code);
        return _data.Build(_removed.Build());
    }
}
