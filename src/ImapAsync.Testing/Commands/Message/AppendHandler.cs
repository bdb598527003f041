namespace ImapAsync.Testing;

/// <summary>
/// APPEND (RFC 9051 §6.3.12), also of several messages (RFC 3502). If the client waits for a continuation, a refusal
/// precedes the message.
/// </summary>
internal sealed class AppendHandler() : MailStoreHandler("APPEND")
{
    public override Reply? RefuseLiteral(ClientSession session, ReceivedCommand soFar, long size)
    {
        if (session.User is null)
            return Reply.Bad(code: null, "APPEND cannot be sent now");
        ArgumentReader arguments = soFar.Arguments(session.Names);
        if (!arguments.TrySpace() || !IsNameThere(arguments))
            return null;
        lock (session.Server.Store.Gate)
        {
            Mailbox mailbox = Target(session, arguments.Mailbox());
            mailbox.Owner.Quota.Check(mailbox.Owner, size, moreMessages: 1);
        }

        return null;
    }

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        Mailbox mailbox = Target(session, arguments.Mailbox());
        List<NewMessage> messages = new();
        do
        {
            AppendedMessage.Separate(session, ref arguments);
            messages.Add(AppendedMessage.Read(session, mailbox, ref arguments));
        }
        while (!arguments.IsAtEnd && session.Server.Has("MULTIAPPEND"));
        arguments.End();

        // All or none (RFC 3502 §2).
        mailbox.Owner.Quota.Check(
            mailbox.Owner, messages.Sum(static message => (long)message.Content.Octets.Length), messages.Count);
        NumberSetBuilder uids = new();
        foreach (NewMessage message in messages)
            uids.Add(mailbox.Add(message, session.Server.Store.Now).Uid.Value);
        bool tellsUids = session.Server.Has("UIDPLUS") || session.Server.Has("IMAP4rev2");
        return Reply.Ok("Appended", tellsUids ? $"APPENDUID {mailbox.UidValidity} {uids.Build<UidSet>()}" : null);
    }

    // The announced literal may be the mailbox name itself.
    private static bool IsNameThere(ArgumentReader arguments)
    {
        try
        {
            _ = arguments.Mailbox();
            return true;
        }
        catch (CommandRefusedException)
        {
            return false;
        }
    }

    private static Mailbox Target(ClientSession session, string name) =>
        MailboxDirectory.Require(session.Server.Store, session.User!, name, Rights.Insert, missing: "TRYCREATE");
}
