namespace ImapAsync.Testing;

/// <summary>SETACL (RFC 4314 §3.1): sets the rights, or adds and removes them with + and -.</summary>
internal sealed class SetAclHandler() : MailStoreHandler("SETACL")
{
    public override IReadOnlyList<string> Capabilities => ["ACL"];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        Mailbox mailbox = AclTarget.Read(session, ref arguments);
        arguments.Space();
        string identifier = arguments.AText();
        arguments.Space();
        string change = arguments.AText();
        arguments.End();

        char sign = change is ['+' or '-', ..] ? change[0] : '=';
        Rights rights = ReadRights(sign == '=' ? change : change[1..]);
        if (identifier.Equals(mailbox.Owner.Name, StringComparison.OrdinalIgnoreCase))
            return Reply.Ok("An owner keeps all rights");
        mailbox.Access.Change(identifier, old => sign switch
        {
            '+' => old + rights,
            '-' => old - rights,
            _ => rights,
        });
        return Reply.Ok("Granted");
    }

    private static Rights ReadRights(string letters)
    {
        try
        {
            Rights rights = ObsoleteRights.Expand(new Rights(letters));
            return Rights.All.Contains(rights)
                ? rights
                : throw CommandRefusedException.Bad($"Rights are some of {Rights.All} (RFC 4314 §2.1)");
        }
        catch (ArgumentException exception)
        {
            throw CommandRefusedException.Bad(exception.Message.ReplaceLineEndings(" "));
        }
    }
}
