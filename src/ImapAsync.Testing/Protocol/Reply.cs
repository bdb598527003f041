namespace ImapAsync.Testing;

/// <summary>The result of a command: the tagged response without its tag.</summary>
/// <param name="Status">OK, NO or BAD.</param>
/// <param name="Code">The content of the response code's brackets, if there is one.</param>
/// <param name="Text">The text for people.</param>
internal sealed record Reply(ImapStatus Status, string? Code, string Text)
{
    public static Reply Ok(string text, string? code = null) => new(ImapStatus.Ok, code, text);

    public static Reply No(string? code, string text) => new(ImapStatus.No, code, text);

    public static Reply Bad(string? code, string text) => new(ImapStatus.Bad, code, text);

    public static Reply Of(CommandRefusedException refusal) => new(refusal.Status, refusal.Code, refusal.Message);
}
