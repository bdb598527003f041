namespace ImapAsync.Tests;

public sealed class KnownUidsTests
{
    private readonly KnownUids _known = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Numbers_move_as_in_a_list(int seed)
    {
        Random random = new(seed);
        List<uint> uids = [.. Enumerable.Range(1, 60).Select(i => (uint)((i * 3) - random.Next(3)))];
        Dictionary<uint, uint> learned = [];
        while (uids.Count > 0)
        {
            int index = random.Next(uids.Count);
            if (random.Next(3) > 0)
            {
                _known.Learn((uint)index + 1, uids[index]);
                learned[uids[index]] = uids[index];
                continue;
            }

            Assert.Equal(learned.GetValueOrDefault(uids[index]), _known.Remove((uint)index + 1));
            uids.RemoveAt(index);
        }
    }

    [Fact]
    public void What_contradicts_replaces_what_was_known()
    {
        _known.Learn(1, 11);
        _known.Learn(2, 12);
        _known.Learn(3, 13);
        _known.Learn(2, 20);
        Assert.Equal([20u, 13u, 11u], [_known.Remove(2), _known.Remove(2), _known.Remove(1)]);
    }

    [Fact]
    public void The_highest_numbers_take_no_more_memory_than_others()
    {
        _known.Learn(uint.MaxValue, uint.MaxValue);
        _known.Learn(uint.MaxValue - 1, uint.MaxValue - 1);
        Assert.Equal(0u, _known.Remove(1));
        Assert.Equal(uint.MaxValue, _known.Remove(uint.MaxValue - 1));
        Assert.Equal(uint.MaxValue - 1, _known.Remove(uint.MaxValue - 2));
    }

    [Fact]
    public void What_has_a_great_many_gaps_is_not_kept()
    {
        for (uint i = 1; i < 100_000; i++)
            _known.Learn(i, i * 2);
        Assert.Equal(0u, _known.Remove(1));
    }
}
