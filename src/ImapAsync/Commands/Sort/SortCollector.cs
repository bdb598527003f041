namespace ImapAsync;

/// <summary>Collects the answer to SORT and UID SORT, in which ESEARCH has its sets in order.</summary>
internal sealed class SortCollector<TNumber>(SearchReturnOptions returns, PartialRange? partial)
    : FoundCollector<SortData, SortResult<TNumber>>(
        new SortData(AsksForAll(returns, partial)), MessageNumber.IsUid<TNumber>(), AsksForExtended(returns, partial))
    where TNumber : unmanaged
{
    protected override ResponseKind ListKind => ResponseKind.Sort;

    protected internal override SortResult<TNumber> Complete(ResponseCode? code) => new(Data);
}
