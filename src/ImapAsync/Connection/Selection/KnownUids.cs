using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>
/// The known UIDs of message numbers, as far as both were reported together. Messages that are consecutive in both form
/// one entry: a fetched mailbox takes as many entries as it has gaps.
/// </summary>
internal sealed class KnownUids
{
    // A mailbox in which each message is a separate entry would make each EXPUNGE slow.
    private const int MostRuns = 1 << 14;

    private readonly List<Run> _runs = [];

    /// <summary>A response has identified a message by both.</summary>
    public void Learn(uint number, uint uid)
    {
        int index = Find(number);
        if (index >= 0 && _runs[index].UidOf(number) == uid)
            return;
        if (index >= 0)
            Forget(index, number);
        // The first after it.
        index = ~Find(number);
        bool goesOn = index > 0 && _runs[index - 1].IsFollowedBy(number, uid);
        if (goesOn)
            _runs[index - 1] = _runs[index - 1] with { Count = _runs[index - 1].Count + 1 };
        else
            _runs.Insert(index++, new Run(number, uid, 1));
        if (index < _runs.Count && _runs[index - 1].IsFollowedBy(_runs[index].Number, _runs[index].Uid))
        {
            _runs[index - 1] = _runs[index - 1] with { Count = _runs[index - 1].Count + _runs[index].Count };
            _runs.RemoveAt(index);
        }

        if (_runs.Count > MostRuns)
        {
            _runs.Clear();
            _runs.TrimExcess();
        }
    }

    /// <summary>
    /// A message was expunged, and those after it have moved up. Returns its UID; 0 if it is not known.
    /// </summary>
    public uint Remove(uint number)
    {
        int index = Find(number);
        uint uid = index < 0 ? 0 : _runs[index].UidOf(number);
        if (index >= 0)
            Forget(index, number);
        Span<Run> runs = CollectionsMarshal.AsSpan(_runs);
        for (int i = ~Find(number); i < runs.Length; i++)
            runs[i] = runs[i] with { Number = runs[i].Number - 1 };
        return uid;
    }

    // The entry that contains the number; otherwise the complement of where one would be inserted.
    private int Find(uint number)
    {
        int low = 0;
        int high = _runs.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (_runs[middle].Contains(number))
                return middle;
            if (_runs[middle].Number > number)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return ~low;
    }

    // What precedes and follows it in its entry stays.
    private void Forget(int index, uint number)
    {
        (uint first, uint uid, uint count) = _runs[index];
        uint before = number - first;
        _runs.RemoveAt(index);
        if (before + 1 < count)
            _runs.Insert(index, new Run(number + 1, uid + before + 1, count - before - 1));
        if (before > 0)
            _runs.Insert(index, new Run(first, uid, before));
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Run(uint Number, uint Uid, uint Count)
    {
        public bool Contains(uint number) => number >= Number && number - Number < Count;

        public uint UidOf(uint number) => Uid + (number - Number);

        public bool IsFollowedBy(uint number, uint uid) => number - Number == Count && uid - Uid == Count;
    }
}
