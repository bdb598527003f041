namespace ImapAsync.Testing;

/// <summary>SELECT and EXAMINE (RFC 9051 §6.3.2), with CONDSTORE and QRESYNC (RFC 7162).</summary>
internal sealed class SelectHandler(string name) : MailStoreHandler(name)
{
    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        string mailboxName = arguments.Mailbox();
        SelectParameters parameters = SelectParameters.Read(session, ref arguments);
        arguments.End();

        bool wasSelected = session.Selected is not null;
        session.Selected = null;
        if (wasSelected && TellsOfClosing(session))
            session.Writer.Untagged(Reply.Ok("Closed the previous mailbox", "CLOSED"));
        RequireId(session);
        Mailbox mailbox = MailboxDirectory.Require(session.Server.Store, session.User!, mailboxName, Rights.Read);
        if (parameters.CondStore)
            session.Enable("CONDSTORE");
        bool isReadOnly = Name == "EXAMINE" || !CanWrite(session, mailbox);
        session.Selected = new SelectedView(mailbox, isReadOnly, showsRecent: !session.IsRev2)
        {
            DescendingIsRefused = () => session.Server.Faults.Has(ImapQuirk.DescendingRangeIsBad),
        };
        SelectAnswer.Write(session, mailboxName);
        if (parameters.QResync is { } known)
            QResyncAnswer.Write(session, known);
        return Reply.Ok(
            isReadOnly ? "For reading" : "For reading and writing", isReadOnly ? "READ-ONLY" : "READ-WRITE");
    }

    // Regardless of whether the client has enabled it (RFC 7162 §3.2.11).
    private static bool TellsOfClosing(ClientSession session) =>
        session.IsRev2 || session.Server.Has("CONDSTORE") || session.Server.Has("QRESYNC");

    private static bool CanWrite(ClientSession session, Mailbox mailbox)
    {
        Rights rights = MailboxDirectory.RightsOf(session.User!, mailbox);
        return rights.Contains(Rights.Write) || rights.Contains(Rights.KeepSeen)
            || rights.Contains(Rights.DeleteMessages)
            || rights.Contains(Rights.Expunge);
    }

    private static void RequireId(ClientSession session)
    {
        if (!session.HasSentId && session.Server.Faults.Has(ImapQuirk.UnsafeLogin))
        {
            throw CommandRefusedException.No(
                code: null, "SELECT Unsafe Login. Please contact kefu@example.org for help");
        }
    }
}
