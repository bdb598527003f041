using System.Security.Cryptography;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Answers the server's challenges until it answers the command.</summary>
internal sealed class AuthenticateConversation(SaslExchange exchange, bool initialResponseIsSent, CancellationToken cancelled) : IConversation
{
    private static readonly byte[] Cancel = "*"u8.ToArray();

    private bool _initialResponseIsDue = !initialResponseIsSent && exchange.InitialResponse is not null;

    /// <summary>Why the exchange was cancelled, if it was.</summary>
    public Exception? Failure { get; private set; }

    public async ValueTask RunAsync(IConversationWire wire)
    {
        while (await wire.NextAsync().ConfigureAwait(false) is { } challenge)
        {
            byte[]? response = Failure is null ? await AnswerAsync(challenge).ConfigureAwait(false) : null;
            await wire.WriteLineAsync(response is null ? Cancel : SaslBase64.Encode(response)).ConfigureAwait(false);
            CryptographicOperations.ZeroMemory(response);
        }
    }

    // What goes wrong here cancels the exchange, and is told to whoever awaits the command.
    private async ValueTask<byte[]?> AnswerAsync(byte[] text)
    {
        try
        {
            if (_initialResponseIsDue)
            {
                _initialResponseIsDue = false;
                return [.. exchange.InitialResponse!];
            }

            if (!SaslBase64.TryDecode(text, out byte[] challenge))
                throw new ImapProtocolException("The server sent a challenge that is not base64: the authentication was cancelled.");
            return await exchange.RespondAsync(challenge, cancelled).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Failure = exception;
            return null;
        }
    }
}
