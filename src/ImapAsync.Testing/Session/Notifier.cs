namespace ImapAsync.Testing;

/// <summary>Reports to a session what has happened in its mailbox, by the rules of RFC 9051 §5.2 and §7.5.1.</summary>
internal static class Notifier
{
    /// <summary>Writes what the client does not know yet. Runs under the store's lock.</summary>
    /// <param name="session">The session.</param>
    /// <param name="permitsExpunge">Whether sequence numbers may change now.</param>
    /// <param name="withUid">Whether FETCH responses have the UID.</param>
    public static void Write(ClientSession session, bool permitsExpunge, bool withUid)
    {
        if (session.Selected is not { } view)
            return;
        KnownFlags.WriteNews(session);
        if (view.UidValidity != view.Mailbox.UidValidity && permitsExpunge)
            TellUidValidity(session, view);
        if (view.SyncedModSequence == view.Mailbox.HighestModSequence)
            return;

        if (permitsExpunge)
            WriteExpunged(session, view);
        if (view.TakeNew() > 0)
        {
            WriteCounts(session, view);
            view.OwesModSequence = true;
        }

        foreach (MessageEntry message in view.Messages)
        {
            if (message.KnownModSequence < message.Stored.ModSequence && !message.Stored.IsExpunged)
                FlagsResponse.Write(session, message, withUid);
        }

        WriteModSequence(session, view);
    }

    // EXISTS has no mod-sequence of its own. What cannot be reported yet is checked again later, and the client must
    // not believe to know it until then (RFC 7162 §3.2).
    private static void WriteModSequence(ClientSession session, SelectedView view)
    {
        bool isComplete = view.HasNothingToExpunge;
        if (isComplete)
            view.SyncedModSequence = view.Mailbox.HighestModSequence;
        if (isComplete ? view.OwesModSequence && session.HasCondStore : session.HasQResync)
        {
            session.Writer.Untagged(Reply.Ok(
                "All changes up to here are reported", $"HIGHESTMODSEQ {view.SyncedModSequence}"));
        }

        view.OwesModSequence &= !isComplete;
    }

    /// <summary>Writes EXPUNGE for each message that is gone, or VANISHED for all of them (RFC 7162 §3.2.10).</summary>
    public static void WriteExpunged(ClientSession session, SelectedView view)
    {
        (List<uint> numbers, UidSet uids) = view.TakeExpunged();
        if (numbers.Count == 0)
            return;
        if (session.HasQResync)
        {
            session.Writer.Untagged("VANISHED "u8).Text(uids.ToString()).End();
            return;
        }

        foreach (uint number in numbers)
            session.Writer.Untagged(number, "EXPUNGE"u8).End();
    }

    public static void WriteCounts(ClientSession session, SelectedView view)
    {
        session.Writer.Untagged((uint)view.Messages.Count, "EXISTS"u8).End();
        if (view.ShowsRecent)
            session.Writer.Untagged(view.RecentCount, "RECENT"u8).End();
    }

    private static void TellUidValidity(ClientSession session, SelectedView view)
    {
        WriteExpunged(session, view);
        view.UidValidity = view.Mailbox.UidValidity;
        session.Writer.Untagged(Reply.Ok("The UIDs are new", $"UIDVALIDITY {view.UidValidity}"));
    }
}
