namespace ImapAsync.Testing;

/// <summary>Whose entries a METADATA or annotation command refers to: the server's if the name is empty.</summary>
internal static class EntryOwner
{
    public static EntryStore Find(ClientSession session, string mailbox, bool isAnnotation, Rights needed)
    {
        UserAccount user = session.User!;
        if (mailbox.Length == 0)
            return isAnnotation ? user.ServerAnnotations : user.ServerMetadata;
        Mailbox found = FindMailbox(session, mailbox)
            ?? throw CommandRefusedException.No("NONEXISTENT", "There is no such mailbox");
        MailboxDirectory.RequireRights(user, found, needed);
        return isAnnotation ? found.Annotations : found.Metadata;
    }

    /// <summary>The mailbox; null for the server.</summary>
    public static Mailbox? FindMailbox(ClientSession session, string mailbox) =>
        mailbox.Length == 0 ? null : MailboxDirectory.Find(session.Server.Store, session.User!, mailbox);
}
