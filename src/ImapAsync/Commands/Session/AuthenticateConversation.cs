using System.Security.Cryptography;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Answers the server's challenges until it answers the command.</summary>
internal sealed class AuthenticateConversation(
    SaslExchange exchange, bool initialResponseIsSent, CancellationToken cancelled)
    : IConversation
{
    // No existing mechanism needs ten. A server that sends a hundred merely keeps the client busy.
    private const int MostChallenges = 100;

    private static readonly byte[] Cancel = "*"u8.ToArray();

    private bool _initialResponseIsDue = !initialResponseIsSent && exchange.InitialResponse is not null;
    private byte[]? _said;
    private int _challenges;

    /// <summary>Why the exchange was cancelled, if it was.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>
    /// What was sent, in base64 and decoded. The last part of a message is the password or the token.
    /// </summary>
    public IEnumerable<byte[]> Secrets
    {
        get
        {
            if (exchange.InitialResponse is { Length: > 0 } initial)
            {
                yield return SaslBase64.Encode(initial);
                yield return LastPart(initial);
            }

            if (Volatile.Read(ref _said) is { } said)
            {
                yield return SaslBase64.Encode(said);
                yield return LastPart(said);
            }
        }
    }

    public async ValueTask RunAsync(IConversationWire wire)
    {
        while (await wire.NextAsync().ConfigureAwait(false) is { } challenge)
        {
            // RFC 9051 §6.2.2: a server that receives "*" must answer the command.
            if (Failure is not null)
            {
                throw new ImapProtocolException(
                    "The server sent a further challenge although the authentication was cancelled", Failure);
            }

            byte[]? response = await AnswerAsync(challenge).ConfigureAwait(false);
            CryptographicOperations.ZeroMemory(Interlocked.Exchange(ref _said, response));
            await wire.WriteLineAsync(response is null ? Cancel : SaslBase64.Encode(response)).ConfigureAwait(false);
        }

        CryptographicOperations.ZeroMemory(Interlocked.Exchange(ref _said, null));
    }

    // PLAIN separates by NUL, the OAuth mechanisms by 01, and the token follows a word.
    private static byte[] LastPart(ReadOnlySpan<byte> message)
    {
        ReadOnlySpan<byte> part = message.TrimEnd((byte)1);
        part = part[(part.LastIndexOfAny((byte)0, (byte)1) + 1)..];
        return (part.StartsWith("auth=Bearer "u8) ? part["auth=Bearer ".Length..] : part).ToArray();
    }

    // Errors here cancel the exchange, and are reported to the awaiter of the command.
    private async ValueTask<byte[]?> AnswerAsync(byte[] text)
    {
        try
        {
            if (++_challenges > MostChallenges)
            {
                throw new ImapProtocolException(
                    $"The server sent more than {MostChallenges} challenges: the authentication was cancelled.");
            }

            if (_initialResponseIsDue)
            {
                _initialResponseIsDue = false;
                return [.. exchange.InitialResponse!];
            }

            if (!SaslBase64.TryDecode(text, out byte[] challenge))
            {
                throw new ImapProtocolException(
                    "The server sent a challenge that is not base64: the authentication was cancelled.");
            }

            return await exchange.RespondAsync(challenge, cancelled).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Failure = exception;
            return null;
        }
    }
}
