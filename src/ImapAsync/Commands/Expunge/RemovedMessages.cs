using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The messages that EXPUNGE and VANISHED reported as removed while a command ran.</summary>
/// <param name="asked">
/// The messages that the command was to remove; null if it names them by number, or not at all.
/// </param>
internal sealed class RemovedMessages(UidSet? asked = null)
{
    private readonly List<SequenceNumber> _numbers = [];
    private NumberSetBuilder _uids;

    /// <summary>Whether the server has reported none, not even an unidentifiable one.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Takes a response if it reports removed messages.</summary>
    /// <exception cref="ImapProtocolException">
    /// It does, but not all of them are identifiable; those that are were added.
    /// </exception>
    public bool TryAdd(in UntaggedResponse response)
    {
        bool lacksNumber = ExpungeParser.LacksNumber(response);
        if (!lacksNumber && !ExpungeParser.IsOfNumber(response))
            return response.Kind == ResponseKind.Vanished && TryAddVanished(response);

        IsEmpty = false;
        if (lacksNumber)
            throw ProtocolErrors.Unreadable("the number of a message before EXPUNGE", response.Raw);
        _numbers.Add(new SequenceNumber(response.Number!.Value));
        return true;
    }

    /// <summary>
    /// Whether a response that no command took reports removed messages nevertheless: some servers report what they
    /// remove now as vanished earlier.
    /// </summary>
    public static bool HoldsBack(in UntaggedResponse response) =>
        response.Kind == ResponseKind.Vanished && VanishedToken.IsEarlier(response.Arguments);

    /// <summary>Adds what another command of the same operation reported.</summary>
    public void Add(ExpungeResult removed)
    {
        IsEmpty &= removed.Count == 0;
        _numbers.AddRange(removed.Numbers);
        _uids.Add(removed.Uids.Numbers);
    }

    private bool TryAddVanished(in UntaggedResponse response)
    {
        bool isEarlier = VanishedToken.IsEarlier(response.Arguments);
        if (isEarlier && !response.IsHeldBack)
            return false;
        Damage damage = default;
        UidSet gone = VanishedToken.Read(response.Arguments, ref damage);
        bool isShared = isEarlier || response.IsForExactMatch;
        if (isShared && !TryShare(response.Offer, ref gone, damage.IsAny))
            return false;

        IsEmpty = false;
        _uids.Add(gone.Numbers);
        damage.ThrowIfAny();
        return true;
    }

    // Of what is reported to several commands, each keeps what it requested. Unreadable parts may concern any of them.
    private bool TryShare(ResponseOffer offer, ref UidSet gone, bool isDamaged)
    {
        UidSet all = gone;
        bool namesUids = asked is { IsExplicit: true };
        if (namesUids)
            gone &= asked!;
        return offer switch
        {
            ResponseOffer.Whole => namesUids && !isDamaged && !all.IsEmpty && gone == all,
            ResponseOffer.Part => namesUids && (isDamaged || !gone.IsEmpty),
            ResponseOffer.HeldBack or ResponseOffer.Outdated => isDamaged || !gone.IsEmpty,
            _ => !namesUids,
        };
    }

    public ExpungeResult Build() => new() { Numbers = _numbers, Uids = _uids.Build<UidSet>() };
}
