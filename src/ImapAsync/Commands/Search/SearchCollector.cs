using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Takes what answers SEARCH and UID SEARCH: SEARCH or ESEARCH, whichever the server sends, or nothing at all, as Cyrus does when nothing is found.</summary>
internal sealed class SearchCollector<TResult>(bool uids, SearchReturn returns, PartialRange? partial, Func<SearchData, TResult> makeResult) : ResponseCollector<TResult>
{
    private readonly SearchData _data = new(isListed: returns == SearchReturn.None ? partial is null : returns.HasFlag(SearchReturn.All));
    private bool _hasExtended;

    protected internal override bool NeedsTag => true;

    internal override ReadOnlySpan<byte> TakenInParts => _hasExtended ? default : "SEARCH"u8;

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        // A SEARCH after the ESEARCH is another command's.
        if (!_hasExtended && response.Is("SEARCH"u8))
        {
            SearchResponseParser.Read(response.Arguments, _data);
            return true;
        }

        if (!response.Is("ESEARCH"u8) || !ESearchResponse.TryParse(response.Arguments, Tag, out ESearchResponse extended))
            return false;

        extended.RequireKind(uids);
        _hasExtended = true;
        _data.Add(extended);
        extended.ThrowIfDamaged();
        return true;
    }

    protected internal override TResult Complete(ResponseCode? code) => makeResult(_data);
}
