namespace ImapAsync.Testing;

/// <summary>RENAME (RFC 9051 §6.3.6).</summary>
internal sealed class RenameHandler() : MailStoreHandler("RENAME")
{
    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        string from = arguments.Mailbox();
        arguments.Space();
        string to = arguments.Mailbox();
        arguments.End();
        MailboxChanges.Rename(session.Server.Store, session.User!, from, to);
        return Reply.Ok("Renamed");
    }
}
