using System.Buffers;
using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>
/// Collects numbers, in any order, into merged ascending ranges. Consecutive numbers cost no memory; the scratch memory
/// is pooled.
/// </summary>
internal struct NumberSetBuilder
{
    private NumberRange<uint>[]? _ranges;
    private int _count;
    private bool _unsorted;
    private uint _first;
    private uint _last;
    private uint _openFrom;
    private bool _star;

    /// <summary>Adds a number. 0 is not a message, though some servers send it: it is ignored.</summary>
    public void Add(uint number) => AddRange(number, number);

    /// <summary>
    /// Adds all numbers between two, in either order. A range that begins at 0 (not a message) begins at 1.
    /// </summary>
    public void AddRange(uint from, uint to)
    {
        if (from > to)
            (from, to) = (to, from);
        if (to == 0)
            return;
        if (from == 0)
            from = 1;
        if (_first != 0)
        {
            if (from - 1 <= _last && _first - 1 <= to)
            {
                if (from < _first)
                    _first = from;
                if (to > _last)
                    _last = to;
                return;
            }

            Push();
        }

        (_first, _last) = (from, to);
    }

    /// <summary>Adds the explicit numbers of a set.</summary>
    public void Add(in NumberSet numbers)
    {
        foreach ((uint first, uint last) in numbers.Ranges)
            AddRange(first, last);
    }

    /// <summary>Adds <c>*</c>.</summary>
    public void AddStar() => _star = true;

    /// <summary>Adds <c>n:*</c>.</summary>
    public void AddFrom(uint from)
    {
        _star = true;
        if (_openFrom == 0 || from < _openFrom)
            _openFrom = from;
    }

    /// <summary>Creates the set and resets the builder.</summary>
    public NumberSet Build()
    {
        if (_first != 0)
            Push();
        if (_unsorted)
            SortAndMerge();
        JoinOpenRange();
        NumberRange<uint>[] ranges = _count == 0 ? [] : _ranges.AsSpan(0, _count).ToArray();
        NumberSet set = new(ranges, _openFrom != 0 ? SetEnd.From : _star ? SetEnd.Star : SetEnd.None, _openFrom);
        if (_ranges is not null)
            ArrayPool<NumberRange<uint>>.Shared.Return(_ranges);
        this = default;
        return set;
    }

    /// <summary>Creates a set of UIDs or of sequence numbers and resets the builder.</summary>
    public TSet Build<TSet>()
        where TSet : IMessageSet<TSet> => TSet.Wrap(Build());

    private void Push()
    {
        if (_ranges is null)
            _ranges = ArrayPool<NumberRange<uint>>.Shared.Rent(16);
        else if (_count == _ranges.Length)
            Grow();
        if (_count > 0 && _first - 1 <= _ranges[_count - 1].Last)
            _unsorted = true;
        _ranges[_count++] = new(_first, _last);
        _first = 0;
    }

    private void Grow()
    {
        NumberRange<uint>[] larger = ArrayPool<NumberRange<uint>>.Shared.Rent(_count * 2);
        _ranges.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<NumberRange<uint>>.Shared.Return(_ranges!);
        _ranges = larger;
    }

    private void SortAndMerge()
    {
        Span<NumberRange<uint>> ranges = _ranges.AsSpan(0, _count);
        Sort(ranges);
        int kept = 0;
        foreach (NumberRange<uint> range in ranges[1..])
        {
            ref NumberRange<uint> current = ref ranges[kept];
            if (range.First - 1 > current.Last)
                ranges[++kept] = range;
            else if (range.Last > current.Last)
                current = current with { Last = range.Last };
        }

        _count = kept + 1;
    }

    // As plain numbers, with the first of the range in the high bits: several times faster than with a comparer.
    private static void Sort(Span<NumberRange<uint>> ranges)
    {
        Span<ulong> keys = MemoryMarshal.Cast<NumberRange<uint>, ulong>(ranges);
        for (int i = 0; i < ranges.Length; i++)
            keys[i] = (ulong)ranges[i].First << 32 | ranges[i].Last;
        keys.Sort();
        for (int i = 0; i < ranges.Length; i++)
            ranges[i] = new((uint)(keys[i] >> 32), (uint)keys[i]);
    }

    // 1:4,5:* is 1:*: whatever the last message is, both name the same messages.
    private void JoinOpenRange()
    {
        if (_openFrom == 0)
            return;
        for (; _count > 0 && _ranges![_count - 1].Last >= _openFrom - 1; _count--)
            _openFrom = Math.Min(_openFrom, _ranges[_count - 1].First);
    }
}
