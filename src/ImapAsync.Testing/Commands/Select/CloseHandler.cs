namespace ImapAsync.Testing;

/// <summary>CLOSE (RFC 9051 §6.4.1): expunges deleted messages without reporting it, and leaves the mailbox.</summary>
internal sealed class CloseHandler() : MailStoreHandler("CLOSE")
{
    public override SessionStates States => SessionStates.Selected;

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        command.Arguments().End();
        SelectedView view = session.View;
        if (!view.IsReadOnly && MailboxDirectory.RightsOf(session.User!, view.Mailbox).Contains(Rights.Expunge))
        {
            view.Mailbox.Remove(
                [.. view.Mailbox.Messages.Where(static message => message.Flags.Contains(Flag.Deleted))]);
        }

        session.Selected = null;

        // Without HIGHESTMODSEQ, which would make a client believe that it knows changes which were not reported to it
        // (RFC 7162 §3.2.8).
        return Reply.Ok("Closed");
    }
}
