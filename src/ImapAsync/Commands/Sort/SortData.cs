namespace ImapAsync;

/// <summary>
/// The content of the answers to one SORT so far. The order of the numbers is kept, so ranges have to be expanded.
/// </summary>
internal sealed class SortData(bool isListed) : FoundData(isListed)
{
    // A range of twenty octets can name four thousand million messages: a mailbox that large is not credible.
    private const int MaxMessages = 1 << 22;

    private uint[] _numbers = [];
    private int _count;

    public ReadOnlyMemory<uint> Numbers => _numbers.AsMemory(0, _count);

    public override void AddNumbers(ReadOnlySpan<byte> list, ref int position)
    {
        while (NumberList.TryRead(list, ref position, out uint number))
            Append(number);
    }

    public override void AddList(ResponseValue list, ref Damage damage)
    {
        ListReader elements = list.Elements;
        while (elements.MoveNext())
        {
            if (elements.Current.TryGetNumber(out long number) && number <= uint.MaxValue)
                Append((uint)number);
            else
                damage.Note("a message number", elements.Current.Octets);
        }
    }

    // In a sorted list the order of a set is unknown.
    public override bool TryAddSet(ReadOnlySpan<byte> set) => false;

    // RFC 5267 §3.2: ranges ascend, in whichever direction they are written.
    protected override void AddSet(ReadOnlySpan<byte> set)
    {
        NumberRangeReader reader = new(set);
        if (set.IsEmpty)
            return;

        while (SequenceRanges.TryRead(ref reader, set, out NumberRange<uint> range))
        {
            long size = (long)range.Last - range.First + 1;
            if (size > MaxMessages - _count)
                throw ProtocolErrors.Expected($"a sorted list of no more than {MaxMessages} messages", set, 0);
            for (uint i = 0; i < size; i++)
                Append(range.First + i);
        }
    }

    // 0 is not a message.
    private void Append(uint number)
    {
        if (number == 0)
            return;
        if (_count == _numbers.Length)
            Array.Resize(ref _numbers, Math.Max(16, _count * 2));
        _numbers[_count++] = number;
    }
}
