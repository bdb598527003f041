using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>A command on its way whose answers may have literals that its consumer reads while they arrive.</summary>
internal abstract class StreamingCommand(ImapCommand command, FlowControl flow) : PendingCommand(command, flow)
{
    public sealed override bool Gathers => false;

    /// <summary>
    /// Offers the literal with which a response goes on; false where the command does not stream it.
    /// </summary>
    public abstract bool TryBeginLiteral(in UntaggedResponse head, InboundLiteral literal);

    /// <summary>
    /// Hands over what stands between two literals; false when the second one cannot be streamed, and the part comes
    /// again as a piece of a longer one.
    /// </summary>
    public abstract bool TryContinueLiteral(ReadOnlySpan<byte> part, InboundLiteral literal);

    /// <summary>Hands over what stands after the last literal.</summary>
    public abstract void EndLiteral(ReadOnlySpan<byte> part);
}
