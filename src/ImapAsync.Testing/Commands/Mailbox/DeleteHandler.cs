namespace ImapAsync.Testing;

/// <summary>DELETE (RFC 9051 §6.3.5).</summary>
internal sealed class DeleteHandler() : MailStoreHandler("DELETE")
{
    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        string name = arguments.Mailbox();
        arguments.End();
        MailboxChanges.Delete(session.Server.Store, session.User!, name);
        return Reply.Ok("Deleted");
    }
}
