using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Why a connection ended, and the exception that each of its commands is told.</summary>
/// <param name="Message">What happened, as a sentence without its full stop.</param>
/// <param name="ByeText">The text of the server's BYE, if it sent one.</param>
/// <param name="Cause">What was thrown, if anything was.</param>
/// <param name="IsIntended">Whether the client wanted it.</param>
internal sealed record ConnectionFault(string Message, string? ByeText = null, Exception? Cause = null, bool IsIntended = false)
{
    /// <summary>What an exception of the read loop or the write loop means for the connection.</summary>
    public static ConnectionFault Of(Exception exception, string lost = "The connection was lost")
    {
        string reason = exception.Message.TrimEnd('.');
        return exception switch
        {
            ImapLimitException => new ConnectionFault($"The connection was closed: {reason}", Cause: exception),
            ImapProtocolException => new ConnectionFault($"The connection was closed because the server broke the protocol: {reason}", Cause: exception),
            ImapException => new ConnectionFault(reason, Cause: exception),
            _ => new ConnectionFault($"{lost}: {reason}", Cause: exception),
        };
    }

    public ImapConnectionException ToException(PendingCommand command)
    {
        bool written = command.IsWritten;
        string bye = ByeText is null ? "" : $" (BYE: \"{ByeText}\")";
        string description = command.Command.Description;
        string outcome = !written ? $"{description} was not sent"
            : command.Command.Traits.HasFlag(CommandTraits.Idempotent) ? $"The outcome of {description} is unknown; it is safe to repeat"
            : $"The outcome of {description} is unknown";
        return new ImapConnectionException($"{Message}{bye}. {outcome}.", written ? CommandOutcome.Unknown : CommandOutcome.NotSent, ByeText, Cause);
    }

    public ImapConnectionException ToException() =>
        new($"{Message}{(ByeText is null ? "" : $" (BYE: \"{ByeText}\")")}.", CommandOutcome.NotSent, ByeText, Cause);
}
