namespace ImapAsync;

/// <summary>An update of the selected mailbox, as the server reports it (RFC 9051 §7.4, RFC 7162 §3.2.10).</summary>
public abstract record MailboxEvent
{
    private MailboxEvent()
    {
    }

    /// <summary>The mailbox now holds this many messages: more than before when some arrived.</summary>
    /// <param name="Count">How many messages there are.</param>
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
    /// Their UIDs; may name some that never were. Empty where the server named them in a way that cannot be read: then
    /// compare with what is there.
    /// </param>
    /// <param name="Earlier">Whether they had gone before this selection began.</param>
    public sealed record Vanished(UidSet Uids, bool Earlier) : MailboxEvent;

    /// <summary>Something about a message changed, mostly its flags.</summary>
    /// <param name="Message">
    /// What the server told: its number, mostly its flags, and its UID where the server tells that. The number is 0
    /// where the server tells the UID alone.
    /// </param>
    public sealed record Fetched(FetchedMessage Message) : MailboxEvent;
}
