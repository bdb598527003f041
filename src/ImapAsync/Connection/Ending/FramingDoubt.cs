namespace ImapAsync;

/// <summary>
/// BAD while a literal was on its way for which the server had not asked: it need not have read that literal as one
/// (RFC 7888 speaks of literals that the server knows), and may read its content as commands. It is impossible to know
/// where the next command begins, so the connection ends.
/// </summary>
internal static class FramingDoubt
{
    /// <summary>
    /// Ends the connection, where the server's BAD to that command leaves it open how the server reads on.
    /// </summary>
    public static bool EndsAt(PendingCommand refused, in StatusResponse status, ConnectionEnd end)
    {
        if (status.Kind != StatusKind.Bad || !refused.SentUnasked)
            return false;
        end.Fail(Fault(refused, status) with { Rejected = refused });
        return true;
    }

    /// <summary>
    /// The same for a BAD that names no command in progress: it may be the answer to what is in a literal.
    /// </summary>
    /// <param name="status">The BAD.</param>
    /// <param name="first">The first command in flight.</param>
    /// <param name="end">The end of the connection.</param>
    public static bool EndsAtUntagged(in StatusResponse status, PendingCommand? first, ConnectionEnd end)
    {
        PendingCommand? command = first;
        while (command is { SentUnasked: false })
            command = command.Next;
        if (status.Kind != StatusKind.Bad || command is null)
            return false;
        end.Fail(Fault(command, status));
        return true;
    }

    private static ConnectionFault Fault(PendingCommand command, in StatusResponse status)
    {
        ImapProtocolException cause = new(
            "The server did not understand what it was sent "
            + $"({StatusText.Format(ImapStatus.Bad, status.Code, status.Text)}) while a literal of "
            + $"{command.Command.Description} was on its way without having been asked for: "
            + "it may take the text in it for commands.");
        return new ConnectionFault($"The connection was closed: {cause.Message.TrimEnd('.')}", Cause: cause);
    }
}
