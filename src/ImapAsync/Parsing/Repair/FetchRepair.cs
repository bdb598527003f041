namespace ImapAsync;

/// <summary>
/// Reads a FETCH response with unescaped quotes or unclosed parentheses from the known structure of its items: a string
/// ends where the rest still makes an envelope, a structure, or an item. The result is the response that the server
/// should have sent. Used only for responses that show damage.
/// </summary>
/// <param name="octets">The octets of the response.</param>
/// <param name="isBehindLiteral">Whether a literal precedes them.</param>
/// <param name="isOpen">Whether the parenthesis around the items is not closed.</param>
internal ref struct FetchRepair(ReadOnlySpan<byte> octets, bool isBehindLiteral, bool isOpen)
{
    private readonly ReadOnlySpan<byte> _octets = octets;
    private readonly List<RepairEdit> _edits = [];
    private readonly RepairWork _work = new(octets.Length);

    /// <summary>What was damaged, with its octets as sent; null if nothing was.</summary>
    public List<MalformedResponse>? Damage { get; private set; }

    /// <summary>Goes through the items; returns the repaired octets, or null if they stay as they are.</summary>
    public byte[]? Run(int start)
    {
        FetchItemReader item = new(_octets, start);
        bool isGlued = isBehindLiteral && RepairBoundary.IsGlued(_octets);
        while (item.MoveNext())
        {
            _work.Spend(item.End - item.ValueStart);
            if (_work.Left == 0)
            {
                Note(item, _octets.Length, "less damage in one response");
                break;
            }

            bool isLiteral = item.Value.Octets is [(byte)'{' or (byte)'~', ..];
            int end = Repair(item, isLiteral, isGlued);
            isGlued = isLiteral && end < _octets.Length && RepairBoundary.IsGlued(_octets[end..]);
            item = new FetchItemReader(_octets, end);
        }

        return _edits.Count == 0 ? null : RepairEdit.Apply(_octets, _edits);
    }

    private int Repair(in FetchItemReader item, bool isLiteral, bool isDebris)
    {
        // A literal that is longer than its text has swallowed the beginning of what follows.
        if (isDebris && item.Kind == FetchItemKinds.Other)
            return RepairDebris(item);
        if (isDebris)
            Note(item, item.End, "a space after a literal");
        if (isLiteral || item.Value.IsMissing || item.Value.Octets[0] is not ((byte)'(' or (byte)'"'))
            return item.End;
        if (item.Kind == FetchItemKinds.Flags)
            return RepairFlags(item);

        int before = _edits.Count;
        StructureRepair repair = new(_octets, _edits, _work);
        int end = repair.End(item.ValueStart, item.Kind);
        bool isGlued = end < 0 ? item.IsGlued : repair.IsGlued;
        if (end < 0)
            end = item.End;
        if (_edits.Count > before || isGlued)
            Note(item, end, "strings whose quotes are escaped");
        return end;
    }

    // Since a known item follows, the rest of the text is not an item with that as its value.
    private int RepairDebris(in FetchItemReader item)
    {
        int end = item.Start + item.Name.Octets.Length;
        int next = ValueScanner.SkipSpaces(_octets, end);
        bool isKnown = next > end && next < _octets.Length
            && new FetchItemName(_octets[next..]).Kind != FetchItemKinds.Other;
        if (isKnown)
            _edits.Add(new RepairEdit(item.Start, end, []));
        else
            end = item.End;
        Note(item, end, "a space or a known item after a literal");
        return end;
    }

    private int RepairFlags(in FetchItemReader item)
    {
        int end = FlagListRepair.End(_octets, item.ValueStart, item.End, _work);
        if (isOpen || item.IsCutOff || _octets[(item.ValueStart + 1)..end].Contains((byte)'('))
        {
            if (FlagListRepair.TryFindItems(_octets[..end], item.ValueStart, out int items))
                return RepairOpenFlags(item, items);
            if (isOpen && items > 0)
                Note(item, item.End, "a list of flags that is closed");
        }

        if (end == item.End && !item.IsCutOff)
            return end;
        Note(item, end, "a list of flags");
        _edits.Add(new RepairEdit(item.ValueStart, end, FlagListRepair.Readable(_octets[item.ValueStart..end])));
        return end;
    }

    // It should have been closed before the items.
    private int RepairOpenFlags(in FetchItemReader item, int items)
    {
        Note(item, item.End, "a list of flags that is closed");
        byte[] readable = FlagListRepair.Readable([.. _octets[item.ValueStart..items].TrimEnd((byte)' '), (byte)')']);
        _edits.Add(new RepairEdit(item.ValueStart, items, [.. readable, (byte)' ']));
        return items;
    }

    private void Note(in FetchItemReader item, int end, string expected)
    {
        byte[] raw = _octets[item.Start..end].ToArray();
        string reason = ProtocolErrors.Unreadable(expected, raw).Message;
        (Damage ??= []).Add(new MalformedResponse(WireText.Decode(item.Name.Octets), raw, reason));
    }
}
