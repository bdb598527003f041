using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// UID SORT: finds messages and returns their UIDs in an order (SORT, RFC 5256 §3; ESORT, RFC 5267 §3).
/// </summary>
/// <param name="Keys">What to sort by, the most important first; at least one.</param>
/// <param name="Query">What to search for.</param>
/// <param name="Return">What to return.</param>
public sealed record UidSortCommand(
    IReadOnlyList<SortKey> Keys, SearchQuery Query, SearchReturn Return = SearchReturn.None)
    : ImapCommand<SortResult<Uid>>("UID SORT")
{
    /// <summary>
    /// The part of the results to return in place of <see cref="SearchReturn.All"/> (CONTEXT=SORT, RFC 5267 §4.4).
    /// </summary>
    /// <value>Default: null, everything.</value>
    public PartialRange? Partial { get; init; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => "SORT";

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => SearchArguments.UidTraits(Query);

    /// <inheritdoc/>
    protected internal override string? OwnedResponse => SearchArguments.OwnedResponse("SORT", Return, Partial);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        SearchArguments.WriteReturn(encoder, "ESORT", Return, Partial);
        SortKey.WriteList(encoder, Keys);
        SearchArguments.WriteQueryWithCharset(encoder, Query);
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<SortResult<Uid>> CreateCollector() =>
        new SortCollector<Uid>(uids: true, Return, Partial);
}
