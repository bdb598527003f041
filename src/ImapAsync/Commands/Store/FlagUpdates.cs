using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// What is reported about the flags of the messages that a STORE changes. A message may be reported in two responses,
/// flags in one and the mod-sequence in the other; repetitions belong to the next command, whose answer may precede
/// this one's tagged response.
/// </summary>
internal sealed class FlagUpdates(FetchTargets targets, bool silent)
{
    private readonly List<FlagUpdate> _changed = [];
    private FetchTargets _targets = targets;
    private SeenNumbers _answered;
    private SeenNumbers _withFlags;
    private SeenNumbers _withModSeq;
    private bool _hasMissed;

    // Those reported before the numbers changed.
    private SeenNumbers _before;

    // How many were reported before the numbers changed, which no longer identify them.
    private int _moved;

    // For a UID STORE: for responses without a UID.
    private SeenNumbers _numbers;

    // The index of a message's update; created when one arrives in two parts.
    private Dictionary<uint, int>? _places;

    public IReadOnlyList<FlagUpdate> Changed => _changed;

    /// <summary>Whether the server has reported any of the messages, even without identifying them.</summary>
    public bool IsAny => _changed.Count > 0 || _hasMissed;

    // Whether there may be messages without any report.
    private bool IsOpen => !_targets.AreNoMoreThan(_changed.Count);

    /// <summary>Takes a response if it reports one of the messages.</summary>
    /// <exception cref="ImapProtocolException">It was taken, and something in it is unreadable.</exception>
    public bool TryTake(in UntaggedResponse response)
    {
        if (!FlagUpdateParser.TryParse(response, out FlagUpdate update, out bool isDamaged))
            return false;
        if (response.Offer is ResponseOffer.Whole or ResponseOffer.Part && !Fits(update))
            return false;
        if (response.IsHeldBack && LacksKey(update))
            return IsOpen && Misses(response);
        if (response.IsHeldBack && LacksUid(update))
            return TryTakeHeldBack(update, isOutdated: response.Offer == ResponseOffer.Outdated);
        if (LacksKey(update) || LacksUid(update) || !_targets.MayHave(KeyOf(update)) || !TryAdd(update, response.Offer))
            return false;
        FlagUpdateParser.ThrowIf(isDamaged, response);
        return true;
    }

    /// <summary>
    /// Whether a response that no command took reports one of the messages, although it does not say so, or says more
    /// than requested.
    /// </summary>
    public bool HoldsBack(in UntaggedResponse response)
    {
        if (!FlagUpdateParser.TryParse(response.To(ResponseOffer.HeldBack), out FlagUpdate update, out _))
            return false;
        if (LacksKey(update))
            return IsOpen;
        if (!LacksUid(update))
        {
            return _targets.MayHave(KeyOf(update))
                && (!_answered.Contains(KeyOf(update)) || HasNew(update, KeyOf(update)));
        }

        return IsOpen && !_numbers.Contains(update.Number.Value);
    }

    /// <summary>
    /// Messages were expunged: the numbers of others have changed. RFC 9051 §5.5 forbids that while a STORE by number
    /// runs; if it happens, a reported number identifies another message.
    /// </summary>
    public void NumbersMoved()
    {
        _numbers = default;
        if (_targets.AreUids)
            return;
        _targets.NumbersMoved();
        (_before, _answered, _withFlags, _withModSeq) = (_answered, default, default, default);
        (_places, _moved) = (null, _changed.Count);
    }

    // A command that requests flags precedes a silent one, and one that lacks the reported data precedes one that has
    // it.
    private bool Fits(in FlagUpdate update) =>
        !LacksKey(update) && !LacksUid(update) && _targets.Has(KeyOf(update)) && !(silent && update.Flags is not null)
            && !HasRepeated(update, KeyOf(update)) && !_before.Contains(KeyOf(update));

    private bool HasRepeated(in FlagUpdate update, uint message) =>
        (update.Flags is not null && _withFlags.Contains(message))
            || (update.ModSequence is not null && _withModSeq.Contains(message));

    private bool HasNew(in FlagUpdate update, uint message) =>
        (update.Flags is not null && !_withFlags.Contains(message))
            || (update.ModSequence is not null && !_withModSeq.Contains(message));

    // Its message cannot be determined.
    private bool LacksKey(in FlagUpdate update) =>
        update.Number == default && (!_targets.AreUids || update.Uid is null);

    private bool Misses(in UntaggedResponse response)
    {
        _hasMissed = true;
        throw ProtocolErrors.Unreadable("the number of a message, or its UID if UIDs were requested", response.Raw);
    }

    private bool LacksUid(in FlagUpdate update) => _targets.AreUids && update.Uid is null;

    private uint KeyOf(in FlagUpdate update) => _targets.AreUids ? update.Uid!.Value.Value : update.Number.Value;

    private bool TryTakeHeldBack(in FlagUpdate update, bool isOutdated)
    {
        if (!IsOpen || (!isOutdated && _numbers.Contains(update.Number.Value)))
            return false;
        _changed.Add(update);
        return true;
    }

    private bool TryAdd(in FlagUpdate update, ResponseOffer offer)
    {
        // It was an update when it was held back, and its number belongs to another message now.
        if (offer == ResponseOffer.Outdated && !_targets.AreUids)
        {
            _changed.Add(update);
            return true;
        }

        uint message = KeyOf(update);
        bool isFirst = !_answered.Contains(message);
        if (!isFirst && !HasNew(update, message))
            return false;

        if (isFirst)
            Add(update, message);
        else
            Complete(update, message, isLate: offer >= ResponseOffer.HeldBack);
        if (update.Flags is not null)
            _withFlags.Add(message);
        if (update.ModSequence is not null)
            _withModSeq.Add(message);
        return true;
    }

    private void Add(in FlagUpdate update, uint message)
    {
        _answered.Add(message);
        if (update.Number != default)
            _numbers.Add(update.Number.Value);
        _places?.TryAdd(message, _changed.Count);
        _changed.Add(update);
    }

    // What was held back arrived before what has been reported meanwhile.
    private void Complete(in FlagUpdate update, uint message, bool isLate)
    {
        _places ??= _changed.Select((change, place) => (Change: change, Place: place))
            .Skip(_moved)
            .Where(pair => !LacksUid(pair.Change))
            .ToDictionary(pair => KeyOf(pair.Change), static pair => pair.Place);
        FlagUpdate before = _changed[_places[message]];
        (FlagUpdate first, FlagUpdate then) = isLate ? (update, before) : (before, update);
        _changed[_places[message]] = before with
        {
            Uid = then.Uid ?? first.Uid,
            Flags = then.Flags ?? first.Flags,
            ModSequence = then.ModSequence ?? first.ModSequence,
        };
    }
}
