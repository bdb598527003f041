namespace ImapAsync;

/// <summary>
/// Decides whether a FETCH response answers a FETCH command. The response has no tag and does not say why it was sent:
/// it may answer another command, or report that another client changed flags. It belongs to the command if it contains
/// a requested item that the message has not received yet, so that servers may report a message in several responses.
/// A repetition does not: Dovecot works on the next command before it sends the tagged response of the previous one,
/// and what arrives then belongs to the next command. What could equally be an update is held back, and decided when
/// the command has been answered.
/// </summary>
internal sealed class FetchFilter(FetchTargets targets, AskedItems asked)
{
    // More open messages than this mean a server that omits something from every answer.
    private const int MostOpenUids = 4096;

    private AnsweredMessages _answered = new();
    private FetchTargets _targets = targets;
    private FetchItems? _all;

    // For a FETCH by number: what was answered before the numbers changed, for what was held back until then.
    private AnsweredMessages? _before;

    // For a UID FETCH: the same by sequence number, for responses without a UID.
    private AnsweredMessages? _byNumber;

    // The last response examined.
    private AnsweredMessages _place = null!;
    private uint _key;
    private uint _number;
    private bool[] _marks = [];
    private bool _isMarked;
    private bool _byName;
    private bool _lacksUid;

    // The UIDs of incomplete messages, by sequence number: for responses without one.
    private Dictionary<uint, uint>? _openUids;
    private long _messages;
    private long _wholeMessages;
    private bool _hasNumbersMoved;

    public FetchFilter(in NumberSet messages, bool areUids, FetchItems items)
        : this(new FetchTargets(messages, areUids), new AskedItems(items, byUid: areUids))
    {
    }

    /// <summary>The requested items.</summary>
    public FetchItems Asked => _all ??= asked.All;

    /// <summary>The UID of the message, if exactly one was requested by its UID; otherwise 0.</summary>
    public uint OnlyUid => _targets.OnlyUid ?? 0;

    /// <summary>Whether requested sections are missing from the last response examined.</summary>
    public bool HasMoreSections => _isMarked && asked.HasSectionsBesides(There, Had);

    private Span<bool> There => _marks.AsSpan(0, asked.Count);

    // Whether the command names the message of the last response examined.
    private bool IsNamed => !_lacksUid && _targets.Has(_key);

    private Span<bool> Had => _marks.AsSpan(asked.Count);

    /// <summary>
    /// Whether the response belongs to the command. One without a UID gets that of its message, if it is known.
    /// </summary>
    /// <exception cref="ImapProtocolException">
    /// A held-back response may or may not be about a requested message.
    /// </exception>
    public bool Accepts(ref FetchResponse response, ResponseOffer offer)
    {
        if (_targets.NeedNumber(response.Number))
            return offer is ResponseOffer.HeldBack or ResponseOffer.Outdated && Misses(response);
        FetchClaim claim = Judge(ref response, body: null, offer);
        return offer switch
        {
            ResponseOffer.Whole => claim == FetchClaim.Whole && IsNamed && asked.HasAll(response),
            ResponseOffer.Part => claim >= FetchClaim.Part && IsNamed && asked.HasAll(response),
            ResponseOffer.MixedPart => claim >= FetchClaim.Part && IsNamed,
            ResponseOffer.LikelyPart => claim >= FetchClaim.Part && asked.HasAll(response),
            ResponseOffer.Likely => claim >= FetchClaim.Part,
            ResponseOffer.HeldBack or ResponseOffer.Outdated =>
                (claim >= FetchClaim.Part && !_lacksUid) || (claim != FetchClaim.None && IsAsked(response)),
            _ => claim > FetchClaim.HeldBack,
        };
    }

    /// <summary>
    /// The same for a response with a streamed body. One offered to the matching command must have a requested body,
    /// and identify its message before it.
    /// </summary>
    public bool Accepts(ref FetchResponse head, in StreamedLiteral body, ResponseOffer offer) =>
        Judge(ref head, body, offer) > FetchClaim.HeldBack
            && (offer != ResponseOffer.Whole || (asked.Names(body) && IsNamed));

    /// <summary>
    /// Whether the command has requested a body that it lacks, of a message that may be one of its own.
    /// </summary>
    public bool Wants(ref FetchResponse head, in StreamedLiteral body) =>
        asked.Names(body) && Judge(ref head, body, ResponseOffer.Rest) > FetchClaim.HeldBack;

