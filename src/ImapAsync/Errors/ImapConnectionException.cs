namespace ImapAsync;

/// <summary>
/// The connection was lost, or could not be established: <see cref="Reason"/> says why.
/// </summary>
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

    /// <summary>Why the connection has ended, or could not be established.</summary>
    /// <value>Default: <see cref="ConnectionFailure.Lost"/>.</value>
    public ConnectionFailure Reason { get; init; }

    /// <summary>The text of the server's BYE; null if it sent none.</summary>
    public string? ByeText { get; }

    private protected override bool MayPass => Reason switch
    {
        ConnectionFailure.Lost or ConnectionFailure.Refused or ConnectionFailure.Unreachable
            or ConnectionFailure.TimedOut => true,
        ConnectionFailure.GreetingRefused => !RefusalCodes.IsLasting(Code),
        _ => false,
    };
}
