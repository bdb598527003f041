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

    /// <summary>Nothing is sent: a literal stands in the text for whoever looks at it.</summary>
    Shown,
}

/// <summary>What the encoder must know of the connection when a command is written.</summary>
/// <param name="Literals">Which literals need no continuation.</param>
/// <param name="Utf8">
/// Whether UTF8=ACCEPT or IMAP4rev2 is enabled, so that UTF-8 may stand in quoted strings and mailbox names.
/// </param>
/// <param name="SynchronizeOver">
/// Above how many octets a literal waits for the continuation even under LITERAL+, so that a refusal costs no upload.
/// </param>
/// <param name="Announced">What the server has said that it can do; null where it has not said anything yet.</param>
/// <param name="Utf8Messages">
/// Whether UTF8=ACCEPT is enabled, so that the server takes messages with UTF-8 in their headers.
/// </param>
internal readonly record struct EncodingOptions(
    LiteralMode Literals, bool Utf8, long SynchronizeOver, ImapCapabilities? Announced = null,
    bool Utf8Messages = false)
{
    /// <summary>
    /// What the syntax of the base protocol is defined by: every server knows it, whichever revision it announces.
    /// </summary>
    public const string Base = "IMAP4rev1";

    private const int LiteralMinusLimit = 4096;

    /// <summary>
    /// Whether the server has said that it knows the syntax of that capability; never where there is none.
    /// </summary>
    public bool IsKnown(string? capability) =>
        capability is Base || (capability is not null && Announced?.Supports(capability) == true);

    /// <summary>Whether a literal must wait for the server's continuation.</summary>
    /// <param name="size">How many octets it has.</param>
    /// <param name="isUnderstood">
    /// Whether the server is known to read what stands there as a literal. Where it may not be, it might take what is
    /// in the literal for commands: nothing leaves before it has asked.
    /// </param>
    public bool MustSynchronize(long size, bool isUnderstood) =>
        (!isUnderstood && Literals != LiteralMode.Shown) || size > SynchronizeOver || Literals switch
        {
            LiteralMode.Plus or LiteralMode.Shown => false,
            LiteralMode.Minus => size > LiteralMinusLimit,
            _ => true,
        };
}
