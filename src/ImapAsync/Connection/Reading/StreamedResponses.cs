using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Responses whose literals are streamed: they come in parts, and their command takes each part as it comes.
/// </summary>
internal sealed class StreamedResponses(
    ConnectionContext context, CommandQueue commands, SessionState session, SessionEvents events)
{
    private BesideBodies _besideBodies;

    /// <summary>Finds the command in flight that streams the literal with which <paramref name="head"/> ends.</summary>
    public StreamingCommand? Begin(ReadOnlySpan<byte> head, InboundLiteral literal)
    {
        if (!ResponseStart.TryReadStar(ResponseStart.Skip(head), out ReadOnlySpan<byte> raw))
            return null;

        UntaggedResponse response = new(raw, context.Limits, session.Utf8);
        try
        {
            StreamingCommand? owner = LiteralOwners.Find(commands.FirstInFlight, response, literal);
            _besideBodies.Begin(owner, response, session.Selections.Current);
            return owner;
        }
        catch (ImapProtocolException)
        {
            // What cannot be read in parts is read as a whole, and then found malformed with all its octets.
            return null;
        }
    }

    /// <summary>
    /// Hands over what is between two literals; false if the second one cannot be streamed, and the part is passed
    /// again as a piece of a longer one.
    /// </summary>
    public bool TryContinue(StreamingCommand owner, ReadOnlySpan<byte> part, InboundLiteral literal)
    {
        try
        {
            if (!owner.TryContinueLiteral(part, literal))
                return false;
        }
        catch (ImapProtocolException)
        {
            return false;
        }

        _besideBodies.Continue(part);
        return true;
    }

    /// <summary>Hands over what follows the last literal.</summary>
    public void End(StreamingCommand owner, ReadOnlySpan<byte> part)
    {
        try
        {
            owner.EndLiteral(part);
            if (owner.TakeDamage())
                context.Log.Damaged(part);
            if (_besideBodies.End(part) is { } rest)
                Report(owner, new UntaggedResponse(rest, context.Limits, session.Utf8));
        }
        catch (ImapProtocolException exception)
        {
            context.Log.Malformed(part, exception);
            owner.AddMalformed(new MalformedResponse("FETCH", part.ToArray(), exception.Message));
        }
    }

    private void Report(StreamingCommand owner, in UntaggedResponse response)
    {
        bool isAnswer = !owner.IsUpdate(response);
        if (!isAnswer)
            events.Unclaimed(response);
        if (session.Selections.Current?.Report(response, isAnswer) == true)
            context.Log.Damaged(response.Raw);
    }
}
