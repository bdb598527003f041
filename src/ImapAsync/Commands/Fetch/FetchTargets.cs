namespace ImapAsync;

/// <summary>Which messages a FETCH asks for: by their UIDs, or by their sequence numbers.</summary>
internal struct FetchTargets(UidSet? uids, SequenceSet? numbers)
{
    private bool _openEndAnswered;
    private uint _moves;

    public readonly bool AreUids => uids is not null;

    /// <summary>The UID, where there is just one.</summary>
    public readonly uint? OnlyUid => uids is { IsExplicit: true, Count: 1 } ? uids.Min?.Value : null;

    /// <summary>Whether there are no more messages than that.</summary>
    public readonly bool AreNoMoreThan(long count) => uids is { IsExplicit: true } && uids.Count <= count;

    /// <summary>Whether they are named by number, and a message must tell its own.</summary>
    public readonly bool NeedNumber(uint number) => uids is null && number == 0;

    /// <summary>Whether they are named by number, and there are no more of them than that.</summary>
    public readonly bool AreNoMoreNumbersThan(long count) => numbers is { IsExplicit: true } && numbers.Count <= count;

    /// <summary>Whether the message is one of them, as far as anybody but the server can tell.</summary>
    public readonly bool MayHave(uint message)
    {
        if (uids is not null)
            return MayHave(message, Has(message), uids.HasStar, uids.IsExplicit);
        return MayHave(message, Has(message), numbers!.HasStar, numbers.IsExplicit);
    }

    /// <summary>Whether the message is one of them, whatever <c>$</c> and <c>*</c> are.</summary>
    public readonly bool Has(uint message) =>
        message != 0 && (uids?.Contains(new Uid(message)) ?? HasNumber(message));

    /// <summary>A message was expunged: those behind it have other numbers now.</summary>
    public void NumbersMoved() => _moves++;

    /// <summary>The server has answered with the message.</summary>
    public void Answered(uint message) =>
        _openEndAnswered |= message >= (uids is null ? numbers!.OpenFrom?.Value : uids.OpenFrom?.Value);

    // A message may have gone down by one with each that was expunged.
    private readonly bool HasNumber(uint message)
    {
        if (numbers!.Contains(new SequenceNumber(message)))
            return true;
        foreach (NumberRange<SequenceNumber> range in _moves > 0 ? numbers.Ranges : [])
        {
            if (range.Last.Value >= message && range.First.Value <= (ulong)message + _moves)
                return true;
        }

        return false;
    }

    // Only the server knows what $ and * are. In n:* the * counts only where no message has n or more. What it tells of
    // such a message shows nothing unless it is an answer: the message may have arrived after the command.
    private readonly bool MayHave(uint message, bool isContained, bool hasStar, bool isExplicit) =>
        isContained || (!isExplicit && (!hasStar || !_openEndAnswered));
}
