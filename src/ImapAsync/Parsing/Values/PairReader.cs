using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Walks a list of names and values, <c>(name value name value)</c>, without looking into the values: a fault in one
/// pair does not affect the next.
/// </summary>
internal ref struct PairReader
{
    private readonly bool _isList;
    private ListReader _elements;
    private ListReader _behindName;

    /// <param name="list">The octets from the opening parenthesis on; if empty, there are no pairs.</param>
    public PairReader(ReadOnlySpan<byte> list)
    {
        _isList = !list.IsEmpty;
        _elements = new(list);
    }

    private PairReader(ListReader bare) => _elements = bare;

    /// <summary>
    /// Walks the list that comes next, or the rest if a server omits the parentheses. NIL is an empty list.
    /// </summary>
    public static PairReader At(ImapTokenReader reader)
    {
        ReadOnlySpan<byte> list = reader.ListOctets;
        return !list.IsEmpty || reader.TryReadNil() ? new(list) : new(ListReader.Bare(reader.Remaining));
    }

    /// <summary>The pair's name; never a list.</summary>
    public ResponseValue Name { get; private set; }

    /// <summary>The pair's value; missing if the list ends too early.</summary>
    public ResponseValue Value { get; private set; }

    /// <summary>Moves to the next pair. Anything that cannot be one is noted and skipped.</summary>
    public bool MoveNext(ref Damage damage)
    {
        while (_elements.MoveNext())
        {
            Name = _elements.Current;
            if (Name.IsList)
            {
                damage.Note("a name", Name.Octets);
                continue;
            }

            _behindName = _elements;
            Value = _elements.Next();
            if (!_elements.IsCutOff)
                return true;
        }

        damage.NoteEnd(_elements, _isList);
        return false;
    }

    /// <summary>Treats the value as the name of the next pair, because this one's value is missing.</summary>
    public void ReturnValue()
    {
        _elements = _behindName;
        Value = default;
    }
}
