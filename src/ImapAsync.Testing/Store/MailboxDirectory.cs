namespace ImapAsync.Testing;

/// <summary>
/// Mailboxes as one user sees them: their own, and those of others that they may look up, below <c>Other Users/</c>.
/// </summary>
internal static class MailboxDirectory
{
    public const string OthersPrefix = "Other Users/";

    /// <summary>Whether a name is in the part of the hierarchy for other users, where the user owns nothing.</summary>
    public static bool IsOfOthers(string name) =>
        name.StartsWith(OthersPrefix, StringComparison.Ordinal)
        || name.AsSpan().SequenceEqual(OthersPrefix.AsSpan()[..^1]);

    /// <summary>The rights of a user on a mailbox; all rights on their own.</summary>
    public static Rights RightsOf(UserAccount user, Mailbox mailbox) =>
        mailbox.Owner == user ? Rights.All : mailbox.Access.Of(user.Name);

    /// <summary>All mailboxes that the user may look up, with their names as the user sees them.</summary>
    public static IEnumerable<(string Name, Mailbox Mailbox)> Visible(MailStore store, UserAccount user)
    {
        foreach (Mailbox mailbox in user.Mailboxes.Values)
            yield return (mailbox.Name, mailbox);
        foreach (UserAccount other in store.Users.Where(other => other != user))
        {
            foreach (Mailbox mailbox in other.Mailboxes.Values.Where(
                mailbox => RightsOf(user, mailbox).Contains(Rights.Lookup)))
            {
                yield return (NameFor(user, mailbox), mailbox);
            }
        }
    }

    /// <summary>The mailbox with this name; null if there is none, or none that the user may know about.</summary>
    public static Mailbox? Find(MailStore store, UserAccount user, string name)
    {
        name = Hierarchy.Normalize(name);
        if (!IsOfOthers(name))
            return user.Mailboxes.GetValueOrDefault(name);
        if (name.Length < OthersPrefix.Length)
            return null;

        string[] parts = name[OthersPrefix.Length..].Split(Hierarchy.Delimiter, 2);
        Mailbox? mailbox = store.FindUser(parts[0])?.Mailboxes.GetValueOrDefault(parts.Length > 1 ? parts[1] : "INBOX");
        return mailbox is not null && mailbox.Owner != user && !RightsOf(user, mailbox).IsEmpty ? mailbox : null;
    }

    /// <summary>The mailbox with this name, which must exist, be selectable, and grant the needed rights.</summary>
    /// <param name="store">The store.</param>
    /// <param name="user">The user.</param>
    /// <param name="name">The name as the user sees it.</param>
    /// <param name="needed">The rights without which it is refused.</param>
    /// <param name="missing">
    /// The response code if there is no such mailbox: TRYCREATE if creating it would help.
    /// </param>
    public static Mailbox Require(
        MailStore store, UserAccount user, string name, Rights needed, string missing = "NONEXISTENT")
    {
        Mailbox? mailbox = Find(store, user, name);
        if (mailbox is null || mailbox.IsNoSelect)
        {
            throw CommandRefusedException.No(
                missing, mailbox is null ? "There is no such mailbox" : "That name is only a level of the hierarchy");
        }

        RequireRights(user, mailbox, needed);
        return mailbox;
    }

    public static void RequireRights(UserAccount user, Mailbox mailbox, Rights needed)
    {
        if (!RightsOf(user, mailbox).Contains(needed))
            throw CommandRefusedException.No("NOPERM", $"This requires the rights \"{needed}\"");
    }

    private static string NameFor(UserAccount user, Mailbox mailbox) =>
        mailbox.Owner == user ? mailbox.Name
        : mailbox.Name == "INBOX" ? OthersPrefix + mailbox.Owner.Name
        : OthersPrefix + mailbox.Owner.Name + Hierarchy.Delimiter + mailbox.Name;
}
