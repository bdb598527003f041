namespace ImapAsync;

/// <summary>Why the read loop takes no more responses for now.</summary>
internal enum ReadStop
{
    /// <summary>The connection has ended.</summary>
    End,

    /// <summary>The rest of a response has yet to come.</summary>
    Incomplete,

    /// <summary>A literal is streamed: its consumer reads on.</summary>
    Literal,

    /// <summary>The consumer of the last response has as much before it as it should.</summary>
    Full,

    /// <summary>TLS or compression begins after the last response.</summary>
    Upgrade,
}
