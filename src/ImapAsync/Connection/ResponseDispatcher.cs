using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Takes each response to those whom it concerns: the session's state first, then the commands in flight in the order
/// of the wire, then those who observe the mailbox.
/// </summary>
internal sealed class ResponseDispatcher(ConnectionCore core)
{
    // The command that took the last response; null where nobody did, or it was none.
    private PendingCommand? _previous;

    // The last response, where nobody took it and it may yet be somebody's.
    private HeldResponse? _previousHeld;
    private UntaggedRefusals? _refusals;

    private BesideBodies _besideBodies;

    // Several commands in progress may be answered by FETCH responses, in any order.
    private bool HasRivals => core.FirstInFlight is { Next: not null };

    /// <summary>
    /// Takes one complete response without its line end; returns the command that it went to, if it was untagged and
    /// went to one.
    /// </summary>
    public PendingCommand? Dispatch(ReadOnlySpan<byte> response)
    {
        response = ResponseStart.Skip(response);
        if (response.IsEmpty)
            return null;
        if (core.DueGreeting?.Refuse(response) is not { } refusal)
            return _previous = Take(response);
        core.Fail(refusal);
        return null;
    }

    private PendingCommand? Take(ReadOnlySpan<byte> response)
    {
        switch (response[0])
        {
            case (byte)'*' when ResponseStart.TryReadStar(response, out ReadOnlySpan<byte> raw)
                && ResponseStart.IsBegun(raw):
                if (raw[0] != '+')
                    return Untagged(ResponseStart.WithoutUid(raw));
                Continuation(raw);
                return null;
            case (byte)'[':
                return Untagged(response);
            case (byte)'+':
                Continuation(response);
                return null;
            default:
                return Tagged(response);
        }
    }

    /// <summary>Finds the command in flight that streams the literal with which <paramref name="head"/> ends.</summary>
    public StreamingCommand? BeginLiteral(ReadOnlySpan<byte> head, InboundLiteral literal)
    {
        if (!ResponseStart.TryReadStar(ResponseStart.Skip(head), out ReadOnlySpan<byte> raw))
            return null;

        UntaggedResponse response = new(raw, core.Options.Limits, core.Session.Utf8);
        try
        {
            StreamingCommand? owner = LiteralOwners.Find(core, response, literal);
            _besideBodies.Begin(owner, response, core);
            return owner;
        }
        catch (ImapProtocolException)
        {
            // What cannot be read in parts is read as a whole, and then found malformed with all its octets.
            return null;
        }
    }

    /// <summary>See <see cref="LiteralOwners.TryContinue"/>.</summary>
    public bool TryContinueLiteral(StreamingCommand owner, ReadOnlySpan<byte> part, InboundLiteral literal)
    {
        bool isTaken = LiteralOwners.TryContinue(owner, part, literal);
        if (isTaken)
            _besideBodies.Continue(part);
        return isTaken;
    }

    /// <summary>Hands over what stands behind the last literal.</summary>
    public void EndLiteral(StreamingCommand owner, ReadOnlySpan<byte> part)
    {
        try
        {
            _previous = owner;
            owner.EndLiteral(part);
            if (owner.TakeDamage())
                core.Log.Damaged(part);
            _besideBodies.End(owner, part, core);
        }
        catch (ImapProtocolException exception)
        {
            core.Log.Malformed(part, exception);
            owner.AddMalformed(new MalformedResponse("FETCH", part.ToArray(), exception.Message));
        }
    }

    /// <summary>Hands over a part of a response that its command takes in parts.</summary>
    public void TakePart(PendingCommand command, ReadOnlySpan<byte> part)
    {
        _previous = command;
        IsTakenBy(command, new UntaggedResponse(command.TakenInParts, part, core.Options.Limits, core.Session.Utf8));
        command.Gather(part.Length);
    }

    /// <summary>All that has come is taken.</summary>
    public void AllTaken() => _refusals?.Look();

    /// <summary>Ends a command whose tagged response has come.</summary>
    public void Finish(PendingCommand command, in StatusResponse status)
    {
        core.Answered(command, status);
        DecideHeldBack(command);
        string? expected = status.Code is null ? null : command.ExpectedIn(status.Code);
        if (expected is not null)
            TaggedAnswer.AddMalformed(command, status.Code!, expected, core);
        if (status.Kind == StatusKind.Ok && command.FindMissing(status.Code) is { } missing)
        {
            core.Log.Malformed(missing.Raw.Span, new ImapProtocolException(missing.Reason));
            command.AddMalformed(missing);
        }

        if (status.Code is { IsUnclosed: true } && expected is null)
            TaggedAnswer.AddMalformed(command, status.Code, expected, core);
        command.Complete(status);
    }

