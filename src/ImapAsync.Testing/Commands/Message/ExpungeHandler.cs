namespace ImapAsync.Testing;

/// <summary>EXPUNGE (RFC 9051 §6.4.3), and UID EXPUNGE of a set (§6.4.9).</summary>
internal sealed class ExpungeHandler() : MailStoreHandler("EXPUNGE")
{
    public override SessionStates States => SessionStates.Selected;

    public override UidForm UidForm => UidForm.Both;

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments();
        SelectedView view = session.View;
        IEnumerable<MessageEntry> among = view.Messages;
        if (command.IsUid)
        {
            if (!session.Server.Has("UIDPLUS") && !session.Server.Has("IMAP4rev2"))
                throw CommandRefusedException.Bad("UID EXPUNGE needs UIDPLUS, which was not announced");
            arguments.Space();
            among = arguments.Messages(view, isUid: true);
        }

        arguments.End();
        Require(session, view);
        StoredMessage[] marked = [
            .. among.Select(static message => message.Stored)
                .Where(static message => message.Flags.Contains(Flag.Deleted) && !message.IsExpunged)
        ];
        view.Mailbox.Remove(marked);
        Notifier.WriteExpunged(session, view);
        return Reply.Ok(
            "Expunged",
            session.HasQResync && marked.Length > 0 ? $"HIGHESTMODSEQ {view.Mailbox.HighestModSequence}" : null);
    }

    public static void Require(ClientSession session, SelectedView view)
    {
        if (view.IsReadOnly)
            throw CommandRefusedException.No("READ-ONLY", "The mailbox is read-only");
        MailboxDirectory.RequireRights(session.User!, view.Mailbox, Rights.Expunge);
    }
}
