using System.Buffers.Text;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// AUTHENTICATE (RFC 9051 §6.2.2), with the initial response in the command if the server has SASL-IR (RFC 4959). For
/// one run of a mechanism.
/// </summary>
internal sealed record AuthenticateCommand(
    string Mechanism, SaslExchange Exchange, bool SendsInitialResponse, CancellationToken Cancelled)
    : ImapCommand<ImapNothing>("AUTHENTICATE")
{
    private readonly AuthenticateConversation _conversation = new(Exchange, SendsInitialResponse, Cancelled);

    /// <summary>Why the client cancelled, if it did: then the server's answer does not count.</summary>
    public ImapAuthenticationException? Failure => _conversation.Failure switch
    {
        null => null,
        ImapAuthenticationException told => told,
        var other => new ImapAuthenticationException(
            $"AUTHENTICATE {Mechanism} was cancelled: {other.Message}", Mechanism, innerException: other),
    };

    /// <summary>
    /// The caller's exception if the refusal came without a tag and cost the connection: the server may still be
    /// waiting for an answer to its challenge.
    /// </summary>
    public ImapAuthenticationException Refused(string said, ImapCommandException cause) =>
        new(
            $"{Description} was refused: {said.TrimEnd('.')}. It came without a tag, so the connection was closed.",
            Mechanism,
            Exchange.ServerError,
            cause);

    internal override SessionEffect Effect => SessionEffect.Authenticates;

    internal override IEnumerable<byte[]> Secrets => _conversation.Secrets;

    protected internal override string DefinedBy => EncodingOptions.Base;

    protected internal override CommandTraits Traits => CommandTraits.Exclusive | CommandTraits.Secret;

    protected internal override string Description => $"AUTHENTICATE {Mechanism}";

    internal override IConversation? Converse() => _conversation;

    internal override Exception? Distrust()
    {
        try
        {
            Exchange.Complete(accepted: true);
            return Failure;
        }
        catch (Exception exception)
        {
            return Failure ?? exception;
        }
    }

    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        encoder.Word(Mechanism);
        if (!SendsInitialResponse || Exchange.InitialResponse is not { } initial)
            return;

        // An empty response would look like none at all (RFC 4959 §3).
        if (initial.Length == 0)
            encoder.Word("="u8);
        else
            encoder.Word(SaslBase64.Encode(initial));
    }

    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}

/// <summary>Challenges and responses are lines of base64 (RFC 9051 §6.2.2).</summary>
internal static class SaslBase64
{
    public static byte[] Encode(ReadOnlySpan<byte> octets)
    {
        byte[] encoded = new byte[Base64.GetMaxEncodedToUtf8Length(octets.Length)];
        Base64.EncodeToUtf8(octets, encoded, out _, out _);
        return encoded;
    }

    public static bool TryDecode(ReadOnlySpan<byte> text, out byte[] octets)
    {
        byte[] buffer = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        bool done = Base64.DecodeFromUtf8(text, buffer, out _, out int written) == System.Buffers.OperationStatus.Done;
        octets = buffer[..written];
        return done;
    }
}
