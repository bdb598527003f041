namespace ImapAsync.Testing;

/// <summary>
/// A request that cannot be carried out: the server answers its command with NO or BAD, and this text.
/// </summary>
/// <param name="status">NO or BAD.</param>
/// <param name="text">What was wrong, and what was expected.</param>
/// <param name="code">The response code without its brackets, such as <c>BADCHARSET (US-ASCII UTF-8)</c>.</param>
internal sealed class CommandRefusedException(ImapStatus status, string text, string? code = null) : Exception(text)
{
    /// <summary>NO or BAD.</summary>
    public ImapStatus Status { get; } = status;

    /// <summary>The response code without its brackets; null where there is none.</summary>
    public string? Code { get; } = code;

    /// <summary>A request that was understood but cannot be carried out.</summary>
    public static CommandRefusedException No(string? code, string text) => new(ImapStatus.No, text, code);

    /// <summary>A request that breaks the grammar or comes at the wrong time.</summary>
    public static CommandRefusedException Bad(string text) => new(ImapStatus.Bad, text);
}
