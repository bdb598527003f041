using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The common part of <see cref="SearchCommand"/> and <see cref="UidSearchCommand"/>.</summary>
/// <typeparam name="TNumber">The type by which the result names messages.</typeparam>
/// <typeparam name="TResult">The result.</typeparam>
public abstract record SearchCommand<TNumber, TResult> : ImapCommand<TResult>
{
    private protected SearchCommand(string name, SearchQuery query, SearchReturnOptions returns)
        : base(name) => (Query, Return) = (query, returns);

    /// <summary>What to search for.</summary>
    public SearchQuery Query { get; init; }

    /// <summary>What to return.</summary>
    public SearchReturnOptions Return { get; init; }

    /// <summary>
    /// The part of the results to return instead of <see cref="SearchReturnOptions.All"/> (PARTIAL, RFC 9394 §3.1).
    /// </summary>
    /// <value>Default: null, all of them.</value>
    public PartialRange? Partial { get; init; }

    /// <inheritdoc/>
    protected internal sealed override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal sealed override CommandTraits Traits => SearchArguments.Traits<TNumber>(Query);

    /// <inheritdoc/>
    protected internal sealed override string? OwnedResponse =>
        SearchArguments.OwnedResponse("SEARCH", Return, Partial);

    /// <inheritdoc/>
    protected internal sealed override void WriteArguments(CommandEncoder encoder)
    {
        SearchArguments.WriteReturn(encoder, "ESEARCH", Return, Partial);
        SearchArguments.WriteQuery(encoder, Query);
    }

    /// <inheritdoc/>
    protected internal sealed override ResponseCollector<TResult> CreateCollector() =>
        new SearchCollector<TNumber, TResult>(this);

    internal abstract TResult CreateResult(SearchData data);
}

/// <summary>
/// SEARCH: finds messages and returns their sequence numbers (RFC 9051 §6.4.4; ESEARCH, RFC 4731).
/// <see cref="UidSearchCommand"/> is safer if messages may be expunged.
/// </summary>
/// <param name="Query">What to search for.</param>
/// <param name="Return">What to return.</param>
public sealed record SearchCommand(SearchQuery Query, SearchReturnOptions Return = SearchReturnOptions.None)
    : SearchCommand<SequenceNumber, SequenceSearchResult>("SEARCH", Query, Return)
{
    internal override SequenceSearchResult CreateResult(SearchData data) => new(data);
}

/// <summary>UID SEARCH: finds messages and returns their UIDs (RFC 9051 §6.4.4, §6.4.9; ESEARCH, RFC 4731).</summary>
/// <inheritdoc cref="SearchCommand" path="/*[not(self::summary)]"/>
public sealed record UidSearchCommand(SearchQuery Query, SearchReturnOptions Return = SearchReturnOptions.None)
    : SearchCommand<Uid, SearchResult>("UID SEARCH", Query, Return)
{
    internal override SearchResult CreateResult(SearchData data) => new(data);
}
