namespace ImapAsync.Testing;

/// <summary>The arguments of a FETCH.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="Items">The items of each message.</param>
internal sealed record FetchRequest(IReadOnlyList<MessageEntry> Messages, IReadOnlyList<FetchItemRequest> Items)
{
    private static readonly FetchItemRequest Uid = new(FetchItemKind.Uid);
    private static readonly FetchItemRequest Flags = new(FetchItemKind.Flags);
    private static readonly FetchItemRequest ModSequence = new(FetchItemKind.ModSequence);

    /// <summary>If set, only messages changed since then.</summary>
    public ulong? ChangedSince { get; private init; }

    /// <summary>Whether expunged messages are to be reported.</summary>
    public bool IsVanishedWanted { get; private init; }

    /// <summary>The requested set, including expunged messages.</summary>
    public UidSet? Uids { get; private init; }

    public bool MakesSeen => Items.Any(static item => !item.Peeks);

    /// <summary>The items of a message that the FETCH itself marks as seen: the client is notified.</summary>
    public required IReadOnlyList<FetchItemRequest> ItemsWithFlags { get; init; }

    public static FetchRequest Read(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments();
        arguments.Space();
        ArgumentReader again = arguments;
        List<MessageEntry> messages = arguments.Messages(session.View, command.IsUid);
        arguments.Space();
        List<FetchItemRequest> items = FetchItemReader.Read(session, ref arguments);
        (ulong? since, bool vanished) = ReadModifiers(session, command, ref arguments);
        arguments.End();

        if (command.IsUid && !items.Contains(Uid))
            items.Insert(0, Uid);
        if (since is not null && !items.Contains(ModSequence))
            items.Add(ModSequence);
        if (items.Contains(ModSequence))
            session.Enable("CONDSTORE");
        List<FetchItemRequest> itemsWithFlags = items.Contains(Flags) ? items : [.. items, Flags];
        AddModSequence(session, items);
        AddModSequence(session, itemsWithFlags);
        if (since is { } floor)
            messages.RemoveAll(message => message.Stored.ModSequence <= floor);
        UidSet? uids = vanished && UidSet.TryParse(again.SequenceSet(), out UidSet? asked) ? asked : null;
        return new FetchRequest(messages, items)
        {
            ItemsWithFlags = itemsWithFlags,
            ChangedSince = since,
            IsVanishedWanted = vanished,
            Uids = uids,
        };
    }

    // Flags without their mod-sequence would be lost to a client that relies on it (RFC 7162 §3.1).
    private static void AddModSequence(ClientSession session, List<FetchItemRequest> items)
    {
        if (session.HasCondStore && items.Contains(Flags) && !items.Contains(ModSequence))
            items.Add(ModSequence);
    }

    private static (ulong? ChangedSince, bool Vanished) ReadModifiers(
        ClientSession session, ReceivedCommand command, ref ArgumentReader arguments)
    {
        (ulong? since, bool vanished) = (null, false);
        if (!session.Server.Has("CONDSTORE") || !arguments.TrySpace())
            return (since, vanished);
        arguments.ListStart();
        do
        {
            if (arguments.TryWord("CHANGEDSINCE"u8))
            {
                arguments.Space();
                since = (ulong)arguments.Number();
            }
            else if (arguments.TryWord("VANISHED"u8))
            {
                vanished = true;
            }
            else
            {
                throw arguments.Wrong("CHANGEDSINCE or VANISHED");
            }
        }
        while (arguments.TrySpace());
        arguments.ListEnd();
        if (vanished && (!session.HasQResync || since is null || !command.IsUid))
        {
            throw CommandRefusedException.Bad(
                "VANISHED needs QRESYNC enabled, UID FETCH and CHANGEDSINCE (RFC 7162 §3.2.6)");
        }

        return (since, vanished);
    }
}
