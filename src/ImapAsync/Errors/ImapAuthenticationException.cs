namespace ImapAsync;

/// <summary>
/// The server refused the credentials, or the authentication exchange (RFC 4422) could not be trusted or finished. If
/// the server refused because it is down or busy, <see cref="ImapException.IsTransient"/> is true and
/// <see cref="ImapException.Code"/> says so (UNAVAILABLE); if nothing was sent, <see cref="ImapException.Outcome"/> is
/// <see cref="CommandOutcome.NotSent"/>.
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
        ImapException? refusal = innerException as ImapException;
        Outcome = refusal?.Outcome ?? CommandOutcome.Rejected;
        Code = refusal?.Code;
    }

    /// <summary>The SASL mechanism in use, such as <c>SCRAM-SHA-256</c>.</summary>
    public string Mechanism { get; }

    /// <summary>
    /// The error that the mechanism itself reported, such as <c>invalid_token</c> (RFC 7628 §3.2.2) or
    /// <c>invalid-proof</c> (RFC 5802 §7); <see langword="null"/> if there was none.
    /// </summary>
    public SaslError? ServerError { get; }

    // What a server that throttles says is in the text of its refusal; a provider of tokens has its own time limits.
    private protected override bool MayPass => InnerException switch
    {
        ImapException cause => cause.IsTransient,
        OperationCanceledException or TimeoutException => true,
        _ => base.MayPass,
    };
}
