using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>UID SEARCH: finds messages and returns their UIDs (RFC 9051 §6.4.4, §6.4.9; ESEARCH, RFC 4731).</summary>
/// <param name="Query">What to search for.</param>
/// <param name="Return">What to return.</param>
public sealed record UidSearchCommand(SearchQuery Query, SearchReturn Return = SearchReturn.None)
    : ImapCommand<SearchResult>("UID SEARCH")
{
    /// <summary>
    /// The part of the results to return in place of <see cref="SearchReturn.All"/> (PARTIAL, RFC 9394 §3.1).
    /// </summary>
    /// <value>Default: null, everything.</value>
    public PartialRange? Partial { get; init; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => SearchArguments.UidTraits(Query);

    /// <inheritdoc/>
    protected internal override string? OwnedResponse => SearchArguments.OwnedResponse("SEARCH", Return, Partial);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        SearchArguments.WriteReturn(encoder, "ESEARCH", Return, Partial);
        SearchArguments.WriteQuery(encoder, Query);
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<SearchResult> CreateCollector() =>
        new SearchCollector<SearchResult>(uids: true, Return, Partial, static data => new SearchResult(data));
}
