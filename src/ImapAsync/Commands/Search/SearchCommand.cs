using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// SEARCH: finds messages and returns their sequence numbers (RFC 9051 §6.4.4; ESEARCH, RFC 4731).
/// <see cref="UidSearchCommand"/> is safer where messages may be expunged.
/// </summary>
/// <param name="Query">What to search for.</param>
/// <param name="Return">What to return.</param>
public sealed record SearchCommand(SearchQuery Query, SearchReturn Return = SearchReturn.None)
    : ImapCommand<SequenceSearchResult>("SEARCH")
{
    /// <summary>
    /// The part of the results to return in place of <see cref="SearchReturn.All"/> (PARTIAL, RFC 9394 §3.1).
    /// </summary>
    /// <value>Default: null, everything.</value>
    public PartialRange? Partial { get; init; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => SearchArguments.NumberTraits;

    /// <inheritdoc/>
    protected internal override string? OwnedResponse => SearchArguments.OwnedResponse("SEARCH", Return, Partial);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        SearchArguments.WriteReturn(encoder, "ESEARCH", Return, Partial);
        SearchArguments.WriteQuery(encoder, Query);
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<SequenceSearchResult> CreateCollector() =>
        new SearchCollector<SequenceSearchResult>(
            uids: false, Return, Partial, static data => new SequenceSearchResult(data));
}
