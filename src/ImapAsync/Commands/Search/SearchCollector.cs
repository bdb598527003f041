namespace ImapAsync;

/// <summary>Collects the answer to SEARCH and UID SEARCH.</summary>
internal sealed class SearchCollector<TNumber, TResult>(SearchCommand<TNumber, TResult> command)
    : FoundCollector<SearchData, TResult>(
        new SearchData(AsksForAll(command.Return, command.Partial)),
        MessageNumber.IsUid<TNumber>(),
        AsksForExtended(command.Return, command.Partial))
{
    protected override ResponseKind ListKind => ResponseKind.Search;

    protected internal override TResult Complete(ResponseCode? code) => command.CreateResult(Data);
}
