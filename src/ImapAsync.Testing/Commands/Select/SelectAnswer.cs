namespace ImapAsync.Testing;

/// <summary>What SELECT reports about a mailbox (RFC 9051 §6.3.2).</summary>
internal static class SelectAnswer
{
    public static void Write(ClientSession session, string name)
    {
        SelectedView view = session.View;
        Mailbox mailbox = view.Mailbox;
        ResponseWriter writer = session.Writer;
        KnownFlags.Write(session);
        Notifier.WriteCounts(session, view);
        if (!session.IsRev2
            && view.Messages.FirstOrDefault(static message => !message.Flags.Contains(Flag.Seen)) is { } unseen)
        {
            writer.Untagged(Reply.Ok("The first unseen message", $"UNSEEN {unseen.SequenceNumber}"));
        }

        writer.Untagged(Reply.Ok("UIDs are valid", $"UIDVALIDITY {mailbox.UidValidity}"));
        writer.Untagged(Reply.Ok("The next UID", $"UIDNEXT {mailbox.UidNext}"));
        if (session.Server.Has("CONDSTORE"))
            writer.Untagged(Reply.Ok("The last change", $"HIGHESTMODSEQ {mailbox.HighestModSequence}"));
        if (session.Server.Has("OBJECTID"))
            writer.Untagged(Reply.Ok("The mailbox's identity", $"MAILBOXID ({mailbox.Id})"));
        if (session.IsRev2)
            writer.Untagged("LIST () \"/\" "u8).Mailbox(Hierarchy.Normalize(name)).End();
    }
}
