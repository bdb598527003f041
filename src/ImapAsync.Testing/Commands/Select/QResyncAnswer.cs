namespace ImapAsync.Testing;

/// <summary>
/// The changes of a mailbox since a client last saw it (RFC 7162 §3.2.5.1): vanished messages and changed flags.
/// </summary>
internal static class QResyncAnswer
{
    public static void Write(ClientSession session, KnownMailbox known)
    {
        SelectedView view = session.View;
        if (known.UidValidity != view.Mailbox.UidValidity)
            return;
        WriteVanished(session, view.Mailbox, known.ModSequence, known.Uids);
        foreach (MessageEntry message in view.Messages)
        {
            bool isMeant = known.Uids is null || known.Uids.Contains(message.Uid);
            if (isMeant && message.Stored.ModSequence > known.ModSequence)
                FlagsResponse.Write(session, message, withUid: true);
        }
    }

    /// <summary>Writes VANISHED (EARLIER) for messages expunged since a mod-sequence.</summary>
    public static void WriteVanished(ClientSession session, Mailbox mailbox, ulong since, UidSet? among)
    {
        NumberSetBuilder uids = new();
        foreach (ExpungedUid expunged in mailbox.Expunged)
        {
            if (expunged.ModSequence > since && (among is null || among.Contains(expunged.Uid)))
                uids.Add(expunged.Uid.Value);
        }

        UidSet vanished = uids.Build<UidSet>();
        if (!vanished.IsEmpty)
            session.Writer.Untagged("VANISHED (EARLIER) "u8).Text(vanished.ToString()).End();
    }
}
