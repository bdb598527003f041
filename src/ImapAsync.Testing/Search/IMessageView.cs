namespace ImapAsync.Testing;

/// <summary>A message as one session sees it: the input of SEARCH, SORT and THREAD.</summary>
internal interface IMessageView
{
    /// <summary>The UID.</summary>
    Uid Uid { get; }

    /// <summary>The number in the session, counted from 1.</summary>
    uint SequenceNumber { get; }

    /// <summary>The flags, with <c>\Recent</c> if the session has it.</summary>
    FlagSet Flags { get; }

    /// <summary>INTERNALDATE.</summary>
    DateTimeOffset InternalDate { get; }

    /// <summary>When the message was added to this mailbox (RFC 8514).</summary>
    DateTimeOffset SaveDate { get; }

    /// <summary>The identifier shared by the message and its copies (EMAILID, RFC 8474 §5.1).</summary>
    string EmailId { get; }

    /// <summary>The whole message.</summary>
    ReadOnlyMemory<byte> Octets { get; }

    /// <summary>The mod-sequence (RFC 7162).</summary>
    ModSequence ModSequence { get; }

    /// <summary>The parsed message.</summary>
    MimeEntity Mime { get; }
}
