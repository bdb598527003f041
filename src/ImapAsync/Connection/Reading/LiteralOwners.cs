using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Finds the command in flight that streams a literal.</summary>
internal static class LiteralOwners
{
    /// <summary>
    /// The command that streams the literal which continues a response; null if it is held in memory.
    /// </summary>
    /// <param name="first">The first command in flight.</param>
    /// <param name="head">The response up to the literal.</param>
    /// <param name="literal">The literal.</param>
    public static StreamingCommand? Find(PendingCommand? first, in UntaggedResponse head, InboundLiteral literal) =>
        first is { Next: not null } ? FindAmongSeveral(first, head, literal) : FindFirst(first, head, literal);

    // A body that several commands or none requested is read whole if there is room: what follows it shows which
    // command it belongs to.
    private static StreamingCommand? FindAmongSeveral(
        PendingCommand first, in UntaggedResponse head, InboundLiteral literal)
    {
        PendingCommand? asker = FindOnlyAsker(first, head);
        bool hasRoom = head.HasRoomFor(literal.Size);
        if (asker is null && hasRoom)
            return null;
        UntaggedResponse offered = head.To(ResponseOffer.Whole);
        StreamingCommand? owner = asker is null ? FindFirst(first, offered, literal)
            : asker is StreamingCommand streams && streams.TryBeginLiteral(offered, literal) ? streams : null;
        return owner is null && !hasRoom ? FindFirst(first, head.To(ResponseOffer.Rest), literal) : owner;
    }

    // A thousand FETCHes may be in flight, one per message: for most of them it is irrelevant, which must cost nothing.
    private static PendingCommand? FindOnlyAsker(PendingCommand? first, in UntaggedResponse head)
    {
        uint uid = FetchResponseParser.UidBefore(head);
        PendingCommand? asker = null;
        for (PendingCommand? command = first; command is not null; command = command.Next)
        {
            if ((uid != 0 && command.OnlyUid != 0 && command.OnlyUid != uid) || !command.WantsHead(head))
                continue;
            if (asker is not null)
                return null;
            asker = command;
        }

        return asker;
    }

    private static StreamingCommand? FindFirst(PendingCommand? first, in UntaggedResponse head, InboundLiteral literal)
    {
        for (PendingCommand? command = first; command is not null; command = command.Next)
        {
            if (command is StreamingCommand owner && owner.TryBeginLiteral(head, literal))
                return owner;
        }

        return null;
    }
}
