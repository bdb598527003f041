namespace ImapAsync;

/// <summary>Numbers that have come by, as ranges: those of messages come nearly in order, and without large gaps.</summary>
internal sealed class SeenNumbers
{
    private readonly List<(uint First, uint Last)> _ranges = [];

    public bool Contains(uint number)
    {
        int index = IndexOfRangeBehind(number) - 1;
        return index >= 0 && number <= _ranges[index].Last;
    }

    public void Add(uint number)
    {
        int behind = IndexOfRangeBehind(number);
        bool joinsBefore = behind > 0 && number - 1 <= _ranges[behind - 1].Last;
        bool joinsBehind = behind < _ranges.Count && number + 1 == _ranges[behind].First;
        if (joinsBefore && joinsBehind)
        {
            _ranges[behind - 1] = (_ranges[behind - 1].First, _ranges[behind].Last);
            _ranges.RemoveAt(behind);
        }
        else if (joinsBefore)
        {
            _ranges[behind - 1] = (_ranges[behind - 1].First, Math.Max(number, _ranges[behind - 1].Last));
        }
        else if (joinsBehind)
        {
            _ranges[behind] = (number, _ranges[behind].Last);
        }
        else
        {
            _ranges.Insert(behind, (number, number));
        }
    }

    // The first range that begins behind the number: usually none.
    private int IndexOfRangeBehind(uint number)
    {
        int low = 0;
        int high = _ranges.Count;
        if (high == 0 || _ranges[high - 1].First <= number)
            return high;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_ranges[middle].First <= number)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
