namespace ImapAsync;

/// <summary>Which literals the server accepts without a continuation (RFC 7888).</summary>
internal enum LiteralMode
{
    /// <summary>Every literal waits for the server's continuation.</summary>
    Synchronizing,

    /// <summary>LITERAL-: literals of up to 4096 octets need not wait.</summary>
    Minus,

    /// <summary>LITERAL+: no literal needs to wait.</summary>
    Plus,

    /// <summary>Nothing is sent: literals are written into the text, for display.</summary>
    Shown,
}

/// <summary>What the encoder must know about the connection when a command is written.</summary>
/// <param name="Literals">Which literals need no continuation.</param>
/// <param name="Utf8">
/// Whether UTF8=ACCEPT or IMAP4rev2 is enabled, so that quoted strings and mailbox names may contain UTF-8.
/// </param>
/// <param name="SynchronizeOver">
/// The size in octets above which a literal waits for the continuation even under LITERAL+, so that a refusal costs no
/// upload.
/// </param>
/// <param name="Announced">
/// The capabilities that the server has announced; null if it has not announced any yet.
/// </param>
/// <param name="Utf8Messages">
/// Whether UTF8=ACCEPT is enabled, so that the server accepts messages with UTF-8 in their headers.
/// </param>
internal readonly record struct EncodingOptions(
    LiteralMode Literals, bool Utf8, long SynchronizeOver, ImapCapabilities? Announced = null,
    bool Utf8Messages = false)
{
    /// <summary>
    /// The capability that defines the syntax of the base protocol: every server knows it, whichever revision it
    /// announces.
    /// </summary>
    public const string Base = "IMAP4rev1";

    private const int LiteralMinusLimit = 4096;

    /// <summary>
    /// Whether the server has announced that it knows the syntax of the capability; never if there is none.
    /// </summary>
    public bool IsKnown(string? capability) =>
        capability is Base || (capability is not null && Announced?.Supports(capability) == true);

    /// <summary>Whether a literal must wait for the server's continuation.</summary>
    /// <param name="size">Its size in octets.</param>
    /// <param name="isUnderstood">
    /// Whether the server is known to read what stands there as a literal. If it may not, it could take the literal's
    /// content for commands, so nothing is sent before it has asked.
    /// </param>
    public bool MustSynchronize(long size, bool isUnderstood) =>
        (!isUnderstood && Literals != LiteralMode.Shown) || size > SynchronizeOver || Literals switch
        {
            LiteralMode.Plus or LiteralMode.Shown => false,
            LiteralMode.Minus => size > LiteralMinusLimit,
            _ => true,
        };
}
