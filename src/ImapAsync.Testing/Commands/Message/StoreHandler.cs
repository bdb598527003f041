namespace ImapAsync.Testing;

/// <summary>
/// STORE (RFC 9051 §6.4.6), optionally on condition that the message was not changed since (RFC 7162 §3.1.3).
/// </summary>
internal sealed class StoreHandler() : MailStoreHandler("STORE")
{
    public override SessionStates States => SessionStates.Selected;

    public override UidForm UidForm => UidForm.Both;

    public override bool PermitsExpunge(ReceivedCommand command) => command.IsUid;

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments();
        arguments.Space();
        SelectedView view = session.View;
        List<MessageEntry> messages = arguments.Messages(view, command.IsUid);
        arguments.Space();
        StoreRequest request = StoreRequest.Read(session, ref arguments);
        arguments.End();
        if (view.IsReadOnly)
            throw CommandRefusedException.No("READ-ONLY", "The mailbox is read-only");
        if (request.UnchangedSince is not null)
            session.Enable("CONDSTORE");
        FlagSet allowed = FlagRights.Filter(session, view.Mailbox, request.Flags);
        if (allowed.Count == 0 && request.Flags.Count > 0)
            throw CommandRefusedException.No("NOPERM", "None of these flags may be changed here");
        return Change(session, command, messages, request with { Flags = allowed });
    }

    private static Reply Change(
        ClientSession session, ReceivedCommand command, List<MessageEntry> messages, StoreRequest request)
    {
        // Expunged messages named by UID are ignored; if named by number, the answer is NO if nothing is left to do,
        // otherwise OK with what was done (RFC 2180 §4.2).
        MessageEntry[] there = [.. messages.Where(static message => !message.Stored.IsExpunged)];
        bool isSomeGone = there.Length < messages.Count && !command.IsUid;
        if (isSomeGone && there.Length == 0)
            return Reply.No("EXPUNGEISSUED", "The messages are gone");

        List<MessageEntry> failed = new();
        foreach (MessageEntry message in there)
        {
            if (request.UnchangedSince is { } since && message.Stored.ModSequence > since)
                failed.Add(message);
            else
                ChangeOne(session, message, request, command.IsUid);
        }

        string? code = failed.Count > 0 ? $"MODIFIED {SetOf(failed, command.IsUid)}"
            : isSomeGone ? "EXPUNGEISSUED"
            : null;
        return Reply.Ok(isSomeGone ? "Stored, except for messages that are gone" : "Stored", code);
    }

    private static void ChangeOne(ClientSession session, MessageEntry message, StoreRequest request, bool isUid)
    {
        bool wasKnown = message.KnownModSequence == message.Stored.ModSequence;
        FlagSet kept = request.Operation == FlagOperation.Set ? NotAllowed(session, message) : FlagSet.Empty;
        bool isChanged = session.View.Mailbox.SetFlags(message.Stored, request.Apply(message.Stored.Flags) | kept);
        if (!request.IsSilent)
        {
            FlagsResponse.Write(session, message, isUid);
            return;
        }

        // What somebody else changed before is reported nevertheless.
        if (wasKnown)
            message.KnownModSequence = message.Stored.ModSequence;
        if (session.HasCondStore && (isChanged || request.UnchangedSince is not null))
            FlagsResponse.WriteSilent(session, message, isUid);
    }

    // FLAGS replaces only flags that the user may change.
    private static FlagSet NotAllowed(ClientSession session, MessageEntry message) =>
        message.Stored.Flags - FlagRights.Filter(session, session.View.Mailbox, message.Stored.Flags);

    private static string SetOf(List<MessageEntry> messages, bool isUid)
    {
        NumberSetBuilder numbers = new();
        foreach (MessageEntry message in messages)
            numbers.Add(isUid ? message.Uid.Value : message.SequenceNumber);
        return NumberSetFormat.ToText(numbers.Build());
    }
}
