using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Takes what answers SORT and UID SORT: ESEARCH has its sets in order there.</summary>
internal sealed class SortCollector<TNumber>(bool uids, SearchReturn returns, PartialRange? partial)
    : FoundCollector<SortResult<TNumber>>(uids, AsksForExtended(returns, partial))
    where TNumber : unmanaged
{
    private readonly SortData _data = new(AsksForAll(returns, partial));

    protected override ReadOnlySpan<byte> ListName => "SORT"u8;

    protected override ReadOnlySpan<byte> OtherListName => "SEARCH"u8;

    protected override void ReadList(ImapTokenReader arguments) => SortResponseParser.Read(arguments, _data);

    protected override void Add(in ESearchResponse extended) => _data.Add(extended);

    protected internal override SortResult<TNumber> Complete(ResponseCode? code) => new(_data);
}
