namespace ImapAsync;

/// <summary>
/// Tells whether a FETCH response answers one FETCH command. It says neither tag nor why it was sent: it may answer another command,
/// or tell that another client changed flags. A message that has been answered is not answered a second time: Dovecot works on the next command
/// before it puts the tag to the one before, and what comes then is the next command's.
/// </summary>
internal sealed class FetchFilter
{
    private readonly UidSet? _uids;
    private readonly SequenceSet? _numbers;
    private readonly FetchItemKinds _asked;
    private readonly SeenNumbers _answered = new();
    private bool _openEndSeen;

    public FetchFilter(UidSet uids, FetchItems items)
    {
        _uids = uids;
        _asked = items.Kinds;
    }

    public FetchFilter(SequenceSet numbers, FetchItems items)
    {
        _numbers = numbers;
        _asked = items.Kinds;
    }

    /// <summary>Whether the response is the command's; if so, and if it is the whole answer, one more of that message is not.</summary>
    public bool Accepts(in FetchResponse response)
    {
        uint message = _numbers is null ? response.Uid : response.Number;
        if (!IsAnswer(response) || _answered.Contains(message))
            return false;
        if (message != 0 && HasAllThatWasAsked(response.Kinds))
            _answered.Add(message);
        return true;
    }

    private bool IsAnswer(in FetchResponse response)
    {
        bool answers = HasWhatWasAsked(response.Kinds);
        if (_numbers is not null)
            return answers && Contains(_numbers, response.Number);
        return answers && (response.Uid == 0 ? HasMoreThanFlags(response.Kinds) : Contains(_uids!, response.Uid));
    }

    // Some servers answer one message in two responses.
    private bool HasAllThatWasAsked(FetchItemKinds kinds) => (Alike(_asked) & ~Alike(kinds)) == FetchItemKinds.None;

    // With flags alone it is a change that somebody made, unless flags are what was asked for.
    private bool HasWhatWasAsked(FetchItemKinds kinds)
    {
        kinds = Alike(kinds);
        FetchItemKinds asked = Alike(_asked);
        FetchItemKinds wanted = asked & ~FetchItemKinds.Unsolicited;
        if (wanted != FetchItemKinds.None)
            return Overlap(kinds, wanted) || !Overlap(kinds, FetchItemKinds.Changeable);
        wanted = asked & FetchItemKinds.Changeable;
        return wanted == FetchItemKinds.None || Overlap(kinds, wanted) || kinds == FetchItemKinds.Uid;
    }

    // A server that leaves the UID out of the answer to a UID FETCH still answers it.
    private static bool HasMoreThanFlags(FetchItemKinds kinds) => Overlap(kinds, ~FetchItemKinds.Unsolicited);

    // BODY answers BODYSTRUCTURE, and the reverse.
    private static FetchItemKinds Alike(FetchItemKinds kinds) => Overlap(kinds, FetchItemKinds.Structure) ? kinds | FetchItemKinds.Structure : kinds;

    private static bool Overlap(FetchItemKinds left, FetchItemKinds right) => (left & right) != FetchItemKinds.None;

    private bool Contains(UidSet set, uint uid)
    {
        bool contained = uid != 0 && set.Contains(new Uid(uid));
        return IsMember(contained, set.OpenFrom is { } from && uid >= from.Value, set.HasStar, set.IsExplicit);
    }

    private bool Contains(SequenceSet set, uint number)
    {
        bool contained = number != 0 && set.Contains(new SequenceNumber(number));
        return IsMember(contained, set.OpenFrom is { } from && number >= from.Value, set.HasStar, set.IsExplicit);
    }

    // Only the server knows what $ and * are. In n:* the * counts only where no message has n or more.
    private bool IsMember(bool contained, bool inOpenRange, bool hasStar, bool isExplicit)
    {
        _openEndSeen |= inOpenRange;
        if (contained)
            return true;
        return !isExplicit && (!hasStar || !_openEndSeen);
    }
}
