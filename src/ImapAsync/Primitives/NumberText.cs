namespace ImapAsync;

/// <summary>The common text form of IMAP's numbers.</summary>
internal static class NumberText
{
    /// <summary>The error for a text that is not a number of its kind.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What was expected, with its article: <c>a UID</c>.</param>
    /// <param name="range">The allowed numbers: <c>1 to 4294967295</c>.</param>
    public static FormatException NotANumber(ReadOnlySpan<char> text, string kind, string range) =>
        new($"\"{text}\" is not {kind}: expected digits alone, {range}.");
}