    /// <summary>
    /// Whether the response, which no command took, or possibly the wrong one, must be examined again when the command
    /// has been answered.
    /// </summary>
    public bool HoldsBack(ref FetchResponse response)
    {
        if (_targets.NeedNumber(response.Number))
            return MayMiss(response);
        FetchClaim claim = Judge(ref response, body: null, ResponseOffer.Rest);
        if (claim == FetchClaim.HeldBack && _targets.AreUids && response.Uid != 0 && _number != 0)
            KeepUid(_number, response.Uid, isWhole: false);
        return claim is FetchClaim.HeldBack or >= FetchClaim.Part;
    }

    /// <summary>The last accepted response was taken. Returns whether its message is complete.</summary>
    public bool Taken()
    {
        if (!_lacksUid && !_place.Any(_key))
            _messages++;
        bool isWhole = !_isMarked || IsComplete();
        if (!_lacksUid && isWhole && !_place.IsWhole(_key))
            _wholeMessages++;
        if (!_lacksUid)
            _targets.Answered(_key);
        Record(_place, _key, isWhole);
        if (_targets.AreUids && !_lacksUid && _number != 0)
        {
            Record(ByNumber(), _number, isWhole);
            KeepUid(_number, _key, isWhole);
        }

        return isWhole;
    }

    /// <summary>
    /// More of the same response has arrived after a body. Returns whether its message is now complete.
    /// </summary>
    public bool Taken(in FetchResponse more, StreamedLiteral? body)
    {
        if (!_isMarked)
            return true;
        asked.Mark(more, There, Had, _byName);
        if (body is { } next)
            asked.Mark(next, There, Had, _byName);
        // Some servers send the UID after the body.
        if (_lacksUid && more.Uid != 0)
            (_place, _key, _lacksUid) = (_answered, more.Uid, false);
        return Taken();
    }

    /// <summary>
    /// Messages were expunged: the numbers of others have changed. RFC 9051 §5.5 forbids that while a FETCH by number
    /// runs; if it happens, a number that was answered identifies another message.
    /// </summary>
    public void NumbersMoved()
    {
        _byNumber = null;
        _openUids = null;
        if (!_targets.AreUids)
        {
            // If they changed twice, it is unknown before which change something was held back.
            _before = _hasNumbersMoved ? new() : _answered;
            _answered = new();
            _targets.NumbersMoved();
        }

        _hasNumbersMoved = true;
    }

    // Its message cannot be determined, and there are incomplete messages.
    private bool MayMiss(in FetchResponse response) =>
        !_targets.AreNoMoreNumbersThan(_wholeMessages)
            && (asked.HasAsked(response.Kinds) || (response.Kinds & ~FetchItemKinds.Other) == FetchItemKinds.None);

    private bool Misses(in FetchResponse response) => MayMiss(response)
        ? throw new ImapProtocolException("It may answer the command, and does not include the number of its message.")
        : false;

    private FetchClaim Judge(ref FetchResponse response, StreamedLiteral? body, ResponseOffer offer)
    {
        if (!TryPlace(ref response, offer) || (_key != 0 && _place.IsWhole(_key)))
            return FetchClaim.None;
        _byName = offer is >= ResponseOffer.Whole and <= ResponseOffer.Rest;
        _isMarked = _lacksUid || _byName || !asked.AreAllIn(response.Kinds);
        if (!_isMarked)
            return FetchClaim.Whole;

        MarkAll(response, body, _byName);
        bool isLikeNews = !IsAny(FetchItemKinds.Named) && (_lacksUid || !asked.LooksLikeNews)
            && (response.Kinds & ~(FetchItemKinds.Unsolicited | FetchItemKinds.Other)) == FetchItemKinds.None;
        // A UID together with something else is included whether it was requested or not.
        if (IsAny(~FetchItemKinds.Uid)
            || (response.Kinds == FetchItemKinds.Uid && !_targets.AreUids && IsAny(FetchItemKinds.Uid)))
        {
            return isLikeNews ? FetchClaim.HeldBack : IsWhole() ? FetchClaim.Whole : FetchClaim.Part;
        }

        if (!isLikeNews && IsWhole())
            return _byName && response.Kinds != FetchItemKinds.Uid ? FetchClaim.Empty : FetchClaim.Whole;
        return _place.Any(_key) ? FetchClaim.None : WithNothingAsked(response.Kinds);
    }

