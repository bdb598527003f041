namespace ImapAsync.Testing;

/// <summary>MYRIGHTS (RFC 4314 §3.5).</summary>
internal sealed class MyRightsHandler() : MailStoreHandler("MYRIGHTS")
{
    public override IReadOnlyList<string> Capabilities => ["ACL"];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        string name = Hierarchy.Normalize(arguments.Mailbox());
        arguments.End();
        Mailbox mailbox = MailboxDirectory.Find(session.Server.Store, session.User!, name)
            ?? throw CommandRefusedException.No("NONEXISTENT", "There is no such mailbox");
        Rights rights = MailboxDirectory.RightsOf(session.User!, mailbox);
        session.Writer.Untagged("MYRIGHTS "u8).Mailbox(name).Space().Text(ObsoleteRights.Print(rights)).End();
        return Reply.Ok("Completed");
    }
}
