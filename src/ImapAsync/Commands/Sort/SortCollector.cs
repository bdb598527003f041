using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Takes what answers SORT and UID SORT: SORT, or ESEARCH with its sets in order.</summary>
internal sealed class SortCollector<TNumber>(bool uids, SearchReturn returns, PartialRange? partial) : ResponseCollector<SortResult<TNumber>>
    where TNumber : unmanaged
{
    private readonly SortData _data = new(isListed: returns == SearchReturn.None ? partial is null : returns.HasFlag(SearchReturn.All));
    private bool _hasExtended;

    protected internal override bool NeedsTag => true;

    internal override ReadOnlySpan<byte> TakenInParts => _hasExtended ? default : "SORT"u8;

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        // A SORT after the ESEARCH is another command's.
        if (!_hasExtended && response.Is("SORT"u8))
        {
            SortResponseParser.Read(response.Arguments, _data);
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

    protected internal override SortResult<TNumber> Complete(ResponseCode? code) => new(_data);
}
