namespace ImapAsync;

/// <summary>Walks a list of names and values, <c>(name value name value)</c>, without looking into the values: what is wrong in one pair does not reach the next.</summary>
internal ref struct PairReader(ReadOnlySpan<byte> list)
{
    private readonly bool _isList = !list.IsEmpty;
    private ListReader _elements = new(list);
    private ListReader _behindName;

    /// <summary>The pair's name: never a list.</summary>
    public ResponseValue Name { get; private set; }

    /// <summary>The pair's value; missing where the list ends too early.</summary>
    public ResponseValue Value { get; private set; }

    /// <summary>Goes on to the next pair. What cannot be one is noted and passed over.</summary>
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

        if (_isList)
            damage.NoteEnd(_elements, inList: true);
        return false;
    }

    /// <summary>The value is the next pair's name: this one's is missing.</summary>
    public void ReturnValue()
    {
        _elements = _behindName;
        Value = default;
    }
}
