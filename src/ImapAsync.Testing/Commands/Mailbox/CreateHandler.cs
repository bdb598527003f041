namespace ImapAsync.Testing;

/// <summary>CREATE (RFC 9051 §6.3.4), with special uses (RFC 6154 §3).</summary>
internal sealed class CreateHandler() : MailStoreHandler("CREATE")
{
    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        string name = arguments.Mailbox();
        MailboxAttributes uses = ReadUses(session, ref arguments);
        arguments.End();
        Mailbox mailbox = MailboxChanges.Create(session.Server.Store, session.User!, name);
        mailbox.SpecialUse = uses;
        return Reply.Ok("Created", session.Server.Has("OBJECTID") ? $"MAILBOXID ({mailbox.Id})" : null);
    }

    private static MailboxAttributes ReadUses(ClientSession session, ref ArgumentReader arguments)
    {
        if (!session.Server.Has("CREATE-SPECIAL-USE") || !arguments.TrySpace())
            return MailboxAttributes.Empty;
        arguments.ListStart();
        if (!arguments.TryWord("USE"u8))
            throw arguments.Wrong("USE");
        arguments.Space();
        List<MailboxAttribute> uses = new();
        foreach (string use in arguments.AttributeList())
        {
            MailboxAttribute attribute = MailboxAttribute.FromServer(use);
            if (!attribute.IsSpecialUse)
                throw CommandRefusedException.No("USEATTR", $"{use} is not a special use");
            uses.Add(attribute);
        }

        arguments.ListEnd();
        return MailboxAttributes.Of([.. uses]);
    }
}
