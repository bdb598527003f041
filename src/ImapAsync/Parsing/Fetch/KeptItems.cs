using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>
/// The ranges of a response that a message keeps: the items that are read on demand. Adjacent items form one range, so
/// there are few.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct KeptItems
{
    private const int Capacity = 8;

    private Stretches _stretches;
    private int _count;

    public readonly bool IsEmpty => _count == 0;

    public void Add(int start, int end)
    {
        // If there are more, the last range includes everything in between: keeping an unneeded item does no harm.
        if (_count > 0 && (_stretches[_count - 1].End + 1 >= start || _count == Capacity))
            _stretches[_count - 1].End = end;
        else
            _stretches[_count++] = new Stretch { Start = start, End = end };
    }

    /// <summary>
    /// Copies the ranges, with a parenthesis between each two, which cannot be mistaken for the value of an item
    /// without one; returns null if there is nothing to keep.
    /// </summary>
    public readonly byte[]? Copy(ReadOnlySpan<byte> octets)
    {
        if (_count == 0)
            return null;

        int length = _count - 1;
        for (int i = 0; i < _count; i++)
            length += _stretches[i].End - _stretches[i].Start;

        byte[] copy = GC.AllocateUninitializedArray<byte>(length);
        int at = 0;
        for (int i = 0; i < _count; i++)
        {
            if (i > 0)
                copy[at++] = (byte)')';
            ReadOnlySpan<byte> stretch = octets[_stretches[i].Start.._stretches[i].End];
            stretch.CopyTo(copy.AsSpan(at));
            at += stretch.Length;
        }

        return copy;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Stretch
    {
        public int Start;
        public int End;
    }

    [InlineArray(Capacity)]
    private struct Stretches
    {
        private Stretch _first;
    }
}
