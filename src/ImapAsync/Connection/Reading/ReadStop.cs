namespace ImapAsync;

/// <summary>Why the read loop takes no more responses for now.</summary>
internal enum ReadStop
{
    /// <summary>The connection has ended.</summary>
    End,

    /// <summary>The rest of a response has not arrived yet.</summary>
    Incomplete,

    /// <summary>A literal is streamed: its consumer continues reading.</summary>
    Literal,

    /// <summary>Enough is queued for the consumer of the last response.</summary>
    Full,

    /// <summary>TLS or compression begins after the last response.</summary>
    Upgrade,
}
