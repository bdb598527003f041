namespace ImapAsync;

/// <summary>The messages that a FETCH requests, and whether their numbers are UIDs.</summary>
internal struct FetchTargets(NumberSet messages, bool areUids)
{
    private bool _openEndAnswered;
    private uint _moves;

    public readonly bool AreUids => areUids;

    /// <summary>The UID, if there is exactly one.</summary>
    public readonly uint? OnlyUid => areUids && messages is { IsExplicit: true, Count: 1 } ? messages.Min : null;

    /// <summary>Whether they are named by UID, and there are at most this many.</summary>
    public readonly bool AreNoMoreThan(long count) => areUids && messages.IsExplicit && messages.Count <= count;

    /// <summary>Whether they are named by number, so that a response must include one.</summary>
    public readonly bool NeedNumber(uint number) => !areUids && number == 0;

    /// <summary>Whether they are named by number, and there are at most this many.</summary>
    public readonly bool AreNoMoreNumbersThan(long count) => !areUids && messages.IsExplicit && messages.Count <= count;

    // Only the server knows what $ and * are. In n:* the * counts only if no message has n or more. What it reports
    // about such a message proves nothing unless it is an answer: the message may have arrived after the command.
    /// <summary>Whether the message is one of them, as far as only the server can know.</summary>
    public readonly bool MayHave(uint message) =>
        Has(message) || (!messages.IsExplicit && (!messages.HasStar || !_openEndAnswered));

    /// <summary>Whether the message is one of them, whatever <c>$</c> and <c>*</c> are.</summary>
    public readonly bool Has(uint message) =>
        message != 0 && (messages.Contains(message) || (!areUids && HadMoved(message)));

    /// <summary>A message was expunged: those after it have other numbers now.</summary>
    public void NumbersMoved() => _moves++;

    /// <summary>The server has answered with the message.</summary>
    public void Answered(uint message) =>
        _openEndAnswered |= messages.OpenFrom != 0 && message >= messages.OpenFrom;

    // A message's number may have decreased by one with each expunged message.
    private readonly bool HadMoved(uint message)
    {
        foreach (NumberRange<uint> range in _moves > 0 ? messages.Ranges : [])
        {
            if (range.Last >= message && range.First <= (ulong)message + _moves)
                return true;
        }

        return false;
    }
}
