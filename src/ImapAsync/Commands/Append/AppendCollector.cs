using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Takes APPENDUID, in the tagged response of APPEND or in an untagged OK before the EXPUNGE of REPLACE
/// (RFC 8508 §4.3).
/// </summary>
/// <param name="expunges">
/// Whether the command removes a message: then the server's word of it is no answer to a later EXPUNGE.
/// </param>
/// <param name="removed">The message that it removes; null where that is named by number, or none is.</param>
internal sealed class AppendCollector(bool expunges, UidSet? removed = null) : ResponseCollector<AppendResult>
{
    private readonly RemovedMessages? _removed = expunges ? new RemovedMessages(removed) : null;
    private AppendResult? _result;

    // The last APPENDUID, which was read already: the tagged response's is asked for more than once.
    private ResponseCode? _told;

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        if (response.Code?.Is("APPENDUID") != true)
            return _removed?.TryAdd(response) == true;
        RequireReadable(response.Code);
        return true;
    }

    internal override bool HoldsBack(in UntaggedResponse response) => expunges && RemovedMessages.HoldsBack(response);

    // Of several messages some may be there, and of REPLACE the new one beside the old one.
    internal override bool HasPart(ResponseCode? code) =>
        _removed is { IsEmpty: false } || _told is not null || code?.Is("APPENDUID") == true;

    // A code may come in several responses, and more than once. What is in two mailboxes cannot be told under one
    // UIDVALIDITY.
    internal override string? ExpectedIn(ResponseCode code)
    {
        if (code == _told || !code.Is("APPENDUID"))
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
