using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A single message with a token. A challenge after it is an error in JSON, which must be answered before the server
/// says NO.
/// </summary>
internal sealed class OAuthExchange : SaslExchange
{
    private readonly byte[] _answerToError;
    private readonly string _token;
    private bool _answered;

    public OAuthExchange(string mechanism, byte[] message, byte[] answerToError, string token)
        : base(mechanism)
    {
        InitialResponse = message;
        _answerToError = answerToError;
        _token = token;
    }

    /// <summary>
    /// Whether the server rejected the token itself (RFC 6750 §3.1) rather than its scope. Google and Microsoft send an
    /// HTTP status.
    /// </summary>
    public bool TokenWasRefused => ServerError?.Code is "invalid_token" or "expired_token" or "401" or "400";

    protected override ValueTask<byte[]?> AnswerAsync(
        ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken)
    {
        if (_answered)
            throw Failure("the server continued after its error was answered");
        _answered = true;
        ServerError = OAuthError.Parse(challenge, _token);
        return new(_answerToError);
    }
}
