using System.Buffers;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Passes each response to the parts that it concerns: the session's state first, then the commands in flight in the
/// order of the wire, then the observers of the mailbox.
/// </summary>
internal sealed class ResponseDispatcher(
    ConnectionContext context, CommandQueue commands, ContinuationGate gate, ConnectionEnd end, SessionState session,
    SessionEvents events, TaggedAnswers answers)
{
    private StreamedResponses? _streamed;

    // The command that took the last response; null if none did, or the last line was not a response.
    private PendingCommand? _previous;

    // The last response, if no command took it and one still may.
    private HeldResponse? _previousHeld;
    private UntaggedRefusals? _refusals;

    /// <inheritdoc cref="TaggedAnswers.HasUpgrade"/>
    public bool HasUpgrade => answers.HasUpgrade;

    private ResponseOffers Offers => new(commands.FirstInFlight, context);

    /// <summary>
    /// Processes one complete response without its line end; returns the command that took it, if it was untagged and
    /// one did.
    /// </summary>
    public PendingCommand? Dispatch(ReadOnlySpan<byte> response)
    {
        response = ResponseStart.Skip(response);
        if (response.IsEmpty)
            return null;
        if (session.DueGreeting?.Refuse(response) is not { } refusal)
            return _previous = Take(response);
        end.Fail(refusal);
        return null;
    }

    /// <inheritdoc cref="StreamedResponses.Begin"/>
    public StreamingCommand? BeginLiteral(ReadOnlySpan<byte> head, InboundLiteral literal) =>
        (_streamed ??= new StreamedResponses(context, commands, session, events)).Begin(head, literal);

    /// <inheritdoc cref="StreamedResponses.TryContinue"/>
    public bool TryContinueLiteral(StreamingCommand owner, ReadOnlySpan<byte> part, InboundLiteral literal) =>
        _streamed!.TryContinue(owner, part, literal);

    /// <inheritdoc cref="StreamedResponses.End"/>
    public void EndLiteral(StreamingCommand owner, ReadOnlySpan<byte> part)
    {
        _previous = owner;
        _streamed!.End(owner, part);
    }

    /// <summary>Hands over a part of a response that its command takes in parts.</summary>
    public void TakePart(PendingCommand command, ReadOnlySpan<byte> part)
    {
        _previous = command;
        Offers.OfferPart(command, part, session.Utf8);
    }

    /// <summary>
    /// Handles a line that the end of the connection cuts off: a BYE still gives the reason, and a greeting without a
    /// line end is to be quoted.
    /// </summary>
    public bool TakesUnended(ReadOnlySpan<byte> line)
    {
        bool isGreeting = session.DueGreeting is not null;
        return ResponseStart.TryReadStar(ResponseStart.Skip(line), out ReadOnlySpan<byte> raw)
            ? StatusResponse.IsRefusal(raw, isGreeting)
            : isGreeting;
    }

    /// <summary>Records what has arrived so far, which is not a line yet.</summary>
    public void Waits(in ReadOnlySequence<byte> octets) => session.DueGreeting?.Waits(octets);

    /// <inheritdoc cref="TaggedAnswers.UpgradeAsync"/>
    public ValueTask UpgradeAsync() => answers.UpgradeAsync();

    /// <summary>Everything that has arrived has been processed.</summary>
    public void AllTaken() => _refusals?.Look();

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

    private PendingCommand? Untagged(ReadOnlySpan<byte> raw)
    {
        _previousHeld = null;
        bool isStatus = StatusResponse.TryParse(raw, out StatusResponse status);
        UntaggedResponse response = new(raw, context.Limits, session.Utf8, isStatus ? status.Code : null);
        MailboxSelection? selection = session.Selections.Current;
        if (Apply(response, isStatus ? status : null, selection))
            HeldResponses.NumbersMoved(commands.FirstInFlight);
        PendingCommand? taker = Offers.Offer(response);
        if (taker is null)
            _previousHeld = HeldResponses.Hold(commands.FirstInFlight, response, taker);
        bool isAnswer = taker is not null && !taker.IsUpdate(response);
        if (isAnswer)
            session.Kept.Add(status);
        else
            events.Unclaimed(response);
        // Only now: a command that an observer sends must not take the response.
        if (selection?.Report(response, isAnswer) == true)
            context.Log.Damaged(response.Raw);
        if (isStatus)
            StatusTaken(status);
        return taker;
    }

    // Updates the state of the connection and of the mailbox. Returns whether messages were expunged.
    private bool Apply(in UntaggedResponse response, in StatusResponse? status, MailboxSelection? selection)
    {
        bool areGone = false;
        Damage damage = default;
        try
        {
            if (status is { } said)
                events.StatusReceived(said);
            else
                session.Apply(response);
            areGone = selection?.Apply(response, ref damage) == true;
            if (damage.IsAny)
                context.Log.Damaged(response.Raw);
        }
        catch (ImapProtocolException exception)
        {
            context.Log.Malformed(response.Raw, exception);
        }

        return areGone;
    }

    private void StatusTaken(in StatusResponse status)
    {
        if (status.Kind == StatusKind.Bad && !FramingDoubt.EndsAtUntagged(status, commands.FirstInFlight, end))
            (_refusals ??= new UntaggedRefusals(context.Time, commands, gate, end, answers)).Add(status);
        events.StatusTold(status);
    }

    // It begins with its +; some servers put a star or the command's tag before that.
    private void Continuation(ReadOnlySpan<byte> response)
    {
        if (commands.FirstInFlight?.TryContinue() == true)
            return;
        if (gate.Continue(response[1..].TrimStart((byte)' ')))
        {
            _refusals?.Invited();
            return;
        }

        context.Log.UnexpectedContinuation();
        JunkLines.ReportContinuation(commands.FirstInFlight, response, context.Limits);
    }

    // Returns the command whose response the line continues, if it is not a response itself.
    private PendingCommand? Tagged(ReadOnlySpan<byte> response)
    {
        if (!TagFormat.TryRead(response, out uint tag, out int space))
        {
            RefusedLine(response[(response.IndexOf((byte)' ') + 1)..]);
            return TakeRest(response);
        }

        ReadOnlySpan<byte> said = response[space..].TrimStart(" \t"u8);
        PendingCommand? command = commands.Find(tag);
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

        context.Log.UnknownTag(tag);
        RefusedLine(said);
        return null;
    }

    private PendingCommand? TakeRest(ReadOnlySpan<byte> line)
    {
        context.Log.Junk(line);
        PendingCommand? first = commands.FirstInFlight;
        // There is no response before it that it could continue.
        if (_previous is null && _previousHeld is null)
        {
            if (first is not null && StarlessResponse.Is(line, context.Limits))
                return Untagged(line);
            JunkLines.Report(first, line, context.Limits);
            return null;
        }

        MalformedResponse rest = new(
            "",
            line.ToArray(),
            "It is not a response, and seems to be the rest of the previous one, broken by a line end.");
        _previous?.TakeRest(rest);
        if (_previousHeld is not null)
            HeldResponses.Add(first, rest, _previousHeld);
        return _previous;
    }

    private void Tagged(PendingCommand command, ReadOnlySpan<byte> response, int space)
    {
        ReadOnlySpan<byte> said = response[space..].Trim(" \t"u8);
        if (!StatusResponse.TryParse(said, out StatusResponse status))
        {
            answers.SettleUnreadable(
                command, said, ProtocolErrors.Expected("OK, NO or BAD behind the tag", response, space));
            return;
        }

        session.Apply(status.Code);
        answers.Settle(command, status);
        _refusals?.Answered(command);
    }

    // A tag that is not ours may answer a line of a literal that the server read as a command.
    private void RefusedLine(ReadOnlySpan<byte> said)
    {
        if (StatusResponse.TryParse(said, out StatusResponse status))
            FramingDoubt.EndsAtUntagged(status, commands.FirstInFlight, end);
    }
}
