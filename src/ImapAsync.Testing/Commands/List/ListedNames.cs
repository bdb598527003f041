namespace ImapAsync.Testing;

/// <summary>Determines the names that LIST returns.</summary>
internal static class ListedNames
{
    public static List<ListedName> Find(ClientSession session, ListRequest request)
    {
        ListedName[] all = [.. All(session, withLost: request.Selects("SUBSCRIBED"))];
        string[] patterns = [.. request.Patterns.Select(pattern => Hierarchy.Normalize(request.Reference) + pattern)];
        bool matches(ListedName name) => patterns.Any(pattern => ListPattern.Matches(pattern, name.Name));
        List<ListedName> found = all.Where(name => IsSelected(request, name) && matches(name)).ToList();
        if (request.Selects("RECURSIVEMATCH"))
            AddParents(found, request, all, matches);
        return found;
    }

    private static bool IsSelected(ListRequest request, ListedName name) =>
        (!request.Selects("SUBSCRIBED") || name.IsSubscribed)
        && (!request.Selects("SPECIAL-USE") || name.Mailbox?.SpecialUse.Count > 0);

    /// <summary>
    /// All mailboxes that the user may look up, the levels above them that are not mailboxes and, if requested,
    /// subscriptions to deleted mailboxes.
    /// </summary>
    private static IEnumerable<ListedName> All(ClientSession session, bool withLost)
    {
        UserAccount user = session.User!;
        Dictionary<string, Mailbox> visible = MailboxDirectory.Visible(session.Server.Store, user)
            .ToDictionary(static entry => entry.Name, static entry => entry.Mailbox, StringComparer.Ordinal);
        string[] lost = withLost ? [.. user.Subscriptions.Where(name => !visible.ContainsKey(name))] : [];
        HashSet<string> parents = new(visible.Keys.SelectMany(Hierarchy.ParentsOf), StringComparer.Ordinal);
        IEnumerable<string> levels = parents.Union(lost.SelectMany(Hierarchy.ParentsOf));
        levels = levels.Except(visible.Keys).Except(lost);
        foreach (string name in visible.Keys.Concat(lost).Concat(levels))
        {
            bool isSubscribed = user.Subscriptions.Contains(name);
            yield return new ListedName(name, visible.GetValueOrDefault(name), isSubscribed, parents.Contains(name));
        }
    }

    // RFC 5258 §3.5: names above a selected one are listed, with a note that it is below. If the name below is listed
    // too, that says nothing about a name that was not selected.
    private static void AddParents(
        List<ListedName> found, ListRequest request, ListedName[] all, Func<ListedName, bool> matches)
    {
        ListedName[] selected = [.. all.Where(name => IsSelected(request, name))];
        string[] criteria = [.. request.Selection.Where(static option => option is not ("RECURSIVEMATCH" or "REMOTE"))];
        foreach (ListedName parent in all.Where(matches))
        {
            ListedName[] below = [.. selected.Where(child => Hierarchy.IsBelow(child.Name, parent.Name))];
            int at = found.FindIndex(name => name.Name == parent.Name);
            if (below.Length == 0 || (at < 0 && below.All(matches)))
                continue;
            if (at < 0)
                found.Add(parent with { ChildInfo = criteria });
            else
                found[at] = parent with { ChildInfo = criteria };
        }
    }
}
