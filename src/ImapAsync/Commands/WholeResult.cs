namespace ImapAsync;

/// <summary>For commands whose value is a list that must not have holes: what is not in the result of a SEARCH is taken for not found.</summary>
internal static class WholeResult
{
    /// <summary>The value, if the server did it and every answer could be read.</summary>
    /// <exception cref="ImapCommandException">The status is NO or BAD.</exception>
    /// <exception cref="ImapProtocolException">A part of the answer could not be read.</exception>
    public static T WholeValue<T>(this ImapResult<T> result) =>
        result.IsOk && result.Malformed is [{ } malformed, ..]
            ? throw new ImapProtocolException($"The answer to {result.Command} is not complete. {malformed.Reason} Send the command with SendAsync to see what could be read.")
            : result.Value;
}
