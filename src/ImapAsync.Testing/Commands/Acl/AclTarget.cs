namespace ImapAsync.Testing;

/// <summary>The mailbox of a command on rights, which only its administrators may see or change.</summary>
internal static class AclTarget
{
    public static Mailbox Read(ClientSession session, ref ArgumentReader arguments)
    {
        string name = arguments.Mailbox();
        Mailbox mailbox = MailboxDirectory.Find(session.Server.Store, session.User!, name)
            ?? throw CommandRefusedException.No("NONEXISTENT", "There is no such mailbox");
        MailboxDirectory.RequireRights(session.User!, mailbox, Rights.Administer);
        return mailbox;
    }
}
