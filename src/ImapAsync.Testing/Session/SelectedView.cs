namespace ImapAsync.Testing;

/// <summary>
/// The selected mailbox as last reported to one session: sequence numbers stay unchanged until the session may be
/// notified of the change (RFC 9051 §5.2).
/// </summary>
internal sealed class SelectedView
{
    private readonly List<MessageEntry> _messages = [];

    public SelectedView(Mailbox mailbox, bool isReadOnly, bool showsRecent)
    {
        Mailbox = mailbox;
        IsReadOnly = isReadOnly;
        ShowsRecent = showsRecent;
        TakeNew();
        SyncedModSequence = mailbox.HighestModSequence;
        UidValidity = mailbox.UidValidity;
    }

    public Mailbox Mailbox { get; }

    /// <summary>The value last reported to the client.</summary>
    public uint UidValidity { get; set; }

    public bool IsReadOnly { get; }

    /// <summary>Whether <c>\Recent</c> is shown, which IMAP4rev2 does not have.</summary>
    public bool ShowsRecent { get; }

    /// <summary>Whether ranges must ascend, as on some servers.</summary>
    public Func<bool> DescendingIsRefused { get; init; } = static () => false;

    public bool RefusesDescending => DescendingIsRefused();

    /// <summary>By sequence number, from 1 at index 0.</summary>
    public IReadOnlyList<MessageEntry> Messages => _messages;

    /// <summary>The mailbox's mod-sequence at the last update: up to there the client knows everything.</summary>
    public ulong SyncedModSequence { get; set; }

    /// <summary>Whether the client knows of new messages but not of their mod-sequence.</summary>
    public bool OwesModSequence { get; set; }

    /// <summary>The keywords reported to the client.</summary>
    public FlagSet ToldKeywords { get; set; } = FlagSet.Empty;

    /// <summary>Whether there is nothing to report by EXPUNGE.</summary>
    public bool HasNothingToExpunge =>
        UidValidity == Mailbox.UidValidity && !_messages.Exists(static message => message.Stored.IsExpunged);

    /// <summary>The value of <c>$</c> (RFC 5182).</summary>
    public UidSet Saved { get; set; } = UidSet.Empty;

    public uint RecentCount => (uint)_messages.Count(static message => message.IsRecent);

    public Uid? LastUid => _messages.Count == 0 ? null : _messages[^1].Uid;

    /// <summary>Adds messages that arrived since the last update; returns how many there were.</summary>
    public int TakeNew()
    {
        uint known = _messages.Count == 0 ? 0 : _messages[^1].Uid.Value;
        int before = _messages.Count;
        IReadOnlyList<StoredMessage> stored = Mailbox.Messages;
        int first = stored.Count;
        while (first > 0 && stored[first - 1].Uid.Value > known)
            first--;
        for (int i = first; i < stored.Count; i++)
        {
            bool isRecent = ShowsRecent && stored[i].Uid.Value >= Mailbox.FirstRecent;
            _messages.Add(new MessageEntry(stored[i], isRecent) { SequenceNumber = (uint)_messages.Count + 1 });
        }

        if (!IsReadOnly)
            Mailbox.FirstRecent = Mailbox.UidNext;
        return _messages.Count - before;
    }

    /// <summary>
    /// Removes expunged messages; returns the sequence numbers to send, each as it is once the previous ones have been
    /// sent, and the UIDs.
    /// </summary>
    public (List<uint> SequenceNumbers, UidSet Uids) TakeExpunged()
    {
        List<uint> numbers = new();
        NumberSetBuilder uids = new();
        for (int i = 0; i < _messages.Count; i++)
        {
            if (!_messages[i].Stored.IsExpunged)
                continue;
            numbers.Add((uint)(i + 1 - numbers.Count));
            uids.Add(_messages[i].Uid.Value);
        }

        if (numbers.Count > 0)
        {
            _messages.RemoveAll(static message => message.Stored.IsExpunged);
            for (int i = 0; i < _messages.Count; i++)
                _messages[i].SequenceNumber = (uint)i + 1;
        }

        UidSet gone = uids.Build<UidSet>();
        if (!Saved.IsEmpty && !gone.IsEmpty)
            Saved -= gone;
        return (numbers, gone);
    }
}
