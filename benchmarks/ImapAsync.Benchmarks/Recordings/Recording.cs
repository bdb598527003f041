using System.Buffers;

namespace ImapAsync.Benchmarks;

/// <summary>The recorded answers to FETCH, one per message, back to back.</summary>
internal class Recording(ReadOnlyMemory<byte> octets, int[] ends)
{
    public int Count => ends.Length;

    public double OctetsAMessage => (double)octets.Length / ends.Length;

    /// <summary>The answers for some messages, the first being 1.</summary>
    public virtual IEnumerable<ReadOnlyMemory<byte>> Answers(long first, long last)
    {
        int from = first <= 1 ? 0 : ends[first - 2];
        int to = ends[Math.Min(last, ends.Length) - 1];
        yield return octets[from..to];
    }

    /// <param name="count">How many messages there are.</param>
    /// <param name="write">Writes the answer for one of them, counted from 1.</param>
    public static Recording Make(int count, Action<IBufferWriter<byte>, int> write)
    {
        ArrayBufferWriter<byte> output = new(1 << 20);
        int[] ends = new int[count];
        for (int i = 0; i < count; i++)
        {
            write(output, i + 1);
            ends[i] = output.WrittenCount;
        }

        return new Recording(output.WrittenMemory, ends);
    }
}
