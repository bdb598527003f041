namespace ImapAsync;

/// <summary>What the read loop has to do about a literal that is being streamed.</summary>
internal enum LiteralDuty
{
    /// <summary>Wait for progress of the consumer.</summary>
    Wait,

    /// <summary>Wait, but not for long: as many octets as allowed have been read ahead while others wait.</summary>
    WaitForRoom,

    /// <summary>Continue reading into memory: the consumer is slow, and others wait.</summary>
    ReadAhead,

    /// <summary>Continue reading and discard: the consumer is gone.</summary>
    Discard,

    /// <summary>Go on after the literal.</summary>
    Done,
}
