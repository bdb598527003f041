namespace ImapAsync.Testing;

/// <summary>NAMESPACE (RFC 9051 §6.3.10): the user's own mailboxes, and those of others.</summary>
internal sealed class NamespaceHandler() : MailStoreHandler("NAMESPACE")
{
    public override IReadOnlyList<string> Capabilities => ["NAMESPACE", "IMAP4rev2"];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        command.Arguments().End();
        if (session.Server.Faults.Has(ImapQuirk.NamespaceDrops))
            throw new ConnectionDroppedException();
        session.Writer.Untagged("NAMESPACE ((\"\" \"/\")) "u8);
        if (session.Server.Has("ACL"))
            session.Writer.Raw("((\""u8).Text(MailboxDirectory.OthersPrefix).Raw("\" \"/\")) NIL"u8).End();
        else
            session.Writer.Raw("NIL NIL"u8).End();
        return Reply.Ok("Completed");
    }
}
