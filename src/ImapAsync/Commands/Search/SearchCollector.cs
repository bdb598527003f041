using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Takes what answers SEARCH and UID SEARCH.</summary>
internal sealed class SearchCollector<TResult>(
    bool uids, SearchReturn returns, PartialRange? partial, Func<SearchData, TResult> makeResult)
    : FoundCollector<TResult>(uids, AsksForExtended(returns, partial))
{
    private readonly SearchData _data = new(AsksForAll(returns, partial));

    protected override ReadOnlySpan<byte> ListName => "SEARCH"u8;

    protected override ReadOnlySpan<byte> OtherListName => "SORT"u8;

    protected override void ReadList(ImapTokenReader arguments) => SearchResponseParser.Read(arguments, _data);

    protected override void Add(in ESearchResponse extended) => _data.Add(extended);

    protected internal override TResult Complete(ResponseCode? code) => makeResult(_data);
}
