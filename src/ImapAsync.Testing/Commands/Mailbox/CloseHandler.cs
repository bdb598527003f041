namespace ImapAsync.Testing;

/// <summary>CLOSE (RFC 9051 §6.4.1): removes what is marked, without telling, and leaves the mailbox.</summary>
internal sealed class CloseHandler() : StoreCommandHandler("CLOSE")
{
    public override SessionStates States => SessionStates.Selected;

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        command.Arguments().End();
        SelectedView view = session.View;
        if (!view.IsReadOnly && MailboxDirectory.RightsOf(session.User!, view.Mailbox).Has(Rights.Expunge))
            view.Mailbox.Remove(
                [.. view.Mailbox.Messages.Where(static message => message.Flags.Contains(Flag.Deleted))]);
        session.Selected = null;

        // Without HIGHESTMODSEQ: a client would believe to know what it was not told (RFC 7162 §3.2.8).
        return Reply.Ok("Closed");
    }
}
