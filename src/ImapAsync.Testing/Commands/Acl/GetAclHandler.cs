namespace ImapAsync.Testing;

/// <summary>GETACL (RFC 4314 §3.3).</summary>
internal sealed class GetAclHandler() : MailStoreHandler("GETACL")
{
    public override IReadOnlyList<string> Capabilities => ["ACL"];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        ArgumentReader again = arguments;
        Mailbox mailbox = AclTarget.Read(session, ref arguments);
        arguments.End();
        ResponseWriter writer = session.Writer.Untagged("ACL "u8).Mailbox(Hierarchy.Normalize(again.Mailbox()));
        writer.Space().AString(mailbox.Owner.Name).Space().Text(ObsoleteRights.Print(Rights.All));
        foreach ((string identifier, Rights rights) in mailbox.Access.Entries)
            writer.Space().AString(identifier).Space().Text(ObsoleteRights.Print(rights));
        writer.End();
        return Reply.Ok("Completed");
    }
}
