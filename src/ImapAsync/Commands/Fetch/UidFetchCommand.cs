using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// UID FETCH: fetches items of messages named by their UIDs (RFC 9051 §6.4.5, §6.4.9). UIDs without a message are
/// ignored.
/// </summary>
/// <param name="Messages">The messages.</param>
/// <param name="Items">The items to fetch. UID is always fetched.</param>
public sealed record UidFetchCommand(UidSet Messages, FetchItems Items)
    : FetchCommand<UidSet>("UID FETCH", Messages, Items)
{
    /// <summary>
    /// Whether to report which of the messages were expunged since then as well (VANISHED, RFC 7162 §3.2.6; needs
    /// <see cref="FetchCommand{TSet}.ChangedSince"/> above 0, and QRESYNC enabled). The server reports them in VANISHED
    /// (EARLIER) responses, which are not items of this command: they reach the mailbox, like every other change to it.
    /// <c>n:*</c> is sent as <c>n:4294967295</c>, since some servers take <c>*</c> for the last existing message and
    /// report nothing above it; <c>*</c> alone is refused.
    /// </summary>
    /// <value>Default: false.</value>
    public bool Vanished { get; init; }

    /// <summary>
    /// Which of the messages, counted from the first or the last one (PARTIAL, RFC 9394 §3.3; capability PARTIAL).
    /// </summary>
    /// <value>Default: null, all of them.</value>
    public PartialRange? Partial { get; init; }

    /// <summary>
    /// Whether the request comes from the library itself: anything in the answer beyond the request has no caller, and
    /// is an update.
    /// </summary>
    internal bool IsHidden { get; init; }

    /// <summary>
    /// Whether a caller requested the octets of a single part: flags that accompany them have no caller, and are an
    /// update.
    /// </summary>
    internal bool IsPart { get; init; }

    private UidSet Sent => Vanished ? Messages.CloseEnd() : Messages;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.NeedsSelection | CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        Sent.WriteTo(encoder.Token());
        FetchArguments.Write(encoder, Items, ChangedSince, Vanished, Partial);
    }

    /// <inheritdoc/>
    protected internal override ItemCollector<FetchedMessage> CreateItemCollector() =>
        new FetchCollector(new FetchFilter(Sent.Numbers, areUids: true, Expected), IsHidden);

    /// <summary>Whether a response that the command has taken is an update nevertheless.</summary>
    internal bool IsUpdate(in UntaggedResponse response)
    {
        if (!(IsHidden || IsPart) || response.Kind != ResponseKind.Fetch)
            return false;
        FetchResponse fetch = FetchResponseParser.Read(response);
        if (IsPart)
            return (fetch.Kinds & FetchItemKinds.Changeable) != FetchItemKinds.None;
        return fetch.IsDamaged || !new AskedItems(Expected, byUid: true).HasAll(fetch);
    }
}