    private PendingCommand? Untagged(ReadOnlySpan<byte> raw)
    {
        _previousHeld = null;
        bool isStatus = StatusResponse.TryParse(raw, out StatusResponse status);
        UntaggedResponse response = new(raw, core.Options.Limits, core.Session.Utf8, isStatus ? status.Code : null);
        MailboxSelection? selection = core.Session.Selections.Current;
        if (Apply(response, isStatus ? status : null, selection))
            HeldResponses.NumbersMoved(core);
        PendingCommand? taker = Offer(response);
        if (taker is null)
            _previousHeld = HeldResponses.Hold(core, response, taker);
        bool isAnswer = taker is not null && !taker.IsUpdate(response);
        if (isAnswer)
            core.Kept.Add(status);
        else
            core.Unclaimed(response);
        // Only now: a command that an observer sends must not be there to take the response.
        if (selection?.Report(response, isAnswer) == true)
            core.Log.Damaged(response.Raw);
        if (!isStatus)
            return taker;
        if (status.Kind == StatusKind.Bad && !FramingDoubt.EndsAtUntagged(status, core))
            (_refusals ??= new UntaggedRefusals(core, this)).Add(status);
        core.StatusTold(status);
        return taker;
    }

    // What the state of the connection and of the mailbox follows. Returns whether messages are gone.
    private bool Apply(in UntaggedResponse response, in StatusResponse? status, MailboxSelection? selection)
    {
        bool areGone = false;
        Damage damage = default;
        try
        {
            if (status is { } said)
                core.StatusReceived(said);
            else
                core.Session.Apply(response);
            areGone = selection?.Apply(response, ref damage) == true;
            damage.ThrowIfAny();
        }
        catch (ImapProtocolException exception)
        {
            core.Log.Malformed(response.Raw, exception);
        }

        return areGone;
    }

    private PendingCommand? Offer(in UntaggedResponse response)
    {
        for (PendingCommand? command = core.FirstInFlight; command is not null; command = command.Next)
            command.AddUntagged(response);

        PendingCommand? taker = HasRivals && response.Kind == ResponseKind.Fetch ? FindFetcher(response)
            : (HasRivals ? FindBest(response) : null) ?? FindTaker(response);
        if (taker is { Gathers: true })
            taker.Gather(response.Raw.Length);
        return taker;
    }

    // What could as well be an update was told as such when it came. Whoever asked for it has it too, now that nothing
    // else can come that answers.
    private void DecideHeldBack(PendingCommand command)
    {
        if (command.HeldBack is not { } all)
            return;
        foreach (HeldResponse held in all)
        {
            UntaggedResponse response = new(held.Raw, core.Options.Limits, core.Session.Utf8) { Offer = held.Offer };
            if (!IsTakenBy(command, response))
                continue;
            foreach (MalformedResponse rest in held.Rest)
                command.TakeRest(rest);
        }
    }

    // Of several commands in progress a name may be spelled in more than one way, and some servers answer SORT as they
    // do SEARCH.
    private PendingCommand? FindBest(in UntaggedResponse response)
    {
        if (response.Code?.Is("COPYUID") == true)
            return FindTaker(response.To(ResponseOffer.Whole));
        if (response.Code?.Is("MODIFIED") == true)
            return FindTaker(response.To(ResponseOffer.Whole)) ?? TellEach(response);
        if (response.Kind == ResponseKind.Vanished)
            return TellEach(response);
        bool mayFitOthers = response.Kind is ResponseKind.Status or ResponseKind.Search or ResponseKind.Sort
            or ResponseKind.Quota or ResponseKind.QuotaRoot or ResponseKind.Metadata or ResponseKind.Acl
            or ResponseKind.MyRights or ResponseKind.ListRights;
        return mayFitOthers ? FindTaker(response.To(ResponseOffer.Whole)) : null;
    }

    // What names messages of several commands is told to each that has asked for some of them, of these alone. What is
    // all of one that names its messages is not told to one that names none behind it.
    private PendingCommand? TellEach(in UntaggedResponse response)
    {
        PendingCommand? first = null;
        bool isWhole = false;
        for (PendingCommand? command = core.FirstInFlight; command is not null; command = command.Next)
        {
            bool takesWhole = IsTakenBy(command, response.To(ResponseOffer.Whole));
            if (!takesWhole && !IsTakenBy(command, response.To(ResponseOffer.Part))
                && (isWhole || !IsTakenBy(command, response.To(ResponseOffer.LikelyPart))))
                continue;
            isWhole |= takesWhole;
            if (first is not null && command.Gathers)
                command.Gather(response.Raw.Length);
            first ??= command;
        }

        return first;
    }

