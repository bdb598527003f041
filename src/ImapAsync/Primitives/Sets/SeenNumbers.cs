using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>Numbers seen so far, as ranges: those of messages arrive nearly in order, and without large gaps.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct SeenNumbers
{
    // The only range, until there is a second.
    private uint _first;
    private ulong _count;
    private List<(uint First, uint Last)>? _more;

    public readonly bool Contains(uint number) =>
        _more is not null ? Contains(_more, number) : number >= _first && number - _first < _count;

    public void Add(uint number)
    {
        if (_more is not null)
        {
            Add(_more, number);
        }
        else if (_count == 0)
        {
            (_first, _count) = (number, 1);
        }
        else if (number + 1UL < _first || number > _first + _count)
        {
            Add(_more = [(_first, (uint)(_first + _count - 1))], number);
        }
        else
        {
            (_first, _count) = number < _first
                ? (number, _count + 1)
                : (_first, Math.Max(_count, number - _first + 1UL));
        }
    }

    private static bool Contains(List<(uint First, uint Last)> ranges, uint number)
    {
        int index = IndexOfRangeBehind(ranges, number) - 1;
        return index >= 0 && number <= ranges[index].Last;
    }

    private static void Add(List<(uint First, uint Last)> ranges, uint number)
    {
        int behind = IndexOfRangeBehind(ranges, number);
        bool joinsBefore = behind > 0 && number - 1 <= ranges[behind - 1].Last;
        bool joinsBehind = behind < ranges.Count && number + 1 == ranges[behind].First;
        if (joinsBefore && joinsBehind)
        {
            ranges[behind - 1] = (ranges[behind - 1].First, ranges[behind].Last);
            ranges.RemoveAt(behind);
        }
        else if (joinsBefore)
        {
            ranges[behind - 1] = (ranges[behind - 1].First, Math.Max(number, ranges[behind - 1].Last));
        }
        else if (joinsBehind)
        {
            ranges[behind] = (number, ranges[behind].Last);
        }
        else
        {
            ranges.Insert(behind, (number, number));
        }
    }

    // The first range that begins after the number: usually none.
    private static int IndexOfRangeBehind(List<(uint First, uint Last)> ranges, uint number)
    {
        int low = 0;
        int high = ranges.Count;
        if (high == 0 || ranges[high - 1].First <= number)
            return high;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (ranges[middle].First <= number)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
