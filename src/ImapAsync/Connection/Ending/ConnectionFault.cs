using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Why a connection ended, and the exceptions for its commands.</summary>
/// <param name="Message">What happened, as a sentence without its full stop.</param>
/// <param name="Reason">The same in one word.</param>
/// <param name="ByeText">The text of the server's BYE, if it sent one.</param>
/// <param name="Code">The response code of the BYE or of the refusal, if it had one.</param>
/// <param name="Cause">The exception that was thrown, if any.</param>
/// <param name="Rejected">The command that the server refused with its last response, if it did.</param>
internal sealed record ConnectionFault(
    string Message, ConnectionFailure Reason, string? ByeText = null, ResponseCode? Code = null,
    Exception? Cause = null, PendingCommand? Rejected = null)
{
    private bool IsIntended => Reason is ConnectionFailure.LoggedOut or ConnectionFailure.Disposed;

    /// <summary>Creates the fault of a connection that the client closes because of what the server sent.</summary>
    public static ConnectionFault Closed(ImapProtocolException cause) => new(
        $"The connection was closed: {cause.Message.TrimEnd('.')}", ConnectionFailure.ProtocolError, Cause: cause);

    /// <summary>Determines what an exception of the read loop or the write loop means for the connection.</summary>
    public static ConnectionFault Of(Exception exception)
    {
        if (exception is ImapLimitException excess)
            return Closed(excess);
        string reason = exception.Message.TrimEnd('.');
        string message = exception switch
        {
            ImapProtocolException => $"The connection was closed because the server broke the protocol: {reason}",
            ImapException => reason,
            _ => $"The connection was lost: {reason}",
        };
        return new ConnectionFault(message, FailureReason.Of(exception), Cause: exception);
    }

    /// <summary>Fails a command that is waiting or queued.</summary>
    public void End(PendingCommand command)
    {
        // Some servers answer LOGOUT only with BYE.
        if (command.IsWritten && command.Command.Effect == SessionEffect.LogsOut && ByeText is { } bye)
            command.Complete(new StatusResponse(StatusKind.Ok, Code: null, bye));
        else
            command.Fail(ToException(command));
    }

    /// <summary>Writes it to the log.</summary>
    public void LogTo(ConnectionLog log, ImapConnectionException exception)
    {
        try
        {
            if (IsIntended)
                log.Closed(Message);
            else
                log.Lost(exception.Message, Cause);
        }
        catch (Exception)
        {
            // A fault of the log must not reach the code that ends the connection.
        }
    }

    public ImapConnectionException ToException(PendingCommand command)
    {
        bool written = command.IsWhole;
        string description = command.Command.Description;
        string when = written ? $"while {description} was waiting for its answer"
            : command.IsWritten ? $"while {description} was being sent"
            : $"before {description} was sent";
        string outcome = command == Rejected ? "refused"
            : !command.IsWritten ? "not sent"
            : !written ? "not sent completely, so the server has not done it"
            : command.Command.Traits.Has(CommandTraits.Idempotent) ? $"unknown; {description} is safe to repeat"
            : "unknown";
        return ToException($"{What(when)}. Outcome: {outcome}.", OutcomeOf(command));
    }

    public ImapConnectionException ToException() => ToException($"{What(when: null)}.", CommandOutcome.NotSent);

    private ImapConnectionException ToException(string message, CommandOutcome outcome) =>
        new(message, outcome, ByeText, Cause) { Reason = Reason, Code = Code };

    private CommandOutcome OutcomeOf(PendingCommand command) =>
        command == Rejected ? CommandOutcome.Rejected
            : command.IsWhole ? CommandOutcome.Unknown
            : CommandOutcome.NotSent;

    // "The server closed the connection while NOOP was waiting for its answer (BYE: "bye")", and where the message
    // gives a reason, it comes last.
    private string What(string? when)
    {
        int reason = Message.IndexOf(": ", StringComparison.Ordinal);
        string what = when is null ? Message
            : reason < 0 ? $"{Message} {when}"
            : $"{Message[..reason]} {when}{Message[reason..]}";
        return ByeText is null ? what : $"{what} (BYE: \"{ByeText}\")";
    }
}
