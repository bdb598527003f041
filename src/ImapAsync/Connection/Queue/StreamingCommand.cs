using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A command in progress whose answers may contain literals that its consumer reads while they arrive.
/// </summary>
internal abstract class StreamingCommand(ImapCommand command, FlowControl flow) : PendingCommand(command, flow)
{
    public sealed override bool Gathers => false;

    /// <summary>Offers the literal that continues a response; false if the command does not stream it.</summary>
    public abstract bool TryBeginLiteral(in UntaggedResponse head, InboundLiteral literal);

    /// <summary>
    /// Hands over what is between two literals; false if the second one cannot be streamed, and the part is passed
    /// again as a piece of a longer one.
    /// </summary>
    public abstract bool TryContinueLiteral(ReadOnlySpan<byte> part, InboundLiteral literal);

    /// <summary>Hands over what follows the last literal.</summary>
    public abstract void EndLiteral(ReadOnlySpan<byte> part);
}
