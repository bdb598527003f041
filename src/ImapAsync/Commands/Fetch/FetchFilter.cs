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
    private readonly FetchItems _items;
    private readonly FetchItemKinds _asked;
    private readonly SeenNumbers _answered = new();
    private bool _openEndSeen;

    public FetchFilter(UidSet uids, FetchItems items)
    {
        _uids = uids;
        _items = items;
        _asked = items.Kinds;
    }

    public FetchFilter(SequenceSet numbers, FetchItems items)
    {
        _numbers = numbers;
        _items = items;
        _asked = items.Kinds;
    }

    /// <summary>Whether the response may be the command's.</summary>
    public bool Accepts(in FetchResponse response) => IsAnswer(response) && !_answered.Contains(KeyOf(response));

    /// <summary>The response was taken: if it is the whole answer, one more of that message is not the command's.</summary>
    public void Taken(in FetchResponse response)
    {
        if (KeyOf(response) is > 0 and uint message && HasAllThatWasAsked(response.Kinds))
            _answered.Add(message);
    }

    /// <summary>Whether a message that is accepted has all that was asked for: then it answers this command, and not another one that asked for something else.</summary>
    public bool IsExact(FetchedMessage message)
    {
        foreach (FetchItem item in _items)
        {
            if (item != FetchItem.Uid && !message.Has(item))
                return false;
        }

        return true;
    }

    /// <summary>The same before the body has come: whether that body was asked for.</summary>
    public bool IsExact(in StreamedLiteral body)
    {
        foreach (FetchItem item in _items)
        {
            if (item.Section is { } section && section == body.Section && item.IsStreamable)
                return true;
        }

        return false;
    }

    private bool IsAnswer(in FetchResponse response)
    {
        bool answers = HasWhatWasAsked(response.Kinds);
        if (_numbers is not null)
            return answers && Contains(_numbers, response.Number);
        return answers && (response.Uid == 0 ? HasMoreThanFlags(response.Kinds) : Contains(_uids!, response.Uid));
    }

    private uint KeyOf(in FetchResponse response) => _numbers is null ? response.Uid : response.Number;

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
