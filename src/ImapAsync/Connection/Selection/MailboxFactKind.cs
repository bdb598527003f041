namespace ImapAsync;

/// <summary>What a fact about a mailbox is about.</summary>
internal enum MailboxFactKind
{
    /// <summary>Nothing: the response is about something else.</summary>
    None,

    /// <summary>The number of messages.</summary>
    Exists,

    /// <summary>How many of them have \Recent.</summary>
    Recent,

    /// <summary>A message is gone, and those after it have moved up by one.</summary>
    Expunged,

    /// <summary>Messages are gone, which were there until now (RFC 7162 §3.2.10).</summary>
    Vanished,

    /// <summary>Messages are gone, which need not have been there in this session (VANISHED (EARLIER)).</summary>
    VanishedEarlier,

    /// <summary>Something about a message.</summary>
    Fetched,

    /// <summary>The flags defined in the mailbox.</summary>
    Flags,

    /// <summary>The lowest UID that the next message can have.</summary>
    UidNext,

    /// <summary>The value that says whether UIDs known from before are valid.</summary>
    UidValidity,

    /// <summary>UIDs are lost when the mailbox is left (RFC 4315).</summary>
    UidNotSticky,

    /// <summary>The highest mod-sequence of all messages (RFC 7162 §3.1.2.1).</summary>
    HighestModSeq,

    /// <summary>The mailbox has no mod-sequences.</summary>
    NoModSeq,

    /// <summary>All that came before is about the mailbox that was selected before.</summary>
    Closed,

    /// <summary>The server has selected the mailbox: what came before is SELECT's answer.</summary>
    Opened,
}
