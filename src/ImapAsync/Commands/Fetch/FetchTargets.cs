namespace ImapAsync;

/// <summary>Which messages a FETCH asks for, and whether their numbers are UIDs.</summary>
internal struct FetchTargets(NumberSet messages, bool areUids)
{
    private bool _openEndAnswered;
    private uint _moves;

    public readonly bool AreUids => areUids;

    /// <summary>The UID, where there is just one.</summary>
    public readonly uint? OnlyUid => areUids && messages is { IsExplicit: true, Count: 1 } ? messages.Min : null;

    /// <summary>Whether they are named by UID, and there are no more of them than that.</summary>
    public readonly bool AreNoMoreThan(long count) => areUids && messages.IsExplicit && messages.Count <= count;

    /// <summary>Whether they are named by number, and a message must tell its own.</summary>
    public readonly bool NeedNumber(uint number) => !areUids && number == 0;

    /// <summary>Whether they are named by number, and there are no more of them than that.</summary>
    public readonly bool AreNoMoreNumbersThan(long count) => !areUids && messages.IsExplicit && messages.Count <= count;

    // Only the server knows what $ and * are. In n:* the * counts only where no message has n or more. What it tells of
    // such a message shows nothing unless it is an answer: the message may have arrived after the command.
    /// <summary>Whether the message is one of them, as far as anybody but the server can tell.</summary>
    public readonly bool MayHave(uint message) =>
        Has(message) || (!messages.IsExplicit && (!messages.HasStar || !_openEndAnswered));

    /// <summary>Whether the message is one of them, whatever <c>$</c> and <c>*</c> are.</summary>
    public readonly bool Has(uint message) =>
        message != 0 && (messages.Contains(message) || (!areUids && HadMoved(message)));

    /// <summary>A message was expunged: those behind it have other numbers now.</summary>
    public void NumbersMoved() => _moves++;

    /// <summary>The server has answered with the message.</summary>
    public void Answered(uint message) =>
        _openEndAnswered |= messages.OpenFrom != 0 && message >= messages.OpenFrom;

    // A message may have gone down by one with each that was expunged.
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
