using System.Buffers;

namespace ImapAsync.Tests;

public sealed class NumberSetAllocationTests
{
    [Fact]
    public void A_million_consecutive_hits_become_one_range()
    {
        UidSet set = UidSet.Empty;
        long allocated = Allocated.By(() => set = Build(1_000_000, step: 1));

        Assert.Equal("1:1000000", set.ToString());
        Assert.InRange(allocated, 1, 200);
    }

    [Fact]
    public void Scattered_hits_cost_their_ranges_and_no_more()
    {
        UidSet set = UidSet.Empty;
        long allocated = Allocated.By(() => set = Build(100_000, step: 2));

        Assert.Equal(100_000, set.Count);
        // Eight octets per range, plus what the pool does not keep.
        Assert.InRange(allocated, 800_000, 1_000_000);
    }

    [Fact]
    public void Descending_hits_merge_as_they_arrive()
    {
        NumberSetBuilder builder = new();
        for (uint n = 1000; n > 0; n--)
            builder.Add(n);
        Assert.Equal("1:1000", builder.Build<SequenceSet>().ToString());
    }

    [Fact]
    public void Zero_is_left_out()
    {
        NumberSetBuilder builder = new();
        builder.Add(0);
        builder.AddRange(0, 2);
        builder.Add(0);
        Assert.Equal("1:2", builder.Build<UidSet>().ToString());
        Assert.Same(UidSet.Empty, builder.Build<UidSet>());
    }

    [Fact]
    public void Writing_enumeration_and_lookup_allocate_nothing()
    {
        UidSet set = Build(1000, step: 3) | UidSet.From(new(5000));
        UidSet numbers = Build(1000, step: 3);
        ArrayBufferWriter<byte> output = new(64 << 10);
        long Work()
        {
            output.ResetWrittenCount();
            set.WriteTo(output);
            long sum = output.WrittenCount + numbers.Count;
            foreach (Uid uid in numbers)
                sum += set.Contains(uid) ? uid.Value : 0;
            foreach ((Uid first, Uid last) in numbers.Ranges)
                sum += last.Value - first.Value;
            return sum;
        }

        Assert.Equal(0, Allocated.By(() => Work()));
    }

    private static UidSet Build(int count, uint step)
    {
        NumberSetBuilder builder = new();
        for (uint i = 0; i < count; i++)
            builder.Add(1 + (i * step));
        return builder.Build<UidSet>();
    }
}
