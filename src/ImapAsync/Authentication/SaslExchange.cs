using System.Security.Cryptography;

namespace ImapAsync.Extensibility;

/// <summary>
/// One run of a mechanism: it answers the server's challenges in turn and is then discarded. All bytes are as the
/// mechanism's RFC defines them; base64 is the business of AUTHENTICATE.
/// </summary>
public abstract class SaslExchange : IDisposable
{
    /// <summary>More challenges than any mechanism needs: a server that sends this many will never finish.</summary>
    internal const int MaximumChallenges = 20;

    /// <summary>The longest challenge that is accepted. A Kerberos ticket with many groups is below 64 KiB.</summary>
    internal const int MaximumChallengeLength = 128 * 1024;

    private readonly string _mechanism;
    private int _challenges;

    /// <summary>Begins a run.</summary>
    /// <param name="mechanism">The mechanism's name, for messages.</param>
    protected SaslExchange(string mechanism) => _mechanism = mechanism;

    /// <summary>
    /// What the client says first: with the command (RFC 4959), or as the answer to the server's first, empty
    /// challenge, for which <see cref="RespondAsync"/> is then not called. <see langword="null"/>: the server speaks
    /// first. Empty: an empty initial response (<c>=</c>).
    /// </summary>
    public byte[]? InitialResponse { get; protected init; }

    /// <summary>
    /// The mechanism's own error, if the server sent one: OAuth's JSON (RFC 7628 §3.2.2), or the <c>e=</c> of SCRAM
    /// (RFC 5802 §5.1).
    /// </summary>
    public SaslError? ServerError { get; protected set; }

    /// <summary>Answers one challenge.</summary>
    /// <param name="challenge">The challenge, decoded from base64; valid only during the call.</param>
    /// <param name="cancellationToken">A token that cancels a slow answer, such as that of a callback.</param>
    /// <returns>
    /// The response, which belongs to the caller and should be cleared once it is written; <see langword="null"/>
    /// cancels the authentication with <c>*</c>.
    /// </returns>
    /// <exception cref="ImapAuthenticationException">
    /// The challenge cannot be trusted or understood. The authentication must be cancelled with <c>*</c>, and must not
    /// count as successful even if the server answers OK.
    /// </exception>
    public ValueTask<byte[]?> RespondAsync(
        ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken = default)
    {
        if (challenge.Length > MaximumChallengeLength)
        {
            throw Failure(
                $"the server sent a challenge of {challenge.Length} bytes; "
                + $"at most {MaximumChallengeLength} are allowed");
        }

        if (++_challenges > MaximumChallenges)
            throw Failure($"the server sent more than {MaximumChallenges} challenges without finishing");
        return AnswerAsync(challenge, cancellationToken);
    }

    /// <summary>Ends the run with the server's tagged answer.</summary>
    /// <param name="accepted">Whether the answer was OK.</param>
    /// <exception cref="ImapAuthenticationException">
    /// The server answered OK, but has not proven that it knows the user's secret as the mechanism demands: the
    /// connection must be closed.
    /// </exception>
    public void Complete(bool accepted)
    {
        if (accepted)
            VerifyAccepted();
    }

    /// <summary>Clears what the run kept in memory.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Answers one challenge, whose length and number have already been checked.</summary>
    /// <param name="challenge">The challenge; valid only during the call.</param>
    /// <param name="cancellationToken">A token that cancels a slow answer.</param>
    /// <returns>The response, or <see langword="null"/> to cancel.</returns>
    protected abstract ValueTask<byte[]?> AnswerAsync(
        ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken);

    /// <summary>
    /// Throws if the server answered OK without the proof that the mechanism demands of it. By default no proof is
    /// demanded.
    /// </summary>
    protected virtual void VerifyAccepted()
    {
    }

    /// <summary>Clears secrets.</summary>
    /// <param name="disposing">Always <see langword="true"/>, as there is no finaliser.</param>
    protected virtual void Dispose(bool disposing) => CryptographicOperations.ZeroMemory(InitialResponse);

    /// <summary>Creates the exception that ends the run.</summary>
    /// <param name="reason">What was wrong, as the second half of a sentence. It never contains a secret.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    /// <returns>The exception, to be thrown.</returns>
    protected ImapAuthenticationException Failure(string reason, Exception? innerException = null)
        => new($"AUTHENTICATE {_mechanism} failed: {reason}.", _mechanism, ServerError, innerException);
}