    // Of several commands in progress a FETCH fits one better than another.
    private PendingCommand? FindFetcher(in UntaggedResponse response)
    {
        PendingCommand? taker =
            FindTaker(response.To(ResponseOffer.Whole)) ?? FindTaker(response.To(ResponseOffer.Part));
        if (taker is not null)
            return taker;
        taker = FindTaker(response.To(ResponseOffer.LikelyPart)) ?? FindTaker(response.To(ResponseOffer.MixedPart))
            ?? FindTaker(response.To(ResponseOffer.Likely)) ?? FindTaker(response.To(ResponseOffer.Rest));
        // Nobody but the server knows whose it is.
        if (taker is not null)
            HeldResponses.Hold(core, response, taker);
        return taker;
    }

    private PendingCommand? FindTaker(in UntaggedResponse response)
    {
        PendingCommand? command = core.FirstInFlight;
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
                core.Log.Damaged(response.Raw);
            if (isTaken && OverLimit(command, response) is { } excess)
                throw excess;
            return isTaken;
        }
        catch (ImapProtocolException exception)
        {
            core.Log.Malformed(response.Raw, exception);
            if ((exception as ImapLimitException ?? OverLimit(command, response)) is { } excess)
                command.Fail(excess);
            else
                command.AddMalformed(DamagedResponse.ToMalformed(response, exception));
            return true;
        }
        catch (Exception exception)
        {
            // The fault of a collector from outside is its command's, not the connection's.
            command.Fail(exception);
            return true;
        }
    }

    // What is raw is held to the limits when it is read.
    private ImapLimitException? OverLimit(PendingCommand command, in UntaggedResponse response) =>
        command.Command is RawCommand ? null : ListLimits.FindExcess(response, core.Options.Limits);

    // It begins with its +; some servers put a star or the command's tag before that.
    private void Continuation(ReadOnlySpan<byte> response)
    {
        if (core.FirstInFlight?.TryContinue() == true)
            return;
        if (core.Gate.Continue(response[1..].TrimStart((byte)' ')))
        {
            _refusals?.Invited();
            return;
        }

        core.Log.UnexpectedContinuation();
        JunkLines.TellContinuation(core, response);
    }

    // Returns the command whose response the line goes on with, where it is no response itself.
    private PendingCommand? Tagged(ReadOnlySpan<byte> response)
    {
        if (!TagFormat.TryRead(response, out uint tag, out int space))
        {
            RefusedLine(response[(response.IndexOf((byte)' ') + 1)..]);
            return TakeRest(response);
        }

        ReadOnlySpan<byte> said = response[space..].TrimStart(" \t"u8);
        PendingCommand? command = core.Find(tag);
        if (said is [(byte)'+', ..])
        {
            Continuation(said);
            return null;
        }

        if (command is null && !StatusResponse.TryParse(said, out _))
            return TakeRest(response);

        _previousHeld = null;
        if (command is not null)
        {
            Tagged(command, response, space);
            return null;
        }

        core.Log.UnknownTag(tag);
        RefusedLine(said);
        return null;
    }

    private PendingCommand? TakeRest(ReadOnlySpan<byte> line)
    {
        core.Log.Junk(line);
        // There is none before it that it could go on with.
        if (_previous is null && _previousHeld is null)
        {
            if (core.FirstInFlight is not null && StarlessResponse.Is(line, core.Options.Limits))
                return Untagged(line);
            JunkLines.Tell(core, line);
            return null;
        }

        MalformedResponse rest = new(
            "", line.ToArray(), "It is no response, and seems to be the rest of the one before, broken by a line end.");
        _previous?.TakeRest(rest);
        if (_previousHeld is not null)
            HeldResponses.Add(core, rest, _previousHeld);
        return _previous;
    }

    private void Tagged(PendingCommand command, ReadOnlySpan<byte> response, int space)
    {
        ReadOnlySpan<byte> said = response[space..].Trim(" \t"u8);
        if (!StatusResponse.TryParse(said, out StatusResponse status))
        {
            TaggedAnswer.Unreadable(
                command, said, ProtocolErrors.Expected("OK, NO or BAD behind the tag", response, space), core);
            return;
        }

        core.Session.Apply(status.Code);
        TaggedAnswer.Settle(command, status, core, this);
        _refusals?.Answered(command);
    }

    // The answer to a line that is no command of ours may be one to a line of a literal.
    private void RefusedLine(ReadOnlySpan<byte> said)
    {
        if (StatusResponse.TryParse(said, out StatusResponse status))
            FramingDoubt.EndsAtUntagged(status, core);
    }
}
