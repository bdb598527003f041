using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// UID FETCH: fetches items of messages named by their UIDs (RFC 9051 §6.4.5, §6.4.9). UIDs that no message has are
/// passed over in silence.
/// </summary>
/// <param name="Messages">Which messages.</param>
/// <param name="Items">What to fetch of each. UID is fetched whether asked for or not.</param>
public sealed record UidFetchCommand(UidSet Messages, FetchItems Items)
    : FetchCommand<UidSet>("UID FETCH", Messages, Items)
{
    /// <summary>
    /// Whether to tell too which of the messages were expunged since then (VANISHED, RFC 7162 §3.2.6; needs
    /// <see cref="FetchCommand{TSet}.ChangedSince"/> above 0, and QRESYNC enabled). The server tells it in
    /// VANISHED (EARLIER) responses, which are not items of this command: they reach the mailbox, like every other
    /// change to it. <c>n:*</c> is sent as <c>n:4294967295</c>, since some servers take <c>*</c> for the last message
    /// that is left and say nothing of those above it; <c>*</c> alone is refused.
    /// </summary>
    /// <value>Default: false.</value>
    public bool Vanished { get; init; }

    /// <summary>
    /// Which of the messages, counted from the first or the last of them (PARTIAL, RFC 9394 §3.3; capability PARTIAL).
    /// </summary>
    /// <value>Default: null, all of them.</value>
    public PartialRange? Partial { get; init; }

    /// <summary>
    /// Whether the library asks this by itself: what the answer tells beyond the question has no caller to go to, and
    /// is news.
    /// </summary>
    internal bool IsHidden { get; init; }

    /// <summary>
    /// Whether a caller has asked for the octets of one part: flags beside them have no caller to go to, and are news.
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

    /// <summary>Whether a response that the command has taken is an update all the same.</summary>
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
