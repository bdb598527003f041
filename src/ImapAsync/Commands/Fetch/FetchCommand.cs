using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The common part of <see cref="FetchCommand"/> and <see cref="UidFetchCommand"/>.</summary>
/// <typeparam name="TSet"><see cref="UidSet"/> or <see cref="SequenceSet"/>.</typeparam>
public abstract record FetchCommand<TSet> : ImapStreamCommand<FetchedMessage>
    where TSet : class, IMessageSet<TSet>
{
    private protected FetchCommand(string name, TSet messages, FetchItems items)
        : base(name) => (Messages, Items) = (messages, items);

    /// <summary>The messages.</summary>
    public TSet Messages { get; init; }

    /// <summary>The items to fetch.</summary>
    public FetchItems Items { get; init; }

    /// <summary>
    /// Only messages with a higher mod-sequence; each is answered with its mod-sequence (CHANGEDSINCE, RFC 7162
    /// §3.1.4.1; capability CONDSTORE). 0 means all messages, and only requests the mod-sequence.
    /// </summary>
    /// <value>Default: null, whether changed or not.</value>
    public ModSequence? ChangedSince { get; init; }

    /// <inheritdoc/>
    protected internal sealed override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal sealed override string Description => $"{Name} {Items}";

    /// <summary>What each answer must contain.</summary>
    private protected FetchItems Expected => FetchArguments.Expected(Items, ChangedSince);
}

/// <summary>
/// FETCH: fetches items of messages named by their sequence numbers (RFC 9051 §6.4.5). While it runs, no message can be
/// expunged, so other commands wait for it: prefer <see cref="UidFetchCommand"/> if the UIDs are known.
/// </summary>
/// <param name="Messages">The messages.</param>
/// <param name="Items">
/// The items to fetch. UID is also fetched with a body, so that the message is identified before its body arrives.
/// </param>
public sealed record FetchCommand(SequenceSet Messages, FetchItems Items)
    : FetchCommand<SequenceSet>("FETCH", Messages, Items)
{
    /// <inheritdoc/>
    protected internal override CommandTraits Traits =>
        CommandTraits.NeedsSelection | CommandTraits.Idempotent | CommandTraits.UsesSequenceNumbers
        | CommandTraits.ForbidsExpunge;

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        Messages.WriteTo(encoder.Token());
        FetchArguments.Write(encoder, Items, ChangedSince);
    }

    /// <inheritdoc/>
    protected internal override ItemCollector<FetchedMessage> CreateItemCollector() =>
        new FetchCollector(new FetchFilter(Messages.Numbers, areUids: false, Expected));
}
