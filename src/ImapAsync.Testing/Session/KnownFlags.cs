namespace ImapAsync.Testing;

/// <summary>The flags of a mailbox, and which of them can be kept (RFC 9051 §7.3.5, §7.1 PERMANENTFLAGS).</summary>
internal static class KnownFlags
{
    /// <summary>Writes FLAGS and PERMANENTFLAGS.</summary>
    public static void Write(ClientSession session)
    {
        SelectedView view = session.View;
        ResponseWriter writer = session.Writer;
        view.ToldKeywords = view.Mailbox.Keywords;
        FlagSet flags = ArgumentLists.SystemFlags | view.ToldKeywords;
        flags.WriteTo(writer.Untagged("FLAGS "u8));
        writer.End();
        FlagSet permanent = view.IsReadOnly ? FlagSet.Empty : FlagRights.Filter(session, view.Mailbox, flags);
        if (!view.IsReadOnly && MailboxDirectory.RightsOf(session.User!, view.Mailbox).Has(Rights.Write))
            permanent |= Flag.Any;
        writer.Untagged(Reply.Ok("What can be kept", $"PERMANENTFLAGS {permanent}"));
    }

    /// <summary>
    /// Writes them where there are keywords that the client has not been told of: before the FETCH that has one.
    /// </summary>
    public static void WriteNews(ClientSession session)
    {
        // Keywords only ever come to those that there are.
        if (session.View.ToldKeywords.Count != session.View.Mailbox.Keywords.Count)
            Write(session);
    }
}
