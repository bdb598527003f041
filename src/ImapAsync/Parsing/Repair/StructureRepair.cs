namespace ImapAsync;

/// <summary>
/// Finds the ends of the strings in one value whose quotes are not escaped: each ends at the first quote after which
/// the rest still has the value's structure. It backtracks if it does not. The work is bounded; if that is not enough,
/// nothing is found.
/// </summary>
internal ref struct StructureRepair(ReadOnlySpan<byte> octets, List<RepairEdit> edits, RepairWork work)
{
    private readonly ReadOnlySpan<byte> _octets = octets;
    private readonly List<RepairEdit> _edits = edits;
    private readonly List<StringPlace> _strings = [];
    private readonly Stack<Choice> _choices = [];
    private StringEnds _ends;

    /// <summary>Whether something that may follow a string or a literal is glued to one.</summary>
    public bool IsGlued { get; private set; }

    /// <summary>
    /// Returns the end of the value, and adds the edits that it needs; -1, and no edits, if that cannot be determined.
    /// </summary>
    public int End(int start, FetchItemKinds kind)
    {
        foreach (RepairWay way in RepairWay.All)
        {
            if (way == RepairWay.AsItStands)
            {
                // It already has all its fields: the glued part is merely not separated.
                if (kind == FetchItemKinds.Envelope && HasTenFields(start))
                    return -1;
                continue;
            }

            int end = End(start, kind, way);
            if (end >= 0)
            {
                return way == RepairWay.Likeliest && IsUncertain(_octets[start..end])
                    ? EndWithoutEscapes(start, kind, end)
                    : Finish(way, end);
            }
        }

        return -1;
    }

    private int End(int start, FetchItemKinds kind, RepairWay way)
    {
        _strings.Clear();
        _choices.Clear();
        _ends = new StringEnds(_octets, way, work);
        if (_octets[start] == '"')
            return EndOfString(start);
        return EndOfList(
            start, new RepairFrame(way.IsAny ? RepairShape.Any : ShapeOf(kind), Outer: null, IsStrict: way.IsStrict));
    }

    // Where a string may end in a backslash that escapes nothing: "C:\dir\".
    private static bool IsUncertain(ReadOnlySpan<byte> value) =>
        value.IndexOf("\\\" "u8) >= 0 || value.IndexOf("\\\")"u8) >= 0;

    // Of both readings, the one with fewer quotes inside strings is meant.
    private int EndWithoutEscapes(int start, FetchItemKinds kind, int end)
    {
        int before = _edits.Count;
        Finish(RepairWay.Likeliest, end);
        int quotes = QuotesSince(before);
        int other = End(start, kind, RepairWay.WithoutEscapes);
        if (other < 0)
            return end;

        int between = _edits.Count;
        Finish(RepairWay.WithoutEscapes, other);
        bool isBetter = QuotesSince(between) < quotes;
        _edits.RemoveRange(isBetter ? before : between, isBetter ? between - before : _edits.Count - between);
        return isBetter ? other : end;
    }

    private readonly int QuotesSince(int edit)
    {
        int quotes = 0;
        for (int i = edit; i < _edits.Count; i++)
            quotes += _edits[i].Quotes;
        return quotes;
    }

    private int Finish(RepairWay way, int end)
    {
        foreach (StringPlace place in _strings)
        {
            IsGlued |= place.Next < _octets.Length && _octets[place.Next] == '(';
            RepairEdit edit = RepairEdit.Quoted(_octets, place, way.HasEscapes);
            if (!edit.Replacement.AsSpan().SequenceEqual(_octets[place.Open..place.Next]))
                _edits.Add(edit);
        }

        return end;
    }

    private static RepairShape ShapeOf(FetchItemKinds kind) => kind switch
    {
        FetchItemKinds.Envelope => RepairShape.Envelope,
        FetchItemKinds.Body or FetchItemKinds.BodyStructure => RepairShape.Body,
        _ => RepairShape.Any,
    };

    private readonly bool HasTenFields(int start)
    {
        int count = 0;
        ListReader fields = new(_octets[start..]);
        while (fields.MoveNext())
            count++;
        int end = start + fields.End + 1;
        work.Spend(end - start);
        return count == 10 && end == ListScanner.End(_octets, start) && RepairBoundary.IsAt(_octets, end, work);
    }

    private int EndOfString(int start)
    {
        int from = start + 1;
        while (_ends.TryFind(from, out int close, out int next, out from))
        {
            if (!RepairBoundary.IsAt(_octets, next, work))
                continue;
            _strings.Add(new StringPlace(start, close, next));
            return next;
        }

        return -1;
    }

    private int EndOfList(int start, RepairFrame frame)
    {
        int position = start + 1;
        RepairFrame? at = frame;
        while (_ends.HasWork)
        {
            at = Step(ref position, at);
            if (at is null && position >= 0)
            {
                if (RepairBoundary.IsAt(_octets, position, work))
                    return position;
                position = -1;
            }

            if (position < 0 && !TryGoBack(ref position, out at))
                return -1;
        }

        return -1;
    }

    // Returns the next state; null if the outermost list was closed or, with a negative position, if nothing fits.
    private RepairFrame? Step(ref int position, RepairFrame? frame)
    {
        _ends.Spend(1);
        position = ValueScanner.SkipSpaces(_octets, position);
        if (position >= _octets.Length)
            return Fail(ref position);
        switch (_octets[position])
        {
            case (byte)'(':
                position++;
                return frame!.Open() ?? Fail(ref position);
            case (byte)')':
                position++;
                // A list is directly followed by another one, or by nothing.
                if (!frame!.MayClose || (position < _octets.Length && _octets[position] == '"'))
                    return Fail(ref position);
                return frame.Outer;
            case (byte)'"':
                return TryEnd(
                    new Choice(position, position + 1, frame!, _strings.Count), ref position, out RepairFrame? next)
                    ? next
                    : Fail(ref position);
            default:
                return StepOverValue(ref position, frame!);
        }
    }

    private RepairFrame? StepOverValue(ref int position, RepairFrame frame)
    {
        int end = ValueScanner.End(_octets, position);
        if (end < 0)
            return Fail(ref position);
        ResponseValue value = new(_octets[position..end]);
        bool isLiteral = value.Octets[0] is (byte)'{' or (byte)'~' && LiteralHeader.TryParse(value.Octets, out _);
        _ends.Spend(1);
        position = end;
        if (value.IsNil)
            return frame.Nil() ?? Fail(ref position);
        IsGlued |= isLiteral && RepairBoundary.IsGlued(_octets[end..]);
        if (isLiteral)
            return frame.Text(value.String.Bytes) ?? Fail(ref position);
        if (value.TryGetCount(out _))
            return frame.Number() ?? Fail(ref position);
        return frame.Shape == RepairShape.Any && !value.Octets.Contains((byte)'"') ? frame : Fail(ref position);
    }

    private bool TryGoBack(ref int position, out RepairFrame? frame)
    {
        while (_choices.TryPop(out Choice choice))
        {
            _strings.RemoveRange(choice.Strings, _strings.Count - choice.Strings);
            if (TryEnd(choice, ref position, out frame))
                return true;
        }

        frame = null;
        return false;
    }

    // Tries the next position where the string may end and its text fits.
    private bool TryEnd(Choice choice, ref int position, out RepairFrame? frame)
    {
        while (_ends.TryFind(choice.From, out int close, out int next, out int resume))
        {
            choice = choice with { From = resume };
            frame = choice.Frame.Text(_octets[(choice.Open + 1)..close]);
            if (frame is null)
                continue;
            _choices.Push(choice);
            _strings.Add(new StringPlace(choice.Open, close, next));
            position = next;
            return true;
        }

        frame = null;
        return false;
    }

    private static RepairFrame? Fail(ref int position)
    {
        position = -1;
        return null;
    }

    private readonly record struct Choice(int Open, int From, RepairFrame Frame, int Strings);
}
