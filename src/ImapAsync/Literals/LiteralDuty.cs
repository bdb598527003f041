namespace ImapAsync;

/// <summary>What the read loop has to do about a literal that is being streamed.</summary>
internal enum LiteralDuty
{
    /// <summary>Wait until the consumer has moved.</summary>
    Wait,

    /// <summary>Wait, as the octets read ahead are as many as are allowed while others wait: not for long.</summary>
    WaitForRoom,

    /// <summary>Read on into memory: the consumer is slow, and others wait.</summary>
    ReadAhead,

    /// <summary>Read on and throw away: the consumer has gone.</summary>
    Discard,

    /// <summary>Go on after the literal.</summary>
    Done,
}
