namespace ImapAsync.Testing;

/// <summary>GETQUOTAROOT (RFC 9208 §4.1.3).</summary>
internal sealed class GetQuotaRootHandler() : MailStoreHandler("GETQUOTAROOT")
{
    public override IReadOnlyList<string> Capabilities => ["QUOTA"];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        string name = Hierarchy.Normalize(arguments.Mailbox());
        arguments.End();
        Mailbox mailbox = MailboxDirectory.Find(session.Server.Store, session.User!, name)
            ?? throw CommandRefusedException.No("NONEXISTENT", "There is no such mailbox");
        session.Writer.Untagged("QUOTAROOT "u8).Mailbox(name).Raw(" \"\""u8).End();
        QuotaAnswer.Write(session, mailbox.Owner);
        return Reply.Ok("Completed");
    }
}
