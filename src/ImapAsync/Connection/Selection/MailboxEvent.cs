namespace ImapAsync;

/// <summary>An update of the selected mailbox, as the server reports it (RFC 9051 §7.4, RFC 7162 §3.2.10).</summary>
public abstract record MailboxEvent
{
    private MailboxEvent()
    {
    }

    /// <summary>The mailbox now holds this many messages: more than before when some arrived.</summary>
    /// <param name="Count">The number of messages.</param>
    public sealed record Exists(long Count) : MailboxEvent;

    /// <summary>A message is gone, and those after it have moved up by one.</summary>
    /// <param name="Number">The sequence number that it had.</param>
    public sealed record Expunged(SequenceNumber Number) : MailboxEvent
    {
        /// <summary>
        /// Its UID, where the server has reported it together with the number since
        /// <see cref="SelectedMailbox.IdleAsync"/> was called: to whatever command, by a FETCH after that. Null
        /// otherwise, and in a mailbox with a great many gaps between the UIDs of what was fetched. A server on which
        /// QRESYNC is enabled reports <see cref="Vanished"/>, which has the UIDs, and not this.
        /// </summary>
        /// <value>Default: null.</value>
        public Uid? Uid { get; init; }
    }

    /// <summary>Messages are gone, named by their UIDs.</summary>
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
