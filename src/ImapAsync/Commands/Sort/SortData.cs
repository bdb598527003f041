namespace ImapAsync;

/// <summary>
/// What the answers to one SORT have told so far. The order of the numbers is kept, so ranges have to be written out.
/// </summary>
/// <param name="isListed">
/// Whether <see cref="Numbers"/> hold everything that is found, even when no answer comes.
/// </param>
internal sealed class SortData(bool isListed)
{
    // A range of twenty octets can name four thousand million messages: a mailbox that large is not believed.
    private const int MaxMessages = 1 << 22;

    private uint[] _numbers = [];
    private int _count;

    public ReadOnlyMemory<uint> Numbers => _numbers.AsMemory(0, _count);

    public bool IsListed { get; private set; } = isListed;

    public uint First { get; private set; }

    public uint Last { get; private set; }

    public long? Total { get; private set; }

    public ModSequence? ModSeq { get; set; }

    public PartialRange? Partial { get; private set; }

    public IReadOnlyDictionary<string, ImapValue> Others { get; private set; } = MailboxInfoDetails.NoExtendedData;

    /// <summary>Adds a number; 0 is no message.</summary>
    public void Append(uint number)
    {
        if (number == 0)
            return;
        if (_count == _numbers.Length)
            Array.Resize(ref _numbers, Math.Max(16, _count * 2));
        _numbers[_count++] = number;
    }

    /// <summary>A list without RETURN has come: whatever was asked for, this is all.</summary>
    public void SetListed() => IsListed = true;

    public void Add(in ESearchResponse response)
    {
        IsListed |= !response.All.IsEmpty;
        First = response.Min ?? First;
        Last = response.Max ?? Last;
        Total = response.Count ?? Total;
        ModSeq = response.ModSeq ?? ModSeq;
        Partial = response.Partial ?? Partial;
        Others = response.OthersWith(Others);
        Append(response.All);
        Append(response.PartialSet);
    }

    // RFC 5267 §3.2: ranges ascend, whichever way round they are written.
    private void Append(ReadOnlySpan<byte> set)
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
}
