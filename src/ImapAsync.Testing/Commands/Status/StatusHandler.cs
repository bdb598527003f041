namespace ImapAsync.Testing;

/// <summary>STATUS (RFC 9051 §6.3.11).</summary>
internal sealed class StatusHandler() : MailStoreHandler("STATUS")
{
    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        string name = arguments.Mailbox();
        arguments.Space();
        List<string> items = arguments.KeywordList();
        arguments.End();
        StatusItemWriter.Check(session, items);
        Mailbox mailbox = MailboxDirectory.Require(session.Server.Store, session.User!, name, Rights.Read);
        StatusItemWriter.Write(session, Hierarchy.Normalize(name), mailbox, items);
        return Reply.Ok("Completed");
    }
}
