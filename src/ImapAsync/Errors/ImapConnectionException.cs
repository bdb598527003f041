namespace ImapAsync;

/// <summary>The connection was lost, or could not be made.</summary>
public class ImapConnectionException : ImapException
{
    /// <summary>Makes one, as a test would.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="outcome">What became of the command that waited.</param>
    /// <param name="byeText">The text of the server's BYE, if it sent one.</param>
    /// <param name="innerException">What caused it.</param>
    public ImapConnectionException(
        string message, CommandOutcome outcome = CommandOutcome.NotSent, string? byeText = null,
        Exception? innerException = null)
        : base(message, innerException)
    {
        Outcome = outcome;
        ByeText = byeText;
    }

    /// <summary>
    /// What became of the command that waited: only <see cref="CommandOutcome.Unknown"/> leaves it open whether the
    /// server did it.
    /// </summary>
    public CommandOutcome Outcome { get; }

    /// <summary>The text of the server's BYE; null when it sent none.</summary>
    public string? ByeText { get; }
}
