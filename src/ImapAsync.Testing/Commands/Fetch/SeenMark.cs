namespace ImapAsync.Testing;

/// <summary>Sets the <c>\Seen</c> flag when a text is read (RFC 9051 §6.4.5).</summary>
internal static class SeenMark
{
    /// <summary>Sets the flag if allowed; returns whether it was newly set.</summary>
    public static bool TrySet(ClientSession session, MessageEntry message)
    {
        Mailbox mailbox = session.View.Mailbox;
        bool isAllowed = !session.View.IsReadOnly && !message.Stored.IsExpunged
            && MailboxDirectory.RightsOf(session.User!, mailbox).Contains(Rights.KeepSeen);
        return isAllowed && mailbox.SetFlags(message.Stored, message.Stored.Flags | Flag.Seen);
    }
}
