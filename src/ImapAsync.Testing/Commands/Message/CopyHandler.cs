namespace ImapAsync.Testing;

/// <summary>COPY (RFC 9051 §6.4.7) and MOVE (§6.4.8), by number or by UID.</summary>
internal sealed class CopyHandler(string name, bool moves) : MailStoreHandler(name)
{
    public override SessionStates States => SessionStates.Selected;

    public override UidForm UidForm => UidForm.Both;

    public override IReadOnlyList<string> Capabilities => moves ? ["MOVE", "IMAP4rev2"] : [];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        SelectedView view = session.View;
        List<MessageEntry> messages = arguments.Messages(view, command.IsUid);
        arguments.Space();
        string targetName = arguments.Mailbox();
        arguments.End();
        if (moves)
            ExpungeHandler.Require(session, view);
        Mailbox target = MailboxDirectory.Require(
            session.Server.Store, session.User!, targetName, Rights.Insert, missing: "TRYCREATE");
        // All or nothing: if a message named by its number is gone, none is copied (RFC 9051 §6.4.7).
        if (messages.RemoveAll(static message => message.Stored.IsExpunged) > 0 && !command.IsUid)
            throw CommandRefusedException.No("EXPUNGEISSUED", "Some of the messages are gone");
        if (messages.Count == 0)
            return Reply.Ok("There was nothing to do");

        string? code = Copy(session, messages, target);
        if (!moves)
            return Reply.Ok("Copied", code);
        session.Writer.Untagged(Reply.Ok("Moved", code));
        view.Mailbox.Remove([.. messages.Select(static message => message.Stored)]);
        Notifier.WriteExpunged(session, view);
        return Reply.Ok("Moved", session.HasQResync ? $"HIGHESTMODSEQ {view.Mailbox.HighestModSequence}" : null);
    }

    private static string? Copy(ClientSession session, List<MessageEntry> messages, Mailbox target)
    {
        target.Owner.Quota.Check(
            target.Owner, messages.Sum(static message => (long)message.Stored.Size), messages.Count);
        NumberSetBuilder from = new();
        NumberSetBuilder to = new();
        foreach (MessageEntry message in messages)
        {
            FlagSet flags = FlagRights.Filter(session, target, message.Stored.Flags);
            StoredMessage copy = target.Add(
                new NewMessage(message.Stored.Content, flags, message.InternalDate), session.Server.Store.Now);
            from.Add(message.Uid.Value);
            to.Add(copy.Uid.Value);
        }

        bool tellsUids = session.Server.Has("UIDPLUS") || session.Server.Has("IMAP4rev2");
        return tellsUids ? $"COPYUID {target.UidValidity} {from.Build<UidSet>()} {to.Build<UidSet>()}" : null;
    }
}
