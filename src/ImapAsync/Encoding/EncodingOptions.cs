namespace ImapAsync;

/// <summary>Which literals the server takes without being asked (RFC 7888).</summary>
internal enum LiteralMode
{
    /// <summary>Every literal waits for the server's continuation.</summary>
    Synchronizing,

    /// <summary>LITERAL-: literals of up to 4096 octets need not wait.</summary>
    Minus,

    /// <summary>LITERAL+: no literal needs to wait.</summary>
    Plus,
}

/// <summary>What the encoder must know of the connection when a command is written.</summary>
/// <param name="Literals">Which literals need no continuation.</param>
/// <param name="Utf8">Whether UTF8=ACCEPT or IMAP4rev2 is enabled, so that UTF-8 may stand in quoted strings and mailbox names.</param>
/// <param name="SynchronizeOver">Above how many octets a literal waits for the continuation even under LITERAL+, so that a refusal costs no upload.</param>
internal readonly record struct EncodingOptions(LiteralMode Literals, bool Utf8, long SynchronizeOver)
{
    private const int LiteralMinusLimit = 4096;

    public bool MustSynchronize(long size) =>
        size > SynchronizeOver || Literals switch
        {
            LiteralMode.Plus => false,
            LiteralMode.Minus => size > LiteralMinusLimit,
            _ => true,
        };
}
