namespace ImapAsync.Testing;

/// <summary>CREATE, DELETE and RENAME.</summary>
internal static class MailboxChanges
{
    /// <summary>Creates a mailbox, and the levels above it that are missing.</summary>
    public static Mailbox Create(MailStore store, UserAccount user, string name)
    {
        name = Hierarchy.Normalize(name.TrimEnd(Hierarchy.Delimiter));
        (UserAccount owner, name) = OwnerOf(store, user, name);
        Hierarchy.Check(name);
        if (owner.Mailboxes.TryGetValue(name, out Mailbox? old) && !old.IsNoSelect)
            throw CommandRefusedException.No("ALREADYEXISTS", "The mailbox already exists");
        if (old is not null)
            Forget(old);
        foreach (string parent in Hierarchy.ParentsOf(name)
            .Where(parent => !owner.Mailboxes.ContainsKey(parent)).ToArray())
        {
            store.AddMailbox(owner, parent);
        }

        return store.AddMailbox(owner, name);
    }

    /// <summary>
    /// Deletes a mailbox with its messages. If others are below it, its name stays as a mere level (RFC 9051 §6.3.5).
    /// </summary>
    public static void Delete(MailStore store, UserAccount user, string name)
    {
        name = Hierarchy.Normalize(name);
        Mailbox mailbox = MailboxDirectory.Find(store, user, name)
            ?? throw CommandRefusedException.No("NONEXISTENT", "There is no such mailbox");
        MailboxDirectory.RequireRights(user, mailbox, Rights.DeleteMailbox);
        if (mailbox.Name == "INBOX")
            throw CommandRefusedException.No("CANNOT", "INBOX cannot be deleted");
        bool hasChildren = Hierarchy.HasChildren(mailbox.Owner, mailbox.Name);
        if (hasChildren && mailbox.IsNoSelect)
            throw CommandRefusedException.No("HASCHILDREN", "There are mailboxes below it");
        Forget(mailbox);
        if (hasChildren)
            store.AddMailbox(mailbox.Owner, mailbox.Name).IsNoSelect = true;
    }

    /// <summary>
    /// Renames a mailbox and everything below it; INBOX is emptied into a new mailbox instead (RFC 9051 §6.3.6).
    /// </summary>
    public static void Rename(MailStore store, UserAccount user, string from, string to)
    {
        Mailbox mailbox = MailboxDirectory.Find(store, user, from)
            ?? throw CommandRefusedException.No("NONEXISTENT", "There is no such mailbox");
        MailboxDirectory.RequireRights(user, mailbox, Rights.DeleteMailbox);
        (UserAccount owner, to) = OwnerOf(store, user, Hierarchy.Normalize(to));
        Hierarchy.Check(to);
        if (owner != mailbox.Owner)
            throw CommandRefusedException.No("CANNOT", "A mailbox cannot change its owner");
        if (owner.Mailboxes.ContainsKey(to))
            throw CommandRefusedException.No("ALREADYEXISTS", "A mailbox with that name already exists");
        if (Hierarchy.IsBelow(to, mailbox.Name))
            throw CommandRefusedException.No("CANNOT", "A mailbox cannot be moved below itself");
        foreach (string parent in Hierarchy.ParentsOf(to)
            .Where(parent => !owner.Mailboxes.ContainsKey(parent)).ToArray())
        {
            store.AddMailbox(owner, parent);
        }

        if (mailbox.Name == "INBOX")
            EmptyInto(store, mailbox, store.AddMailbox(owner, to));
        else
            Move(owner, mailbox.Name, to);
    }

    private static void Move(UserAccount owner, string from, string to)
    {
        foreach (Mailbox mailbox in owner.Mailboxes.Values
            .Where(mailbox => mailbox.Name == from || Hierarchy.IsBelow(mailbox.Name, from)).ToArray())
        {
            owner.Mailboxes.Remove(mailbox.Name);
            mailbox.Name = to + mailbox.Name[from.Length..];
            owner.Mailboxes.Add(mailbox.Name, mailbox);
        }
    }

    private static void EmptyInto(MailStore store, Mailbox inbox, Mailbox target)
    {
        StoredMessage[] messages = [.. inbox.Messages];
        foreach (StoredMessage message in messages)
            target.Add(new NewMessage(message.Content, message.Flags, message.InternalDate), store.Now);
        inbox.Remove(messages);
    }

    private static void Forget(Mailbox mailbox)
    {
        mailbox.Owner.Mailboxes.Remove(mailbox.Name);
        mailbox.IsDeleted = true;
        mailbox.Remove([.. mailbox.Messages]);
    }

    // A mailbox can be created below another user's if that one allows it; the levels above belong to nobody.
    private static (UserAccount Owner, string Name) OwnerOf(MailStore store, UserAccount user, string name)
    {
        if (!MailboxDirectory.IsOfOthers(name))
            return (user, name);

        string? parent = Hierarchy.ParentsOf(name).LastOrDefault(
            parent => MailboxDirectory.IsOfOthers(parent) && MailboxDirectory.Find(store, user, parent) is not null);
        if (parent is null)
            throw CommandRefusedException.No("NOPERM", "There, a mailbox can be created only below one that allows it");
        Mailbox above = MailboxDirectory.Require(store, user, parent, Rights.CreateMailboxes);
        string[] parts = name[MailboxDirectory.OthersPrefix.Length..].Split(Hierarchy.Delimiter, 2);
        return (above.Owner, parts[1]);
    }
}
