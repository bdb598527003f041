namespace ImapAsync;

/// <summary>
/// What SELECT and EXAMINE tell of a mailbox (RFC 9051 §6.3.2), as it was at that moment. What the server did not say
/// is null.
/// </summary>
/// <param name="Name">The mailbox, as it was asked for.</param>
public sealed record SelectResult(MailboxName Name) : IMalformedHolder<SelectResult>
{
    /// <summary>EXISTS: how many messages there are.</summary>
    public long Exists { get; init; }

    /// <summary>RECENT: how many messages no session had seen before; 0 on IMAP4rev2, which does not tell.</summary>
    public long Recent { get; init; }

    /// <summary>FLAGS: the flags that messages of this mailbox have or can have.</summary>
    public FlagSet Flags { get; init; } = FlagSet.Empty;

    /// <summary>
    /// PERMANENTFLAGS: the flags that can be changed for good; all of <see cref="Flags"/> where the server did not say.
    /// <see cref="Flag.Any"/> in it means that new keywords can be made.
    /// </summary>
    public FlagSet PermanentFlags { get; init; } = FlagSet.Empty;

    /// <summary>UIDNEXT: the lowest UID that the next message can have.</summary>
    public Uid? UidNext { get; init; }

    /// <summary>
    /// UIDVALIDITY: if it is another than remembered, remembered UIDs are worth nothing. Null where the mailbox has no
    /// lasting UIDs.
    /// </summary>
    public UidValidity? UidValidity { get; init; }

    /// <summary>UNSEEN: the first message without <c>\Seen</c> (RFC 3501). IMAP4rev2 does not tell.</summary>
    public SequenceNumber? FirstUnseen { get; init; }

    /// <summary>HIGHESTMODSEQ: the highest mod-sequence of all messages (RFC 7162); null also for NOMODSEQ.</summary>
    public ModSequence? HighestModSeq { get; init; }

    /// <summary>READ-ONLY: whether nothing can be changed.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>UIDNOTSTICKY: whether UIDs are lost when the mailbox is left (RFC 4315).</summary>
    public bool UidNotSticky { get; init; }

    /// <summary>MAILBOXID: what stays the same when the mailbox is renamed (RFC 8474).</summary>
    public string? MailboxId { get; init; }

    /// <summary>
    /// The mailbox as LIST tells of it, which IMAP4rev2 adds; its name is the one that the server uses.
    /// </summary>
    public MailboxInfo? Info { get; init; }

    /// <summary>Messages that were removed since the mod-sequence that QRESYNC named (RFC 7162 §3.2.10).</summary>
    public UidSet Vanished { get; init; } = UidSet.Empty;

    /// <summary>
    /// The messages that changed since the mod-sequence that QRESYNC named: with UID, FLAGS and MODSEQ.
    /// </summary>
    public IReadOnlyList<FetchedMessage> Changed { get; init; } = [];

    /// <summary>What the server said that could not be read; the mailbox is selected all the same.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    SelectResult IMalformedHolder<SelectResult>.With(IReadOnlyList<MalformedResponse> malformed) =>
        this with { Malformed = malformed };
}
