namespace ImapAsync.Testing;

/// <summary>
/// The flags of a mailbox, and which of them can be stored permanently (RFC 9051 §7.3.5, §7.1 PERMANENTFLAGS).
/// </summary>
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
        if (!view.IsReadOnly && MailboxDirectory.RightsOf(session.User!, view.Mailbox).Contains(Rights.Write))
            permanent |= Flag.Any;
        writer.Untagged(Reply.Ok("Permanent flags", $"PERMANENTFLAGS {permanent}"));
    }

    /// <summary>
    /// Writes them if there are keywords that the client does not know yet: before the FETCH that contains one.
    /// </summary>
    public static void WriteNews(ClientSession session)
    {
        // Keywords are only ever added.
        if (session.View.ToldKeywords.Count != session.View.Mailbox.Keywords.Count)
            Write(session);
    }
}
