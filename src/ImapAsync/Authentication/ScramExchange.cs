using System.Security.Cryptography;
using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// One run of SCRAM (RFC 5802 §5): client-first with a nonce; server-first with salt and count; client-final with the
/// proof; server-final with the server's signature, without which an OK is worthless.
/// </summary>
internal sealed class ScramExchange : SaslExchange
{
    private readonly ScramMechanism _mechanism;
    private readonly ScramChannelBinding _binding;
    private readonly string _nonce;
    private readonly string _header;
    private readonly string _firstBare;
    private byte[]? _serverSignature;
    private bool _isOver;
    private bool _isProven;

    public ScramExchange(ScramMechanism mechanism, ScramChannelBinding binding, string nonce)
        : base(mechanism.Name)
    {
        _mechanism = mechanism;
        _binding = binding;
        _nonce = nonce;
        string authorization = mechanism.AuthorizationId is { } id ? $"a={SaslText.EscapeName(id)}" : "";
        _header = $"{binding.Flag},{authorization},";
        _firstBare = $"n={SaslText.EscapeName(mechanism.UserName)},r={nonce}";
        InitialResponse = Encoding.UTF8.GetBytes(_header + _firstBare);
    }

    protected override ValueTask<byte[]?> AnswerAsync(
        ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken)
    {
        if (_isOver)
            throw Failure("the server continued after its final message");
        return _serverSignature is null
            ? AnswerFirstAsync(challenge, cancellationToken)
            : new(AnswerFinal(challenge.Span));
    }

    protected override void VerifyAccepted()
    {
        if (!_isProven)
        {
            throw Failure(
                "the server answered OK without proving that it knows the password (server signature, RFC 5802 §5); "
                + "it may be an impostor");
        }
    }

    private async ValueTask<byte[]?> AnswerFirstAsync(
        ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken)
    {
        ScramMessage message = new(challenge.Span);
        RefuseExtension(message);
        if (TakeError(message))
            return [];
        string nonce = CheckNonce(message[0, 'r']);
        byte[]? salt = ScramMessage.DecodeBase64(message[1, 's']);
        if (salt is not { Length: > 0 })
            throw Failure("the server's first message has no salt (RFC 5802 §7)");
        int iterations = CheckIterations(ScramMessage.ParsePositive(message[2, 'i']));

        // Before the first await, because the challenge is valid only during the call.
        string withoutProof = $"c={EncodeBinding()},r={nonce}";
        byte[] authMessage =
            Encoding.UTF8.GetBytes($"{_firstBare},{Encoding.UTF8.GetString(challenge.Span)},{withoutProof}");
        ScramKeys keys = await _mechanism.GetKeysAsync(salt, iterations, cancellationToken).ConfigureAwait(false);
        _serverSignature = keys.ServerSignature(authMessage);
        return Encoding.UTF8.GetBytes($"{withoutProof},p={Convert.ToBase64String(keys.ClientProof(authMessage))}");
    }

    private byte[] AnswerFinal(ReadOnlySpan<byte> challenge)
    {
        _isOver = true;
        ScramMessage message = new(challenge);
        RefuseExtension(message);
        if (TakeError(message))
            return [];
        if (ScramMessage.DecodeBase64(message[0, 'v']) is not { } signature)
            throw Failure("the server's final message has neither a signature nor an error (RFC 5802 §7)");
        if (!CryptographicOperations.FixedTimeEquals(signature, _serverSignature))
        {
            throw Failure(
                "the server's signature is wrong: it does not know the password (RFC 5802 §5); it may be an impostor");
        }

        _isProven = true;
        return [];
    }

    private string EncodeBinding()
    {
        byte[] header = Encoding.UTF8.GetBytes(_header);
        return Convert.ToBase64String([.. header, .. _binding.Data.Span]);
    }

    private string CheckNonce(string? nonce)
    {
        if (nonce is null || nonce.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw Failure("the server's first message has no nonce (RFC 5802 §7)");
        if (nonce.Length <= _nonce.Length || !nonce.StartsWith(_nonce, StringComparison.Ordinal))
        {
            throw Failure(
                "the server's nonce does not extend the client's: the answer belongs to another exchange (RFC 5802 "
                + "§5.1)");
        }

        return nonce;
    }

    private int CheckIterations(long? iterations)
    {
        ScramOptions options = _mechanism.Options;
        if (iterations is not { } count)
            throw Failure("the server's first message has no iteration count (RFC 5802 §7)");
        if (count < options.MinimumIterations)
        {
            throw Failure(
                $"the server asked for {count} iterations; fewer than {options.MinimumIterations} do not protect the "
                + "password enough (RFC 5802 §5.1). If you trust the server, lower "
                + $"{nameof(ScramOptions)}.{nameof(ScramOptions.MinimumIterations)}");
        }

        if (count > options.MaximumIterations)
        {
            throw Failure(
                $"the server asked for {count} iterations; more than {options.MaximumIterations} would keep this "
                + "machine busy too long. If you trust the server, raise "
                + $"{nameof(ScramOptions)}.{nameof(ScramOptions.MaximumIterations)}");
        }

        return (int)count;
    }

    private void RefuseExtension(ScramMessage message)
    {
        if (message[0, 'm'] is not null)
            throw Failure("the server demands a SCRAM extension, and none is supported (m=, RFC 5802 §5.1)");
    }

    // The server's NO is still to come and may say more, so the error is answered rather than thrown.
    private bool TakeError(ScramMessage message)
    {
        if (message[0, 'e'] is not { } error)
            return false;
        ServerError = new(SaslError.Clean(error) ?? "other-error");
        _isOver = true;
        return true;
    }
}
