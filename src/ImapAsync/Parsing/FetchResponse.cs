namespace ImapAsync;

/// <summary>
/// A FETCH response, indexed in one pass where it stands: enough to tell whose it is before anything is allocated.
/// Valid as long as its octets.
/// </summary>
internal ref struct FetchResponse
{
    private readonly ReadOnlySpan<byte> _octets;
    private readonly int _start;
    private readonly bool _isBehindLiteral;
    private int _end;
    private FetchFields _fields;
    private KeptItems _kept;

    public FetchResponse(
        ReadOnlySpan<byte> octets, int start, uint number, FlagSetCache flags, bool isBehindLiteral = false)
    {
        _octets = octets;
        _start = _end = start;
        _isBehindLiteral = isBehindLiteral;
        _fields.Number = number;
        if (!Index(start, flags) && !(isBehindLiteral && FetchRepair.IsGlued(octets)))
            return;

        FetchRepair repair = new(octets, isBehindLiteral);
        byte[]? repaired = repair.Run(start);
        Damage = repair.Damage;
        IsDamaged |= Damage is not null;
        if (repaired is null)
            return;
        _octets = repaired;
        _fields = new FetchFields { Number = number };
        _kept = default;
        Index(start, flags);
    }

    /// <summary>The sequence number; 0 when the server sent none, or 0.</summary>
    public readonly uint Number => _fields.Number;

    /// <summary>The UID; 0 when there is none.</summary>
    public readonly uint Uid => _fields.Uid;

    /// <summary>The items that are there.</summary>
    public readonly FetchItemKinds Kinds => _fields.Kinds;

    /// <summary>The flags; null when there are none.</summary>
    public readonly FlagSet? Flags => _fields.Flags;

    /// <summary>The mod-sequence; 0 when there is none.</summary>
    public readonly ulong ModSeq => _fields.ModSeq;

    /// <summary>
    /// Sees that the parenthesis with which the items began is closed, where a literal that is longer than its text may
    /// have eaten the end.
    /// </summary>
    public void RequireEnd()
    {
        if (IsDamaged || _octets[_end..].Contains((byte)')') || !(_isBehindLiteral || _octets.Contains((byte)'\n')))
            return;
        string reason = ProtocolErrors.Unreadable("a closing parenthesis behind the literal", default).Message;
        Damage = [new MalformedResponse("FETCH", default, reason)];
        IsDamaged = true;
    }

    /// <summary>Counts a section in that is not in the octets since it is to be streamed.</summary>
    public void ExpectSection() => _fields.Kinds |= FetchItemKinds.Section;

    /// <summary>The items, to be walked once more.</summary>
    public readonly FetchItemReader Items => new(_octets, _start);

    /// <summary>Adds the UID that the server left out.</summary>
    public void Supply(uint uid) => (_fields.Uid, _fields.Kinds) = (uid, _fields.Kinds | FetchItemKinds.Uid);

    /// <summary>Whether there are items that are to be read on demand, or could not be read.</summary>
    public readonly bool HasKept => !_kept.IsEmpty;

    /// <summary>Whether an item could not be read, as far as that shows before it is asked for.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>
    /// What was not as it should be, and was read all the same; null when there is nothing of the kind.
    /// </summary>
    public List<MalformedResponse>? Damage { get; private set; }

    /// <summary>What was read already.</summary>
    public readonly FetchFields Fields => _fields;

    /// <summary>A copy of the items that are to be read on demand; null when there are none.</summary>
    public readonly byte[]? CopyOctets() => _kept.Copy(_octets);

    // Returns whether an item looks as if quotes or parentheses were not where they belong.
    private bool Index(int start, FlagSetCache flags)
    {
        bool isSuspicious = false;
        FetchItemReader items = new(_octets, start);
        while (items.MoveNext())
        {
            _end = items.End;
            _fields.Kinds |= items.Kind;
            isSuspicious |= items.IsSuspicious;
            if (_fields.TryTake(items.Kind, items.Value, flags))
                continue;
            _kept.Add(items.Start, items.End);
            IsDamaged |= items.IsCutOff || (items.Kind & FetchItemKinds.ReadAtOnce) != FetchItemKinds.None;
            isSuspicious |= items.Kind == FetchItemKinds.Flags;
        }

        return isSuspicious;
    }
}
