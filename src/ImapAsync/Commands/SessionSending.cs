namespace ImapAsync;

/// <summary>The common part of all named methods.</summary>
internal static class SessionSending
{
    /// <summary>Sends a command and returns its value.</summary>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static async Task<T> SendForValueAsync<T>(
        this IImapSession session, ImapCommand<T> command, CancellationToken cancellationToken) =>
        (await session.SendAsync(command, cancellationToken).ConfigureAwait(false)).Value;

    /// <summary>
    /// Sends a command whose value is a list that must not have gaps, and returns it: a message missing from the result
    /// of a SEARCH is taken for not found.
    /// </summary>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">A part of the answer is unreadable.</exception>
    public static async Task<T> SendForWholeValueAsync<T>(
        this IImapSession session, ImapCommand<T> command, CancellationToken cancellationToken)
    {
        ImapResult<T> result = await session.SendAsync(command, cancellationToken).ConfigureAwait(false);
        return result.WholeValue(command);
    }

    /// <summary>The value of a result that is readable in every part, possibly after correction.</summary>
    /// <inheritdoc cref="SendForWholeValueAsync"/>
    public static T WholeValue<T>(this ImapResult<T> result, ImapCommand command)
    {
        if (result.IsOk)
            RequireWhole(result.Malformed, command);
        return result.Value;
    }

    /// <summary>Requires that an answer is complete.</summary>
    /// <exception cref="ImapProtocolException">A part of the answer is unreadable.</exception>
    public static void RequireWhole(IReadOnlyList<MalformedResponse> found, ImapCommand command)
    {
        foreach (MalformedResponse malformed in found)
        {
            if (!malformed.IsInValue)
            {
                throw new ImapProtocolException(
                    $"The answer to {command} is not complete. {malformed.Reason} Send the command with SendAsync to "
                    + "get the readable part.");
            }
        }
    }
}
