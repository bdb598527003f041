namespace ImapAsync.Testing;

/// <summary>The <c>\Seen</c> that reading a text sets (RFC 9051 §6.4.5).</summary>
internal static class SeenMark
{
    /// <summary>Sets it where that is allowed; returns whether it was set now.</summary>
    public static bool TrySet(ClientSession session, MessageEntry message)
    {
        Mailbox mailbox = session.View.Mailbox;
        bool isAllowed = !session.View.IsReadOnly && !message.Stored.IsExpunged
            && MailboxDirectory.RightsOf(session.User!, mailbox).Has(Rights.KeepSeen);
        return isAllowed && mailbox.SetFlags(message.Stored, message.Stored.Flags | Flag.Seen);
    }
}
