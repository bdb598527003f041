namespace ImapAsync.Testing;

/// <summary>DELETEACL (RFC 4314 §3.2).</summary>
internal sealed class DeleteAclHandler() : MailStoreHandler("DELETEACL")
{
    public override IReadOnlyList<string> Capabilities => ["ACL"];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        Mailbox mailbox = AclTarget.Read(session, ref arguments);
        arguments.Space();
        string identifier = arguments.AText();
        arguments.End();
        mailbox.Access.Remove(identifier);
        return Reply.Ok("Revoked");
    }
}
