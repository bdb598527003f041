namespace ImapAsync;

/// <summary>Fetches messages of a selected mailbox.</summary>
public static class FetchExtensions
{
    /// <summary>Fetches items of messages (UID FETCH, RFC 9051 §6.4.5). UIDs that no message has are passed over in silence; for an empty set nothing is sent.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="uids">Which messages.</param>
    /// <param name="items">What to fetch of each: <c>FetchItems.Flags | FetchItems.Envelope</c>, or <c>[FetchItem.Flags, FetchItem.BodyPeek()]</c>.</param>
    /// <param name="cancellationToken">Ends the wait for the next message; what is still to come is discarded and the connection stays good.</param>
    /// <returns>The messages, in the order in which they arrive. Their bodies arrive while they are read.</returns>
    public static ImapStream<FetchedMessage> FetchAsync(this IImapMailbox mailbox, UidSet uids, FetchItems items, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        ArgumentNullException.ThrowIfNull(uids);
        return uids.IsEmpty ? EmptyImapStream<FetchedMessage>.Instance : new WindowedFetch(mailbox, uids, items, cancellationToken);
    }

    /// <summary>Fetches items of messages named by their sequence numbers (FETCH, RFC 9051 §6.4.5). For an empty set nothing is sent.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="messages">Which messages.</param>
    /// <param name="items">What to fetch of each: <c>FetchItems.Flags | FetchItems.Envelope</c>, or <c>[FetchItem.Flags, FetchItem.BodyPeek()]</c>.</param>
    /// <param name="cancellationToken">Ends the wait for the next message; what is still to come is discarded and the connection stays good.</param>
    /// <returns>The messages, in the order in which they arrive. Their bodies arrive while they are read.</returns>
    public static ImapStream<FetchedMessage> FetchAsync(this IImapMailbox mailbox, SequenceSet messages, FetchItems items, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        ArgumentNullException.ThrowIfNull(messages);
        return messages.IsEmpty ? EmptyImapStream<FetchedMessage>.Instance : mailbox.StreamAsync(new FetchCommand(messages, items), cancellationToken);
    }
}
