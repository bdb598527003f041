namespace ImapAsync;

/// <summary>The subject of a fact about a mailbox.</summary>
internal enum MailboxFactKind
{
    /// <summary>The response is about something else.</summary>
    None,

    /// <summary>The number of messages.</summary>
    Exists,

    /// <summary>The number of messages with \Recent.</summary>
    Recent,

    /// <summary>A message was expunged, and those after it have moved up by one.</summary>
    Expunged,

    /// <summary>Messages that existed until now were expunged (RFC 7162 §3.2.10).</summary>
    Vanished,

    /// <summary>Messages were expunged that need not have existed in this session (VANISHED (EARLIER)).</summary>
    VanishedEarlier,

    /// <summary>An update of a message.</summary>
    Fetched,

    /// <summary>The flags defined in the mailbox.</summary>
    Flags,

    /// <summary>The lowest UID that the next message can have.</summary>
    UidNext,

    /// <summary>The value that decides whether stored UIDs are valid.</summary>
    UidValidity,

    /// <summary>UIDs are lost when the mailbox is left (RFC 4315).</summary>
    UidNotSticky,

    /// <summary>The highest mod-sequence of all messages (RFC 7162 §3.1.2.1).</summary>
    HighestModSequence,

    /// <summary>The mailbox has no mod-sequences.</summary>
    NoModSeq,

    /// <summary>Everything before it concerns the previously selected mailbox.</summary>
    Closed,

    /// <summary>The server has selected the mailbox: what came before is the answer to the SELECT.</summary>
    Opened,
}
