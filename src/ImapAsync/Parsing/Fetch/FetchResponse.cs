namespace ImapAsync;

/// <summary>
/// A FETCH response, indexed in place in a single pass: enough to find its command before anything is allocated. Valid
/// as long as its octets.
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
        if (Index(flags) || (isBehindLiteral && RepairBoundary.IsGlued(octets)))
            Repair(flags, isOpen: false);
    }

    /// <summary>The sequence number; 0 if the server sent none, or 0.</summary>
    public readonly uint Number => _fields.Number;

    /// <summary>The UID; 0 if there is none.</summary>
    public readonly uint Uid => _fields.Uid;

    /// <summary>The items in the response.</summary>
    public readonly FetchItemKinds Kinds => _fields.Kinds;

    /// <summary>The flags; null if there are none.</summary>
    public readonly FlagSet? Flags => _fields.Flags;

    /// <summary>The mod-sequence; 0 if there is none.</summary>
    public readonly ulong ModSequence => _fields.ModSequence;

    /// <summary>
    /// Requires that the parenthesis around the items is closed. A list of flags may have taken its closing
    /// parenthesis, or a literal longer than its text may have swallowed the end.
    /// </summary>
    public void RequireEnd()
    {
        if (IsDamaged || _octets[_end..].Contains((byte)')'))
            return;
        if (_fields.Flags is not null && Repair(FlagSetCache.OfThread, isOpen: true))
            return;
        if (_isBehindLiteral || _octets.Contains((byte)'\n'))
            Note("FETCH"u8, default, "a closing parenthesis after the literal");
    }

    /// <summary>
    /// Requires a space between a literal at the end and the item that continues the response: a literal longer than
    /// its text has swallowed it.
    /// </summary>
    /// <param name="next">The item, as far as it has arrived.</param>
    public void RequireSpaceBefore(ReadOnlySpan<byte> next)
    {
        bool isGlued = _isBehindLiteral && _octets.IsEmpty;
        FetchItemReader items = Items;
        while (items.MoveNext())
            isGlued = items.End == _octets.Length && items.Value.Octets is [(byte)'{' or (byte)'~', ..];
        if (isGlued)
            Note(new FetchItemName(next).Octets, next, "a space after a literal");
    }

    /// <summary>Counts a section that is not in the octets because it will be streamed.</summary>
    public void ExpectSection() => _fields.Kinds |= FetchItemKinds.Section;

    /// <summary>The items, for another pass.</summary>
    public readonly FetchItemReader Items => new(_octets, _start);

    /// <summary>Adds the UID that the server left out.</summary>
    public void Supply(uint uid) => (_fields.Uid, _fields.Kinds) = (uid, _fields.Kinds | FetchItemKinds.Uid);

    /// <summary>Whether there are items to read on demand, or unreadable ones.</summary>
    public readonly bool HasKept => !_kept.IsEmpty;

    /// <summary>Whether an item is unreadable, as far as can be seen without reading it.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Faults of the response that did not prevent it from being read; null if there are none.</summary>
    public List<MalformedResponse>? Damage { get; private set; }

    /// <summary>The items already read.</summary>
    public readonly FetchFields Fields => _fields;

    /// <summary>A copy of the items to read on demand; null if there are none.</summary>
    public readonly byte[]? CopyOctets() => _kept.Copy(_octets);

    private void Note(ReadOnlySpan<byte> name, ReadOnlySpan<byte> found, string expected)
    {
        string reason = ProtocolErrors.Unreadable(expected, found).Message;
        (Damage ??= []).Add(new MalformedResponse(WireText.Decode(name), found.ToArray(), reason));
        IsDamaged = true;
    }

    // Returns whether there was anything to report.
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

    // Returns whether an item looks as if quotes or parentheses were misplaced.
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
