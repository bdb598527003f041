using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Collects APPENDUID, from the tagged response of APPEND or from an untagged OK before the EXPUNGE of REPLACE
/// (RFC 8508 §4.3).
/// </summary>
/// <param name="expunges">
/// Whether the command removes a message: then the server's report of it is not an answer to a later EXPUNGE.
/// </param>
/// <param name="removed">The message that it removes; null if it is named by number, or none is removed.</param>
internal sealed class AppendCollector(bool expunges, UidSet? removed = null) : ResponseCollector<AppendResult>
{
    private readonly RemovedMessages? _removed = expunges ? new RemovedMessages(removed) : null;
    private AppendResult? _result;

    // The last APPENDUID, already parsed: that of the tagged response is requested more than once.
    private ResponseCode? _told;

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        if (response.Code?.Is(ResponseCodes.AppendUid) != true)
            return _removed?.TryAdd(response) == true;
        RequireReadable(response.Code);
        return true;
    }

    internal override bool HoldsBack(in UntaggedResponse response) => expunges && RemovedMessages.HoldsBack(response);

    // Of several messages some may have been added, and with REPLACE the new one beside the old one.
    internal override bool HasPart(ResponseCode? code) =>
        _removed is { IsEmpty: false } || _told is not null || code?.Is(ResponseCodes.AppendUid) == true;

    // A code may arrive in several responses, and more than once. UIDs of two mailboxes cannot be reported under one
    // UIDVALIDITY.
    internal override string? ExpectedIn(ResponseCode code)
    {
        if (code == _told || !code.Is(ResponseCodes.AppendUid))
            return null;
        _told = code;
        if (AppendResult.TryRead(code) is not { } told)
            return "a UIDVALIDITY and the UIDs of the messages";
        if (_result?.UidValidity is { } before && told.UidValidity is { } other && other != before)
            return $"the UIDVALIDITY {before}, as before";
        _result = _result is null ? told : new AppendResult
        {
            UidValidity = _result.UidValidity ?? told.UidValidity,
            Uids = told.Uids | _result.Uids,
        };
        return null;
    }

    protected internal override AppendResult Complete(ResponseCode? code)
    {
        if (code is not null)
            ExpectedIn(code);
        return _result ?? new AppendResult();
    }
}
