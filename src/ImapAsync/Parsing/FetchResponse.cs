namespace ImapAsync;

/// <summary>
/// A FETCH response, indexed in one pass where it stands: enough to tell whose it is before anything is allocated.
/// Valid as long as its octets.
/// </summary>
internal ref struct FetchResponse
{
    private readonly int _start;
    private readonly bool _isBehindLiteral;
    private ReadOnlySpan<byte> _octets;
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
        if (Index(flags) || (isBehindLiteral && FetchRepair.IsGlued(octets)))
            Repair(flags, isOpen: false);
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
    /// Sees that the parenthesis with which the items began is closed, where a list of flags may have taken the one
    /// that closes it, or a literal that is longer than its text may have eaten the end.
    /// </summary>
    public void RequireEnd()
    {
        if (IsDamaged || _octets[_end..].Contains((byte)')'))
            return;
        if (_fields.Flags is not null && Repair(FetchResponseParser.Flags, isOpen: true))
            return;
        if (_isBehindLiteral || _octets.Contains((byte)'\n'))
            Note("FETCH"u8, default, "a closing parenthesis behind the literal");
    }

    /// <summary>
    /// Sees that a space stands between a literal at the end and the item with which the response goes on: a literal
    /// that is longer than its text has eaten it.
    /// </summary>
    /// <param name="next">The item, as far as it has come.</param>
    public void RequireSpaceBefore(ReadOnlySpan<byte> next)
    {
        bool isGlued = _isBehindLiteral && _octets.IsEmpty;
        FetchItemReader items = Items;
        while (items.MoveNext())
            isGlued = items.End == _octets.Length && items.Value.Octets is [(byte)'{' or (byte)'~', ..];
        if (isGlued)
            Note(new FetchItemName(next).Octets, next, "a space behind a literal");
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

    private void Note(ReadOnlySpan<byte> name, ReadOnlySpan<byte> found, string expected)
    {
        string reason = ProtocolErrors.Unreadable(expected, found).Message;
        (Damage ??= []).Add(new MalformedResponse(WireText.Decode(name), found.ToArray(), reason));
        IsDamaged = true;
    }

    // Returns whether there was something to report.
    private bool Repair(FlagSetCache flags, bool isOpen)
    {
        FetchRepair repair = new(_octets, _isBehindLiteral, isOpen);
        byte[]? repaired = repair.Run(_start);
        if (repair.Damage is null)
            return false;
        Damage = repair.Damage;
        IsDamaged = true;
        if (repaired is null)
            return true;
        _octets = repaired;
        _fields = new FetchFields { Number = Number };
        _kept = default;
        Index(flags);
        return true;
    }

    // Returns whether an item looks as if quotes or parentheses were not where they belong.
    private bool Index(FlagSetCache flags)
    {
        bool isSuspicious = false;
        FetchItemReader items = new(_octets, _start);
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
