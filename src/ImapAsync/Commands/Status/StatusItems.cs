namespace ImapAsync;

/// <summary>The counters that STATUS can return (RFC 9051 §6.3.11 and extensions).</summary>
[Flags]
public enum StatusItems
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>MESSAGES: the number of messages.</summary>
    Messages = 1 << 0,

    /// <summary>RECENT: the number of messages that no session has seen before (RFC 3501; not in IMAP4rev2).</summary>
    Recent = 1 << 1,

    /// <summary>UIDNEXT: the lowest UID that the next message can have.</summary>
    UidNext = 1 << 2,

    /// <summary>UIDVALIDITY: whether stored UIDs are still valid.</summary>
    UidValidity = 1 << 3,

    /// <summary>UNSEEN: the number of messages without <c>\Seen</c>.</summary>
    Unseen = 1 << 4,

    /// <summary>DELETED: the number of messages with <c>\Deleted</c> (IMAP4rev2, RFC 9208).</summary>
    Deleted = 1 << 5,

    /// <summary>SIZE: the total size of all messages in octets (IMAP4rev2, RFC 8438).</summary>
    Size = 1 << 6,

    /// <summary>HIGHESTMODSEQ: the highest mod-sequence of all messages (RFC 7162).</summary>
    HighestModSequence = 1 << 7,

    /// <summary>MAILBOXID: an identifier that is kept when the mailbox is renamed (RFC 8474).</summary>
    MailboxId = 1 << 8,

    /// <summary>APPENDLIMIT: the largest message that APPEND accepts, in octets (RFC 7889).</summary>
    AppendLimit = 1 << 9,

    /// <summary>DELETED-STORAGE: the number of octets that EXPUNGE would free (RFC 9208).</summary>
    DeletedStorage = 1 << 10,

    /// <summary>The counters that every server supports: MESSAGES, UIDNEXT, UIDVALIDITY and UNSEEN.</summary>
    Basic = Messages | UidNext | UidValidity | Unseen,
}
