using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The common part of <see cref="SortCommand"/> and <see cref="UidSortCommand"/>.</summary>
/// <typeparam name="TNumber"><see cref="Uid"/> or <see cref="SequenceNumber"/>.</typeparam>
public abstract record SortCommand<TNumber> : ImapCommand<SortResult<TNumber>>
    where TNumber : unmanaged
{
    private protected SortCommand(
        string name, IReadOnlyList<SortKey> keys, SearchQuery query, SearchReturnOptions returns)
        : base(name) => (Keys, Query, Return) = (keys, query, returns);

    /// <summary>The sort keys, the most significant first; at least one.</summary>
    public IReadOnlyList<SortKey> Keys { get; init; }

    /// <summary>What to search for.</summary>
    public SearchQuery Query { get; init; }

    /// <summary>What to return.</summary>
    public SearchReturnOptions Return { get; init; }

    /// <summary>
    /// The part of the results to return instead of <see cref="SearchReturnOptions.All"/> (CONTEXT=SORT, RFC 5267
    /// §4.4).
    /// </summary>
    /// <value>Default: null, all of them.</value>
    public PartialRange? Partial { get; init; }

    /// <inheritdoc/>
    protected internal sealed override string DefinedBy => Capability.Sort;

    /// <inheritdoc/>
    protected internal sealed override CommandTraits Traits => SearchArguments.Traits<TNumber>(Query);

    /// <inheritdoc/>
    protected internal sealed override string? OwnedResponse =>
        SearchArguments.OwnedResponse("SORT", Return, Partial);

    /// <inheritdoc/>
    protected internal sealed override void WriteArguments(CommandEncoder encoder)
    {
        SearchArguments.WriteReturn(encoder, "ESORT", Return, Partial);
        SortKey.WriteList(encoder, Keys);
        SearchArguments.WriteQueryWithCharset(encoder, Query);
    }

    /// <inheritdoc/>
    protected internal sealed override ResponseCollector<SortResult<TNumber>> CreateCollector() =>
        new SortCollector<TNumber>(Return, Partial);
}

/// <summary>
/// SORT: finds messages and returns their sequence numbers in a given order (SORT, RFC 5256 §3; ESORT, RFC 5267 §3).
/// </summary>
/// <param name="Keys">The sort keys, the most significant first; at least one.</param>
/// <param name="Query">What to search for.</param>
/// <param name="Return">What to return.</param>
public sealed record SortCommand(
    IReadOnlyList<SortKey> Keys, SearchQuery Query, SearchReturnOptions Return = SearchReturnOptions.None)
    : SortCommand<SequenceNumber>("SORT", Keys, Query, Return);

/// <summary>
/// UID SORT: finds messages and returns their UIDs in a given order (SORT, RFC 5256 §3; ESORT, RFC 5267 §3).
/// </summary>
/// <inheritdoc cref="SortCommand" path="/*[not(self::summary)]"/>
public sealed record UidSortCommand(
    IReadOnlyList<SortKey> Keys, SearchQuery Query, SearchReturnOptions Return = SearchReturnOptions.None)
    : SortCommand<Uid>("UID SORT", Keys, Query, Return);
