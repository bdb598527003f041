using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The common part of <see cref="ThreadCommand"/> and <see cref="UidThreadCommand"/>.</summary>
/// <typeparam name="TNumber"><see cref="Uid"/> or <see cref="SequenceNumber"/>.</typeparam>
public abstract record ThreadCommand<TNumber> : ImapCommand<ThreadResult<TNumber>>
    where TNumber : unmanaged
{
    private protected ThreadCommand(string name, ThreadAlgorithm algorithm, SearchQuery query)
        : base(name) => (Algorithm, Query) = (algorithm, query);

    /// <summary>How the server determines which messages belong together.</summary>
    public ThreadAlgorithm Algorithm { get; init; }

    /// <summary>What to search for.</summary>
    public SearchQuery Query { get; init; }

    /// <inheritdoc/>
    protected internal sealed override string DefinedBy => "THREAD=" + Algorithm.Name;

    /// <inheritdoc/>
    protected internal sealed override CommandTraits Traits => SearchArguments.Traits<TNumber>(Query);

    /// <inheritdoc/>
    protected internal sealed override string? OwnedResponse => "THREAD";

    /// <inheritdoc/>
    protected internal sealed override void WriteArguments(CommandEncoder encoder)
    {
        encoder.Atom(Algorithm.Name);
        SearchArguments.WriteQueryWithCharset(encoder, Query);
    }

    /// <inheritdoc/>
    protected internal sealed override ResponseCollector<ThreadResult<TNumber>> CreateCollector() =>
        new ThreadCollector<TNumber>();
}

/// <summary>THREAD: finds messages and returns their sequence numbers as conversations (THREAD, RFC 5256 §3).</summary>
/// <param name="Algorithm">How the server determines which messages belong together.</param>
/// <param name="Query">What to search for.</param>
public sealed record ThreadCommand(ThreadAlgorithm Algorithm, SearchQuery Query)
    : ThreadCommand<SequenceNumber>("THREAD", Algorithm, Query);

/// <summary>UID THREAD: finds messages and returns their UIDs as conversations (THREAD, RFC 5256 §3).</summary>
/// <inheritdoc cref="ThreadCommand" path="/*[not(self::summary)]"/>
public sealed record UidThreadCommand(ThreadAlgorithm Algorithm, SearchQuery Query)
    : ThreadCommand<Uid>("UID THREAD", Algorithm, Query);
