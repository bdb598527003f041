using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>THREAD: finds messages and returns their sequence numbers as conversations (THREAD, RFC 5256 §3).</summary>
/// <param name="Algorithm">How the server finds out which messages belong together.</param>
/// <param name="Query">What to search for.</param>
public sealed record ThreadCommand(ThreadAlgorithm Algorithm, SearchQuery Query)
    : ImapCommand<ThreadResult<SequenceNumber>>("THREAD")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => "THREAD=" + Algorithm.Name;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => SearchArguments.NumberTraits;

    /// <inheritdoc/>
    protected internal override string? OwnedResponse => "THREAD";

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        encoder.Atom(Algorithm.Name);
        SearchArguments.WriteQueryWithCharset(encoder, Query);
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<ThreadResult<SequenceNumber>> CreateCollector() =>
        new ThreadCollector<SequenceNumber>();
}
