namespace ImapAsync.Testing;

/// <summary>A message as one session sees it: what SEARCH, SORT and THREAD look at.</summary>
internal interface IMessageView
{
    /// <summary>The UID.</summary>
    Uid Uid { get; }

    /// <summary>The number in the session that asks, counted from 1.</summary>
    uint SequenceNumber { get; }

    /// <summary>The flags, with <c>\Recent</c> where the session has it.</summary>
    FlagSet Flags { get; }

    /// <summary>INTERNALDATE.</summary>
    DateTimeOffset InternalDate { get; }

    /// <summary>When the message came into this mailbox (RFC 8514).</summary>
    DateTimeOffset SaveDate { get; }

    /// <summary>What the message has in common with its copies (EMAILID, RFC 8474 §5.1).</summary>
    string EmailId { get; }

    /// <summary>The whole message.</summary>
    ReadOnlyMemory<byte> Octets { get; }

    /// <summary>The mod-sequence (RFC 7162).</summary>
    ModSequence ModSequence { get; }

    /// <summary>The message, taken apart.</summary>
    MimeEntity Mime { get; }
}
