using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>A run in which the client says everything in a single message.</summary>
internal sealed class SingleMessageExchange : SaslExchange
{
    public SingleMessageExchange(string mechanism, byte[] message)
        : base(mechanism)
        => InitialResponse = message;

    protected override ValueTask<byte[]?> AnswerAsync(
        ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken)
        => throw Failure("the server asked for more, but the mechanism has only one message");
}
