namespace ImapAsync;

/// <summary>The connection was lost, or could not be established.</summary>
public class ImapConnectionException : ImapException
{
    /// <summary>Creates an exception, for tests.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="outcome">What happened to the waiting command.</param>
    /// <param name="byeText">The text of the server's BYE, if it sent one.</param>
    /// <param name="innerException">The cause.</param>
    public ImapConnectionException(
        string message, CommandOutcome outcome = CommandOutcome.NotSent, string? byeText = null,
        Exception? innerException = null)
        : base(message, innerException)
    {
        Outcome = outcome;
        ByeText = byeText;
    }

    /// <summary>
    /// What happened to the waiting command: only <see cref="CommandOutcome.Unknown"/> leaves open whether the server
    /// did it.
    /// </summary>
    public CommandOutcome Outcome { get; }

    /// <summary>The text of the server's BYE; null if it sent none.</summary>
    public string? ByeText { get; }
}
