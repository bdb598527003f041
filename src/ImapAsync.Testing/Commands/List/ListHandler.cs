namespace ImapAsync.Testing;

/// <summary>LIST (RFC 9051 §6.3.9).</summary>
internal sealed class ListHandler() : MailStoreHandler("LIST")
{
    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        ListRequest request = ListRequest.Read(session, ref arguments);
        arguments.End();
        ServerFaults faults = session.Server.Faults;
        if (request.Selection.Count > 0 && faults.Has(ImapQuirk.ListSelectionIsBad))
            throw CommandRefusedException.Bad("Could not parse command");
        if (request.Return.Count > 0 && faults.Has(ImapQuirk.ListReturnYieldsNothing))
            return Reply.Ok("Completed");
        if (!request.IsExtended && request.Patterns is [""])
        {
            session.Writer.Untagged("LIST (\\Noselect) \"/\" \"\""u8).End();
            return Reply.Ok("This is the delimiter");
        }

        foreach (ListedName listed in ListedNames.Find(session, request))
        {
            Write(session, request, listed);
            bool hasStatus = request.Return.Contains("STATUS") && listed.Mailbox is { IsNoSelect: false } mailbox
                && MailboxDirectory.RightsOf(session.User!, mailbox).Contains(Rights.Read);
            if (hasStatus)
                StatusItemWriter.Write(session, listed.Name, listed.Mailbox!, request.StatusItems);
        }

        return Reply.Ok("Completed");
    }

    private static void Write(ClientSession session, ListRequest request, ListedName listed)
    {
        ResponseWriter writer = session.Writer.Untagged("LIST ("u8);
        writer.Text(string.Join(' ', AttributesOf(session, request, listed)));
        writer.Raw(") \"/\" "u8).Mailbox(listed.Name);
        if (listed.ChildInfo.Count > 0)
        {
            IEnumerable<string> criteria = listed.ChildInfo.Select(static criterion => $"\"{criterion}\"");
            writer.Text($" (\"CHILDINFO\" ({string.Join(' ', criteria)}))");
        }

        writer.End();
    }

    private static IEnumerable<string> AttributesOf(ClientSession session, ListRequest request, ListedName listed)
    {
        bool knowsNonExistent = request.IsExtended || session.IsRev2;
        if (listed.Mailbox is null)
            yield return knowsNonExistent ? @"\NonExistent" : @"\Noselect";
        else if (listed.Mailbox.IsNoSelect)
            yield return @"\Noselect";
        if (listed.IsSubscribed && (request.Return.Contains("SUBSCRIBED") || request.Selection.Contains("SUBSCRIBED")))
            yield return @"\Subscribed";
        if (session.Server.Has("CHILDREN") || request.Return.Contains("CHILDREN"))
            yield return listed.HasChildren ? @"\HasChildren" : @"\HasNoChildren";
        if (listed.Mailbox is null || !session.Server.Has("SPECIAL-USE"))
            yield break;
        foreach (MailboxAttribute use in listed.Mailbox.SpecialUse)
            yield return use.Name;
    }
}
