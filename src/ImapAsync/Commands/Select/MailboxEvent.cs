namespace ImapAsync;

/// <summary>An update of the selected mailbox, as the server reports it (RFC 9051 §7.4, RFC 7162 §3.2.10).</summary>
public abstract record MailboxEvent
{
    private MailboxEvent()
    {
    }

    /// <summary>The mailbox now holds this many messages: more than before if some arrived.</summary>
    /// <param name="Count">The number of messages.</param>
    public sealed record Exists(long Count) : MailboxEvent;

    /// <summary>A message was expunged, and those after it have moved up by one.</summary>
    /// <param name="Number">The sequence number that it had.</param>
    public sealed record Expunged(SequenceNumber Number) : MailboxEvent
    {
        /// <summary>
        /// Its UID, if the server has reported it together with the number since
        /// <see cref="IImapMailbox.IdleAsync"/> was called: to any command, with a FETCH after that. Otherwise null,
        /// also in a mailbox with very many gaps between the UIDs that were fetched. With QRESYNC enabled, a server
        /// reports <see cref="Vanished"/> instead, which has the UIDs.
        /// </summary>
        /// <value>Default: null.</value>
        public Uid? Uid { get; init; }
    }

    /// <summary>Messages were expunged, reported by their UIDs.</summary>
    /// <param name="Uids">
    /// Their UIDs, which may include some that never existed. Empty if the server's list, or the number of an EXPUNGE,
    /// is unreadable: then compare with the messages that still exist.
    /// </param>
    /// <param name="Earlier">Whether they were expunged before this selection began.</param>
    public sealed record Vanished(UidSet Uids, bool Earlier) : MailboxEvent;

    /// <summary>A message changed, usually its flags.</summary>
    /// <param name="Message">
    /// What the server reported: its number, usually its flags, and its UID if the server includes it. The number is 0
    /// if the server includes only the UID.
    /// </param>
    public sealed record Fetched(FetchedMessage Message) : MailboxEvent;
}
