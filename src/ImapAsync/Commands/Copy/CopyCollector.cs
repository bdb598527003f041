using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Collects COPYUID, from the tagged response of COPY or from an untagged OK before the EXPUNGEs of MOVE (RFC 9051
/// §6.4.8).
/// </summary>
/// <param name="expunges">
/// Whether the command removes messages: then the server's report of it is not an answer to a later EXPUNGE.
/// </param>
/// <param name="uids">The messages; null if they are named by number.</param>
internal sealed class CopyCollector(bool expunges, UidSet? uids = null) : ResponseCollector<CopyResult>
{
    private readonly CopyUidData _data = new();
    private readonly RemovedMessages _removed = new(uids);

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        if (response.Code?.Is(ResponseCodes.CopyUid) != true)
            return expunges && _removed.TryAdd(response);
        if (response.IsForExactMatch && !Names(response.Code))
            return false;
        RequireReadable(response.Code);
        return true;
    }

    internal override bool HoldsBack(in UntaggedResponse response) => expunges && RemovedMessages.HoldsBack(response);

    internal override string? ExpectedIn(ResponseCode code) => _data.Take(code);

    // A MOVE sends COPYUID before the EXPUNGEs, and a COPY sends its own with the NO if some messages were expunged.
    internal override bool HasPart(ResponseCode? code)
    {
        _data.Take(code);
        return !_removed.IsEmpty || !_data.IsEmpty;
    }

    // Of several commands in progress, the code belongs to the one that requested all its sources.
    private bool Names(ResponseCode code)
    {
        UidSet sources = new CopyUidCode(code).Sources;
        return uids is { IsExplicit: true } && !sources.IsEmpty && (sources - uids).IsEmpty;
    }

    protected internal override CopyResult Complete(ResponseCode? code)
    {
        _data.Take(code);
        return _data.Build(_removed.Build());
    }
}
