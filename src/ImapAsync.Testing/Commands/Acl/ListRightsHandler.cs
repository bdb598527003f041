namespace ImapAsync.Testing;

/// <summary>
/// LISTRIGHTS (RFC 4314 §3.4): every right can be granted individually; the owner always has all of them.
/// </summary>
internal sealed class ListRightsHandler() : MailStoreHandler("LISTRIGHTS")
{
    public override IReadOnlyList<string> Capabilities => ["ACL"];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        ArgumentReader again = arguments;
        Mailbox mailbox = AclTarget.Read(session, ref arguments);
        arguments.Space();
        string identifier = arguments.AText();
        arguments.End();

        string all = ObsoleteRights.Print(Rights.All);
        bool isOwner = identifier.Equals(mailbox.Owner.Name, StringComparison.OrdinalIgnoreCase);
        ResponseWriter writer = session.Writer.Untagged("LISTRIGHTS "u8)
            .Mailbox(Hierarchy.Normalize(again.Mailbox())).Space().AString(identifier);
        if (isOwner)
            writer.Space().Text(all);
        else
            writer.Raw(" \"\""u8).Text(string.Concat(all.Select(static letter => " " + letter)));
        writer.End();
        return Reply.Ok("Completed");
    }
}
