namespace ImapAsync;

/// <summary>News of the selected mailbox, as the server tells them (RFC 9051 §7.4, RFC 7162 §3.2.10).</summary>
public abstract record MailboxEvent
{
    private MailboxEvent()
    {
    }

    /// <summary>There are so many messages now: more than before when some arrived.</summary>
    /// <param name="Count">How many messages there are.</param>
    public sealed record Exists(long Count) : MailboxEvent;

    /// <summary>A message is gone, and those behind it have moved up by one.</summary>
    /// <param name="Number">The sequence number that it had.</param>
    public sealed record Expunged(SequenceNumber Number) : MailboxEvent;

    /// <summary>Messages are gone, told by their UIDs.</summary>
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
