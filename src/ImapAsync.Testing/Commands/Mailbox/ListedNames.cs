namespace ImapAsync.Testing;

/// <summary>Which names LIST shows.</summary>
internal static class ListedNames
{
    public static List<ListedName> Find(ClientSession session, ListRequest request)
    {
        ListedName[] all = [.. All(session, request.Selection.Contains("SUBSCRIBED"))];
        string[] patterns = [.. request.Patterns.Select(pattern => Hierarchy.Normalize(request.Reference) + pattern)];
        bool isSelected(ListedName name) => (!request.Selection.Contains("SUBSCRIBED") || name.IsSubscribed)
            && (!request.Selection.Contains("SPECIAL-USE") || name.Mailbox?.SpecialUse.Count > 0)
            && (name.Mailbox is not null || request.Selection.Contains("SUBSCRIBED"));
        bool matches(string name) => patterns.Any(pattern => ListPattern.Matches(pattern, name));

        var found = all.Where(name => isSelected(name) && matches(name.Name)).ToList();
        if (request.Selection.Contains("RECURSIVEMATCH"))
            AddParents(found, all, [.. all.Where(isSelected)], matches);
        return found;
    }

    /// <summary>All mailboxes that the user may look up, and subscriptions to mailboxes that are gone.</summary>
    private static IEnumerable<ListedName> All(ClientSession session, bool withLost)
    {
        UserAccount user = session.User!;
        var visible = MailboxDirectory.Visible(session.Server.Store, user).ToList();
        var names = new HashSet<string>(visible.Select(static entry => entry.Name), StringComparer.Ordinal);
        var parents = new HashSet<string>(names.SelectMany(Hierarchy.ParentsOf), StringComparer.Ordinal);
        foreach ((string name, Mailbox mailbox) in visible)
            yield return new ListedName(name, mailbox, user.Subscriptions.Contains(name), parents.Contains(name));
        foreach (string lost in withLost ? user.Subscriptions.Where(name => !names.Contains(name)) : [])
            yield return new ListedName(lost, Mailbox: null, IsSubscribed: true, parents.Contains(lost));
    }

    // RFC 5258 §3.5: names above what was selected are shown, with a note that it is below.
    private static void AddParents(List<ListedName> found, ListedName[] all, ListedName[] selected, Func<string, bool> matches)
    {
        foreach (ListedName parent in all.Where(parent => matches(parent.Name) && selected.Any(child => Hierarchy.IsBelow(child.Name, parent.Name))))
        {
            int at = found.FindIndex(name => name.Name == parent.Name);
            if (at >= 0)
                found[at] = found[at] with { ChildInfo = true };
            else
                found.Add(parent with { ChildInfo = true });
        }
    }
}
