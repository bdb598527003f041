namespace ImapAsync;

/// <summary>The common part of all named methods.</summary>
internal static class SessionSending
{
    /// <summary>The answer to a command, which a substitute must have been set up to return.</summary>
    /// <exception cref="InvalidOperationException">The session is a substitute that returned null.</exception>
    public static ImapResult<T> Required<T>(this ImapResult<T>? result, ImapCommand<T> command) => result
        ?? throw NotSetUp(
            command, $"SendAsync(Arg.Any<{command.GetType().Name}>(), …).Returns(new ImapResult<…>(value))");

    /// <summary>Sends a command whose answer arrives item by item.</summary>
    /// <inheritdoc cref="Required" path="/exception"/>
    public static ImapItems<TItem> Stream<TItem>(
        this IImapSession session, ImapStreamCommand<TItem> command, CancellationToken cancellationToken) =>
        session.StreamAsync(command, cancellationToken)
        ?? throw NotSetUp(command, $"StreamAsync(Arg.Any<{command.GetType().Name}>(), …).Returns(items)");

    /// <summary>Sends a command and returns its value.</summary>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static async Task<T> SendForValueAsync<T>(
        this IImapSession session, ImapCommand<T> command, CancellationToken cancellationToken) =>
        (await session.SendAsync(command, cancellationToken).ConfigureAwait(false)).Required(command).Value;

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
        return result.Required(command).WholeValue(command);
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

    private static InvalidOperationException NotSetUp(ImapCommand command, string setUp) => new(
        $"The session returned null for {command.Description}: a substitute needs a result for each command that the "
        + $"code under test sends, for example {setUp}.");
}
