using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Finds the command whose answer an untagged response is: it is offered to the commands in flight in the order of the
/// wire, first to those that it matches, then to those that it might be for.
/// </summary>
/// <param name="first">The first command in flight.</param>
/// <param name="context">The limits of responses, and the log.</param>
internal readonly struct ResponseOffers(PendingCommand? first, ConnectionContext context)
{
    /// <summary>Offers a response to all commands; returns the command that took it.</summary>
    public PendingCommand? Offer(in UntaggedResponse response)
    {
        for (PendingCommand? command = first; command is not null; command = command.Next)
            command.AddUntagged(response);

        // Several commands in progress may be answered by FETCH responses, in any order.
        PendingCommand? taker = first is not { Next: not null } ? FindTaker(response)
            : response.Kind == ResponseKind.Fetch ? FindFetcher(response)
            : FindBest(response) ?? FindTaker(response);
        if (taker is { Gathers: true })
            taker.Gather(response.Raw.Length);
        return taker;
    }

    /// <summary>Offers a part of a response that its command takes in parts.</summary>
    public void OfferPart(PendingCommand command, ReadOnlySpan<byte> part, bool utf8)
    {
        IsTakenBy(command, new UntaggedResponse(command.TakenInParts, part, context.Limits, utf8));
        command.Gather(part.Length);
    }

    /// <summary>Offers again what a command held back, now that it has been answered.</summary>
    public void OfferHeldBack(PendingCommand command, bool utf8)
    {
        // A response that could equally be an update was reported as one when it came. The command that asked for it
        // gets it too, now that nothing else can come that answers it.
        if (command.HeldBack is not { } all)
            return;
        foreach (HeldResponse held in all)
        {
            UntaggedResponse response = new(held.Raw, context.Limits, utf8) { Offer = held.Offer };
            if (!IsTakenBy(command, response))
                continue;
            foreach (MalformedResponse rest in held.Rest)
                command.TakeRest(rest);
        }
    }

    // With several commands in progress, a name may be spelled in more than one way, and some servers answer SORT like
    // SEARCH.
    private PendingCommand? FindBest(in UntaggedResponse response)
    {
        if (response.Code?.Is(ResponseCodes.CopyUid) == true)
            return FindTaker(response.To(ResponseOffer.Whole));
        if (response.Code?.Is(ResponseCodes.Modified) == true)
            return FindTaker(response.To(ResponseOffer.Whole)) ?? OfferEach(response);
        if (response.Kind == ResponseKind.Vanished)
            return OfferEach(response);
        bool mayFitOthers = response.Kind is ResponseKind.Status or ResponseKind.Search or ResponseKind.Sort
            or ResponseKind.Quota or ResponseKind.QuotaRoot or ResponseKind.Metadata or ResponseKind.Acl
            or ResponseKind.MyRights or ResponseKind.ListRights;
        return mayFitOthers ? FindTaker(response.To(ResponseOffer.Whole)) : null;
    }

    // A response that names messages of several commands goes to each command that requested some of them, for these
    // only. One that belongs wholly to a command that names its messages does not go to a later command that names
    // none.
    private PendingCommand? OfferEach(in UntaggedResponse response)
    {
        PendingCommand? taker = null;
        bool isWhole = false;
        for (PendingCommand? command = first; command is not null; command = command.Next)
        {
            bool takesWhole = IsTakenBy(command, response.To(ResponseOffer.Whole));
            if (!takesWhole && !IsTakenBy(command, response.To(ResponseOffer.Part))
                && (isWhole || !IsTakenBy(command, response.To(ResponseOffer.LikelyPart))))
            {
                continue;
            }

            isWhole |= takesWhole;
            if (taker is not null && command.Gathers)
                command.Gather(response.Raw.Length);
            taker ??= command;
        }

        return taker;
    }

    // Of several commands in progress, a FETCH matches one better than another.
    private PendingCommand? FindFetcher(in UntaggedResponse response)
    {
        PendingCommand? taker =
            FindTaker(response.To(ResponseOffer.Whole)) ?? FindTaker(response.To(ResponseOffer.Part));
        if (taker is not null)
            return taker;
        taker = FindTaker(response.To(ResponseOffer.LikelyPart)) ?? FindTaker(response.To(ResponseOffer.MixedPart))
            ?? FindTaker(response.To(ResponseOffer.Likely)) ?? FindTaker(response.To(ResponseOffer.Rest));
        // Only the server knows which command it belongs to.
        if (taker is not null)
            HeldResponses.Hold(first, response, taker);
        return taker;
    }

    private PendingCommand? FindTaker(in UntaggedResponse response)
    {
        PendingCommand? command = first;
        while (command is not null && !IsTakenBy(command, response))
            command = command.Next;
        return command;
    }

    private bool IsTakenBy(PendingCommand command, in UntaggedResponse response)
    {
        try
        {
            bool isTaken = command.TryCollect(response);
            if (isTaken && command.TakeDamage())
                context.Log.Damaged(response.Raw);
            if (isTaken && OverLimit(command, response) is { } excess)
                throw excess;
            return isTaken;
        }
        catch (ImapProtocolException exception)
        {
            context.Log.Malformed(response.Raw, exception);
            if ((exception as ImapLimitException ?? OverLimit(command, response)) is { } excess)
                command.Fail(excess);
            else
                command.AddMalformed(DamagedResponse.ToMalformed(response, exception));
            return true;
        }
        catch (Exception exception)
        {
            // A fault of an extension's collector fails its command, not the connection.
            command.Fail(exception);
            return true;
        }
    }

    // Raw responses are held to the limits when they are read.
    private ImapLimitException? OverLimit(PendingCommand command, in UntaggedResponse response) =>
        command.Command is RawCommand ? null : ListLimits.FindExcess(response, context.Limits);
}
