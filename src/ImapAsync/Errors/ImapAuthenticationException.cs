namespace ImapAsync;

/// <summary>
/// The server refused the credentials, or the authentication exchange (RFC 4422) could not be trusted or finished.
/// </summary>
public class ImapAuthenticationException : ImapException
{
    /// <summary>Creates an exception about an authentication.</summary>
    /// <param name="message">What was wrong and what to do. It never contains a secret.</param>
    /// <param name="mechanism">The SASL mechanism in use, such as <c>SCRAM-SHA-256</c>.</param>
    /// <param name="serverError">The mechanism's own error, if the server sent one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImapAuthenticationException(
        string message, string mechanism, SaslError? serverError = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Mechanism = mechanism;
        ServerError = serverError;
    }

    /// <summary>The SASL mechanism in use, such as <c>SCRAM-SHA-256</c>.</summary>
    public string Mechanism { get; }

    /// <summary>
    /// The error that the mechanism itself reported, such as <c>invalid_token</c> (RFC 7628 §3.2.2) or
    /// <c>invalid-proof</c> (RFC 5802 §7); <see langword="null"/> if there was none.
    /// </summary>
    public SaslError? ServerError { get; }
}
