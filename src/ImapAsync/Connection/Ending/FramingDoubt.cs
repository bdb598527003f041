namespace ImapAsync;

/// <summary>
/// BAD while a non-synchronizing literal was in transit. The server may not have read it as a literal (RFC 7888 covers
/// only servers that support them), and may read its content as commands. Where the next command begins is then
/// unknown, so the connection ends.
/// </summary>
internal static class FramingDoubt
{
    /// <summary>Ends the connection if the server's BAD to the command leaves open how the server reads on.</summary>
    public static bool EndsAt(PendingCommand refused, in StatusResponse status, ConnectionEnd end)
    {
        if (status.Kind != StatusKind.Bad || !refused.SentUnasked)
            return false;
        end.Fail(Fault(refused, status) with { Rejected = refused });
        return true;
    }

    /// <summary>
    /// The same for a BAD that names no command in progress: it may be the answer to the content of a literal.
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
            + $"({StatusText.Format(ImapStatus.Bad, status.Code, status.Text)}) while an unrequested literal of "
            + $"{command.Command.Description} was being sent: it may take the text in it for commands.");
        return ConnectionFault.Closed(cause);
    }
}
