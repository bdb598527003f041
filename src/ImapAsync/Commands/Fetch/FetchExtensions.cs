namespace ImapAsync;

/// <summary>Fetches messages of a selected mailbox.</summary>
public static class FetchExtensions
{
    /// <summary>
    /// Fetches items of messages (UID FETCH, RFC 9051 §6.4.5). UIDs that no message has are passed over in silence; for
    /// an empty set nothing is sent.
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="uids">Which messages.</param>
    /// <param name="items">
    /// What to fetch of each: <c>FetchItems.Flags | FetchItems.Envelope</c>, or
    /// <c>[FetchItem.Flags, FetchItem.BodyPeek()]</c>.
    /// </param>
    /// <param name="cancellationToken">
    /// Ends the wait for the next message; what is still to come is discarded and the connection stays good.
    /// </param>
    /// <returns>
    /// The messages, in the order in which they arrive. Their bodies arrive while they are read. A server may tell of a
    /// message in several responses: each is an item, with the same UID or sequence number
    /// (<see cref="FetchedMessageExtensions.Merge"/>).
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused: thrown by the loop, behind the last message that came.
    /// </exception>
    public static ImapStream<FetchedMessage> FetchAsync(
        this IImapMailbox mailbox, UidSet uids, FetchItems items, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        ArgumentNullException.ThrowIfNull(uids);
        return uids.IsEmpty
            ? EmptyImapStream<FetchedMessage>.Instance
            : new WindowedFetch(mailbox, uids, items, cancellationToken);
    }

    /// <summary>
    /// Fetches items of messages named by their sequence numbers (FETCH, RFC 9051 §6.4.5). For an empty set nothing is
    /// sent.
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="messages">Which messages.</param>
    /// <param name="items">
    /// What to fetch of each: <c>FetchItems.Flags | FetchItems.Envelope</c>, or
    /// <c>[FetchItem.Flags, FetchItem.BodyPeek()]</c>.
    /// </param>
    /// <param name="cancellationToken">
    /// Ends the wait for the next message; what is still to come is discarded and the connection stays good.
    /// </param>
    /// <inheritdoc
    ///     cref="FetchAsync(IImapMailbox, UidSet, FetchItems, CancellationToken)"
    ///     path="/*[self::returns or self::exception]"/>
    public static ImapStream<FetchedMessage> FetchAsync(
        this IImapMailbox mailbox, SequenceSet messages, FetchItems items,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        ArgumentNullException.ThrowIfNull(messages);
        return messages.IsEmpty
            ? EmptyImapStream<FetchedMessage>.Instance
            : mailbox.StreamAsync(new FetchCommand(messages, items), cancellationToken);
    }

    /// <summary>
    /// Asks what changed since a mod-sequence (UID FETCH … (CHANGEDSINCE … VANISHED), RFC 7162 §3.2.6): which messages
    /// are new or have other flags, and which are gone. QRESYNC must be enabled, by <c>EnableAsync(["QRESYNC"])</c>.
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="uids">
    /// The messages that matter, such as those that are remembered; <c>UidSet.All</c> for all, which is sent as
    /// <c>1:4294967295</c>: of <c>1:*</c> some servers tell nothing above the last message that is left. A long set
    /// takes several commands. <c>*</c> alone is refused.
    /// </param>
    /// <param name="items">
    /// What to fetch of each changed message besides UID and MODSEQ; bodies are held in memory.
    /// </param>
    /// <param name="since">
    /// The highest mod-sequence that was remembered; 0 for none: then all messages that are there are told, by a
    /// command of its own.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The changed messages in the server's order, and the UIDs of those that are gone. For an empty set nothing is
    /// sent.
    /// </returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because QRESYNC is not enabled; what it had told until then, of which some may
    /// lack what was asked for, is the <see cref="ImapCommandException.PartialValue"/>, a <see cref="FetchedChanges"/>.
    /// </exception>
    /// <exception cref="ImapProtocolException">A part of the answer could not be read.</exception>
    public static Task<FetchedChanges> FetchChangesAsync(
        this IImapMailbox mailbox, UidSet uids, FetchItems items, ModSequence since,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        ArgumentNullException.ThrowIfNull(uids);
        return new ChangesQuestion(mailbox, items, since).AskAsync(uids, cancellationToken);
    }

    /// <summary>
    /// Fetches some octets of a message as the first IMAP4 did it (PARTIAL, RFC 1730 §6.4.6). Every later server has
    /// <see cref="FetchItem.BodyPeek(BodySection, long, long)"/> instead.
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="message">Which message.</param>
    /// <param name="item">RFC822, RFC822.HEADER, RFC822.TEXT or BODY[section], also with .PEEK.</param>
    /// <param name="firstOctet">The first octet, counted from 1.</param>
    /// <param name="count">How many octets at most, at least 1.</param>
    /// <param name="cancellationToken">
    /// Ends the wait for the message; what is still to come is discarded and the connection stays good.
    /// </param>
    /// <returns>The message, with the octets as its one section. Its body arrives while it is read.</returns>
    /// <exception cref="NotSupportedException">
    /// The server does not say that it speaks IMAP4: nothing was sent.
    /// </exception>
    public static ImapStream<FetchedMessage> PartialAsync(
        this IImapMailbox mailbox, SequenceNumber message, FetchItem item, long firstOctet, long count,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        return mailbox.StreamAsync(new PartialCommand(message, item, firstOctet, count), cancellationToken);
    }
}
