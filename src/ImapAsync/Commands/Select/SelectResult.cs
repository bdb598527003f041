namespace ImapAsync;

/// <summary>
/// What SELECT and EXAMINE report about a mailbox (RFC 9051 §6.3.2), at that moment. What the server did not report is
/// null.
/// </summary>
/// <param name="Name">The mailbox, as requested.</param>
public sealed record SelectResult(MailboxName Name) : IMalformedHolder<SelectResult>
{
    /// <summary>EXISTS: the number of messages.</summary>
    public long Exists { get; init; }

    /// <summary>
    /// RECENT: the number of messages that no session had seen before; 0 on IMAP4rev2, which does not report it.
    /// </summary>
    public long Recent { get; init; }

    /// <summary>FLAGS: the flags that messages of this mailbox have or can have.</summary>
    public FlagSet Flags { get; init; } = FlagSet.Empty;

    /// <summary>
    /// PERMANENTFLAGS: the flags that can be changed permanently; all of <see cref="Flags"/> if the server did not say.
    /// <see cref="Flag.Any"/> in it means that new keywords can be created.
    /// </summary>
    public FlagSet PermanentFlags { get; init; } = FlagSet.Empty;

    /// <summary>UIDNEXT: the lowest UID that the next message can have.</summary>
    public Uid? UidNext { get; init; }

    /// <summary>
    /// UIDVALIDITY: if it differs from the stored value, stored UIDs are invalid. Null if the mailbox has no persistent
    /// UIDs.
    /// </summary>
    public UidValidity? UidValidity { get; init; }

    /// <summary>UNSEEN: the first message without <c>\Seen</c> (RFC 3501). IMAP4rev2 does not report it.</summary>
    public SequenceNumber? FirstUnseen { get; init; }

    /// <summary>HIGHESTMODSEQ: the highest mod-sequence of all messages (RFC 7162); null also for NOMODSEQ.</summary>
    public ModSequence? HighestModSequence { get; init; }

    /// <summary>READ-ONLY: whether the mailbox cannot be changed.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>UIDNOTSTICKY: whether UIDs are lost when the mailbox is left (RFC 4315).</summary>
    public bool UidNotSticky { get; init; }

    /// <summary>MAILBOXID: an identifier that is kept when the mailbox is renamed (RFC 8474).</summary>
    public string? MailboxId { get; init; }

    /// <summary>
    /// The mailbox as reported by LIST, which IMAP4rev2 adds; its name is the one that the server uses.
    /// </summary>
    public MailboxInfo? Info { get; init; }

    /// <summary>Messages that were expunged since the mod-sequence passed in QRESYNC (RFC 7162 §3.2.10).</summary>
    public UidSet Vanished { get; init; } = UidSet.Empty;

    /// <summary>
    /// The messages that changed since the mod-sequence passed in QRESYNC: with UID, FLAGS and MODSEQ.
    /// </summary>
    public IReadOnlyList<FetchedMessage> Changed { get; init; } = [];

    /// <summary>The unreadable parts of the server's answer; the mailbox is selected nevertheless.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    SelectResult IMalformedHolder<SelectResult>.With(IReadOnlyList<MalformedResponse> malformed) =>
        this with { Malformed = malformed };
}
