namespace ImapAsync.Testing;

/// <summary>SUBSCRIBE and UNSUBSCRIBE (RFC 9051 §6.3.7). A subscription outlives its mailbox.</summary>
internal sealed class SubscribeHandler(string name, bool subscribes) : MailStoreHandler(name)
{
    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        string mailbox = Hierarchy.Normalize(arguments.Mailbox());
        arguments.End();
        if (!subscribes)
        {
            session.User!.Subscriptions.Remove(mailbox);
            return Reply.Ok("Unsubscribed");
        }

        if (MailboxDirectory.Find(session.Server.Store, session.User!, mailbox) is null)
            throw CommandRefusedException.No("NONEXISTENT", "There is no such mailbox");
        session.User!.Subscriptions.Add(mailbox);
        return Reply.Ok("Subscribed");
    }
}
