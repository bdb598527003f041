namespace ImapAsync;

/// <summary>Fetches messages of a selected mailbox.</summary>
public static class FetchExtensions
{
    /// <summary>
    /// Fetches items of messages (UID FETCH, RFC 9051 §6.4.5). UIDs without a message are ignored; nothing is sent for
    /// an empty set.
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="uids">The messages.</param>
    /// <param name="items">
    /// The items to fetch: <c>FetchItems.Flags | FetchItems.Envelope</c>, or <c>[FetchItem.Flags,
    /// FetchItem.Body()]</c>.
    /// </param>
    /// <param name="cancellationToken">
    /// Ends the wait for the next message; what is still to come is discarded and the connection stays good.
    /// </param>
    /// <returns>
    /// The messages, in their order of arrival. Their bodies arrive while they are read. A server may report a message
    /// in several responses: each is an item, with the same UID or sequence number
    /// (<see cref="FetchedMessageExtensions.Merge"/>).
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused: thrown by the loop, after the last message that arrived.
    /// </exception>
    public static ImapItems<FetchedMessage> FetchAsync(
        this IImapMailbox mailbox, UidSet uids, FetchItems items, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        ArgumentNullException.ThrowIfNull(uids);
        return uids.IsEmpty
            ? EmptyImapItems<FetchedMessage>.Instance
            : new WindowedFetch(mailbox, uids, items, cancellationToken);
    }

    /// <summary>
    /// Fetches items of messages named by their sequence numbers (FETCH, RFC 9051 §6.4.5). Nothing is sent for an empty
    /// set.
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="items">
    /// The items to fetch: <c>FetchItems.Flags | FetchItems.Envelope</c>, or <c>[FetchItem.Flags,
    /// FetchItem.Body()]</c>.
    /// </param>
    /// <param name="cancellationToken">
    /// Ends the wait for the next message; what is still to come is discarded and the connection stays good.
    /// </param>
    /// <inheritdoc
    ///     cref="FetchAsync(IImapMailbox, UidSet, FetchItems, CancellationToken)"
    ///     path="/*[self::returns or self::exception]"/>
    public static ImapItems<FetchedMessage> FetchAsync(
        this IImapMailbox mailbox, SequenceSet messages, FetchItems items,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        ArgumentNullException.ThrowIfNull(messages);
        return messages.IsEmpty
            ? EmptyImapItems<FetchedMessage>.Instance
            : mailbox.Stream(new FetchCommand(messages, items), cancellationToken);
    }

    /// <summary>
    /// Fetches items of one message into memory (UID FETCH, RFC 9051 §6.4.5). If the server reports the message in
    /// several responses, they are combined.
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="uid">The message.</param>
    /// <param name="items">The items to fetch; for a large body, <c>FetchAsync</c> holds nothing in memory.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The message; null if there is no message with this UID, for example since it was expunged. What is unreadable
    /// of it is in <see cref="FetchedMessage.Malformed"/>.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapLimitException">
    /// The answer is larger than what may be held in memory (<see cref="ImapLimits.MaxLiteralOctets"/>,
    /// <see cref="ImapLimits.MaxBufferedOctets"/>).
    /// </exception>
    /// <exception cref="ImapProtocolException">
    /// A response is unreadable that may be the message: it is unknown whether it is there.
    /// </exception>
    public static async Task<FetchedMessage?> FetchOneAsync(
        this IImapMailbox mailbox, Uid uid, FetchItems items, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        IReadOnlyList<FetchedMessage> found = await mailbox
            .SendForWholeValueAsync(new UidFetchCommand(uid, items), cancellationToken)
            .ConfigureAwait(false);
        return found.Count == 0 ? null : found.Aggregate(FetchedMessageExtensions.Merge);
    }

    /// <summary>
    /// Gets the changes since a mod-sequence (UID FETCH … (CHANGEDSINCE … VANISHED), RFC 7162 §3.2.6): messages that
    /// are new or have changed, and those that were expunged. QRESYNC must be enabled, with
    /// <c>EnableAsync(["QRESYNC"])</c>.
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="uids">
    /// The messages of interest, such as those in a local cache; <c>UidSet.All</c> for all, which is sent as
    /// <c>1:4294967295</c>: for <c>1:*</c> some servers report nothing above the last existing message. A long set
    /// takes several commands. <c>*</c> alone is refused.
    /// </param>
    /// <param name="items">
    /// The items to fetch for each changed message besides UID and MODSEQ; bodies are held in memory.
    /// </param>
    /// <param name="since">
    /// The highest known mod-sequence; 0 for none: then all existing messages are reported, with a separate command.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The changed messages in the server's order, and the UIDs of expunged messages. Nothing is sent for an empty set.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because QRESYNC is not enabled. What it had reported until then, possibly
    /// incomplete, is the <see cref="ImapCommandException.PartialValue"/>, a <see cref="FetchedChanges"/>.
    /// </exception>
    /// <exception cref="ImapProtocolException">A part of the answer is unreadable.</exception>
    public static Task<FetchedChanges> FetchChangesAsync(
        this IImapMailbox mailbox, UidSet uids, FetchItems items, ModSequence since,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        ArgumentNullException.ThrowIfNull(uids);
        return new ChangesQuestion(mailbox, items, since).AskAsync(uids, cancellationToken);
    }

    /// <summary>
    /// Fetches a range of octets in the way of the first IMAP4 (PARTIAL, RFC 1730 §6.4.6). All later servers support
    /// <see cref="FetchItem.Body(BodySection, long, long)"/> instead.
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="message">The message.</param>
    /// <param name="item">RFC822, RFC822.HEADER, RFC822.TEXT or BODY[section], also with .PEEK.</param>
    /// <param name="firstOctet">The first octet, counted from 1.</param>
    /// <param name="count">The maximum number of octets, at least 1.</param>
    /// <param name="cancellationToken">
    /// Ends the wait for the message; what is still to come is discarded and the connection stays good.
    /// </param>
    /// <returns>The message, with the octets as its only section. Its body arrives while it is read.</returns>
    /// <exception cref="NotSupportedException">The server does not announce IMAP4: nothing was sent.</exception>
    public static ImapItems<FetchedMessage> PartialAsync(
        this IImapMailbox mailbox, SequenceNumber message, FetchItem item, long firstOctet, long count,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        return mailbox.Stream(new PartialCommand(message, item, firstOctet, count), cancellationToken);
    }
}
