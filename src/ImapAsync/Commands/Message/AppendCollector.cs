using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Takes APPENDUID, in the tagged response of APPEND or in an untagged OK before the EXPUNGE of REPLACE (RFC 8508 §4.3).</summary>
/// <param name="expunges">Whether the command removes a message: then the server's word of it is no answer to a later EXPUNGE.</param>
internal sealed class AppendCollector(bool expunges) : ResponseCollector<AppendResult>
{
    private AppendResult? _result;
    private bool _hasExpunged;

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        RequireReadable(response.Code);
        if (AppendResult.TryRead(response.Code) is not { } result)
        {
            bool isExpunge = expunges && ExpungeParser.IsExpunge(response);
            _hasExpunged |= isExpunge;
            return isExpunge;
        }

        _result = result;
        return true;
    }

    // Of several messages some may be there, and of REPLACE the new one beside the old one.
    internal override bool HasPart(ResponseCode? code) => _hasExpunged || _result is not null || code?.Is("APPENDUID") == true;

    internal override string? ExpectedIn(ResponseCode code) => code.Is("APPENDUID") && AppendResult.TryRead(code) is null ? "a UIDVALIDITY and the UIDs of the messages" : null;

    protected internal override AppendResult Complete(ResponseCode? code) => AppendResult.TryRead(code) ?? _result ?? new AppendResult();
}
