namespace ImapAsync;

/// <summary>What STATUS can be asked for (RFC 9051 §6.3.11 and extensions).</summary>
[Flags]
public enum StatusItems
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>MESSAGES: how many messages there are.</summary>
    Messages = 1 << 0,

    /// <summary>RECENT: how many of them no session has seen before (RFC 3501; not in IMAP4rev2).</summary>
    Recent = 1 << 1,

    /// <summary>UIDNEXT: the lowest UID that the next message can have.</summary>
    UidNext = 1 << 2,

    /// <summary>UIDVALIDITY: whether remembered UIDs are still good.</summary>
    UidValidity = 1 << 3,

    /// <summary>UNSEEN: how many messages lack <c>\Seen</c>.</summary>
    Unseen = 1 << 4,

    /// <summary>DELETED: how many messages have <c>\Deleted</c> (IMAP4rev2, RFC 9208).</summary>
    Deleted = 1 << 5,

    /// <summary>SIZE: how many octets all messages have (IMAP4rev2, RFC 8438).</summary>
    Size = 1 << 6,

    /// <summary>HIGHESTMODSEQ: the highest mod-sequence of all messages (RFC 7162).</summary>
    HighestModSeq = 1 << 7,

    /// <summary>MAILBOXID: what stays the same when the mailbox is renamed (RFC 8474).</summary>
    MailboxId = 1 << 8,

    /// <summary>APPENDLIMIT: the largest message that APPEND takes, in octets (RFC 7889).</summary>
    AppendLimit = 1 << 9,

    /// <summary>DELETED-STORAGE: how many octets EXPUNGE would free (RFC 9208).</summary>
    DeletedStorage = 1 << 10,

    /// <summary>What every server has: MESSAGES, UIDNEXT, UIDVALIDITY and UNSEEN.</summary>
    Basic = Messages | UidNext | UidValidity | Unseen,
}
