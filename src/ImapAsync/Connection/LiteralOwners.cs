using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Finds the command in flight that streams a literal.</summary>
internal static class LiteralOwners
{
    /// <summary>
    /// The command that streams the literal with which a response goes on; null where it is held in memory.
    /// </summary>
    public static StreamingCommand? Find(ConnectionCore core, in UntaggedResponse head, InboundLiteral literal) =>
        core.FirstInFlight is { Next: not null }
            ? FindAmongSeveral(core, head, literal)
            : FindFirst(core, head, literal);

    /// <summary>
    /// Hands over what stands between two literals; false when the second one cannot be streamed, and the part comes
    /// again as a piece of a longer one.
    /// </summary>
    public static bool TryContinue(StreamingCommand owner, ReadOnlySpan<byte> part, InboundLiteral literal)
    {
        try
        {
            return owner.TryContinueLiteral(part, literal);
        }
        catch (ImapProtocolException)
        {
            return false;
        }
    }

    // What more than one has asked for, or none, is read as a whole if there is room for it: what stands behind the
    // body tells whose it is.
    private static StreamingCommand? FindAmongSeveral(
        ConnectionCore core, in UntaggedResponse head, InboundLiteral literal)
    {
        PendingCommand? asker = FindOnlyAsker(core, head);
        bool hasRoom = head.HasRoomFor(literal.Size);
        if (asker is null && hasRoom)
            return null;
        UntaggedResponse offered = head.To(ResponseOffer.Whole);
        StreamingCommand? owner = asker is null ? FindFirst(core, offered, literal)
            : asker is StreamingCommand streams && streams.TryBeginLiteral(offered, literal) ? streams : null;
        return owner is null && !hasRoom ? FindFirst(core, head.To(ResponseOffer.Rest), literal) : owner;
    }

    // A thousand FETCHes may be in flight, one a message: most of them have nothing to do with it, which must cost
    // nothing.
    private static PendingCommand? FindOnlyAsker(ConnectionCore core, in UntaggedResponse head)
    {
        uint uid = FetchResponseParser.UidBefore(head);
        PendingCommand? asker = null;
        for (PendingCommand? command = core.FirstInFlight; command is not null; command = command.Next)
        {
            if ((uid != 0 && command.OnlyUid != 0 && command.OnlyUid != uid) || !command.WantsHead(head))
                continue;
            if (asker is not null)
                return null;
            asker = command;
        }

        return asker;
    }

    private static StreamingCommand? FindFirst(ConnectionCore core, in UntaggedResponse head, InboundLiteral literal)
    {
        for (PendingCommand? command = core.FirstInFlight; command is not null; command = command.Next)
        {
            if (command is StreamingCommand owner && owner.TryBeginLiteral(head, literal))
                return owner;
        }

        return null;
    }
}
