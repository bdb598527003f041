namespace ImapAsync.Testing;

/// <summary>The items of STATUS (RFC 9051 §6.3.11, RFC 7162, RFC 8438, RFC 8474, RFC 9208).</summary>
internal static class StatusItemWriter
{
    /// <summary>Rejects unknown items.</summary>
    public static void Check(ClientSession session, IReadOnlyCollection<string> items)
    {
        if (items.Count == 0)
            throw CommandRefusedException.Bad("At least one status item must be asked for (RFC 9051 §6.3.11)");
        foreach (string item in items)
        {
            bool isKnown = item switch
            {
                "MESSAGES" or "UIDNEXT" or "UIDVALIDITY" or "UNSEEN" => true,
                "RECENT" => !session.IsRev2,
                "DELETED" => session.Server.Has("IMAP4rev2") || session.Server.Has("QUOTA=RES-MESSAGE"),
                "SIZE" => session.Server.Has("IMAP4rev2") || session.Server.Has("STATUS=SIZE"),
                "HIGHESTMODSEQ" => session.Server.Has("CONDSTORE"),
                "MAILBOXID" => session.Server.Has("OBJECTID"),
                "DELETED-STORAGE" => session.Server.Has("QUOTA=RES-STORAGE"),
                _ => false,
            };
            if (!isKnown)
                throw CommandRefusedException.Bad($"{item} is not a status item");
        }
    }

    /// <summary>Writes the STATUS response.</summary>
    public static void Write(ClientSession session, string name, Mailbox mailbox, IReadOnlyList<string> items)
    {
        if (items.Contains("HIGHESTMODSEQ"))
            session.Enable("CONDSTORE");
        ResponseWriter writer = session.Writer.Untagged("STATUS "u8).Mailbox(name).Raw(" ("u8);
        for (int i = 0; i < items.Count; i++)
        {
            if (i > 0)
                writer.Space();
            writer.Text(items[i]).Space();
            if (items[i] == "MAILBOXID")
                writer.Raw("("u8).Text(mailbox.Id).Raw(")"u8);
            else
                writer.Number(ValueOf(mailbox, items[i]));
        }

        writer.Raw(")"u8).End();
    }

    private static long ValueOf(Mailbox mailbox, string item) => item switch
    {
        "MESSAGES" => mailbox.Messages.Count,
        "RECENT" => mailbox.Messages.Count(message => message.Uid.Value >= mailbox.FirstRecent),
        "UIDNEXT" => mailbox.UidNext,
        "UIDVALIDITY" => mailbox.UidValidity,
        "UNSEEN" => mailbox.Messages.Count - mailbox.Count(Flag.Seen),
        "DELETED" => mailbox.Count(Flag.Deleted),
        "DELETED-STORAGE" => mailbox.Messages
            .Where(static message => message.Flags.Contains(Flag.Deleted))
            .Sum(static message => (long)message.Size),
        "SIZE" => mailbox.Size,
        _ => (long)mailbox.HighestModSequence,
    };
}