    private FetchClaim WithNothingAsked(FetchItemKinds kinds)
    {
        if (kinds == FetchItemKinds.Uid)
            return FetchClaim.Empty;
        if ((kinds & ~FetchItemKinds.Unsolicited) == FetchItemKinds.None)
            return FetchClaim.None;
        return !asked.LooksLikeNews && (kinds & FetchItemKinds.Changeable) == FetchItemKinds.None
            ? FetchClaim.Empty
            : FetchClaim.HeldBack;
    }

    // Determines the message of the response. Returns false for one that was not requested.
    private bool TryPlace(ref FetchResponse response, ResponseOffer offer)
    {
        _number = response.Number;
        bool isNumberKnown = offer != ResponseOffer.Outdated;
        if (_targets.AreUids && response.Uid == 0 && isNumberKnown && UidOf(response, offer) is { } uid)
            response.Supply(uid);
        _lacksUid = _targets.AreUids && response.Uid == 0;
        if (_lacksUid)
        {
            (_place, _key) = (ByNumber(), isNumberKnown ? _number : 0);
            return (_key != 0 && _place.Any(_key))
                || !_targets.AreNoMoreThan(_hasNumbersMoved ? _wholeMessages : _messages);
        }

        _place = isNumberKnown || _targets.AreUids ? _answered : _before ?? _answered;
        _key = _targets.AreUids ? response.Uid : _number;
        // A command that has not received this number yet comes first.
        if (offer is >= ResponseOffer.Whole and < ResponseOffer.Rest && _before?.IsWhole(_key) == true)
            return false;
        return _targets.MayHave(_key);
    }

    // Flags of any message may arrive at any time, and there may be none for the only one: only what is sent on
    // request, and can belong to no other message, is that one's.
    private uint? UidOf(in FetchResponse response, ResponseOffer offer)
    {
        if (_openUids?.TryGetValue(_number, out uint uid) == true)
            return uid;
        return offer == ResponseOffer.Any && !_hasNumbersMoved
            && asked.HasAsked(response.Kinds & ~FetchItemKinds.Unsolicited)
            ? _targets.OnlyUid
            : null;
    }

    // Whether a held-back response is about a requested message: if nothing else has arrived, the server may identify
    // its messages in its own way.
    private bool IsAsked(in FetchResponse response)
    {
        if (_messages == 0 || _place.Any(_key) || (!_lacksUid && _targets.Has(_key)))
            return true;
        if (!_lacksUid)
            return false;
        throw new ImapProtocolException(
            $"It may answer the command, and may be an update: it does not say whether message {_number} is one of the "
            + "requested ones.");
    }

    private void MarkAll(in FetchResponse response, StreamedLiteral? body, bool byName)
    {
        if (_marks.Length == 0)
            _marks = new bool[2 * asked.Count];
        _marks.AsSpan().Clear();
        if (_key != 0)
            _place.Mark(_key, Had);
        asked.Mark(response, There, Had, byName);
        if (body is { } streamed)
            asked.Mark(streamed, There, Had, byName);
    }

    // Whether the response contains items of these kinds that the message has not received.
    private bool IsAny(FetchItemKinds kinds)
    {
        for (int i = 0; i < asked.Count; i++)
        {
            if (_marks[i] && !_marks[asked.Count + i] && asked.IsOfKind(i, kinds))
                return true;
        }

        return false;
    }

    private bool IsWhole() => !There.Contains(false);

    private bool IsComplete()
    {
        for (int i = 0; i < asked.Count; i++)
        {
            if (!_marks[i] && !_marks[asked.Count + i])
                return false;
        }

        return true;
    }

    private void Record(AnsweredMessages place, uint message, bool isWhole)
    {
        if (message == 0)
            return;
        if (isWhole)
            place.AddWhole(message);
        else
            place.Add(message, There);
    }

    private void KeepUid(uint number, uint uid, bool isWhole)
    {
        if (isWhole)
            _openUids?.Remove(number);
        else if ((_openUids ??= []).Count < MostOpenUids)
            _openUids[number] = uid;
    }

    private AnsweredMessages ByNumber() => _byNumber ??= new AnsweredMessages();
}
