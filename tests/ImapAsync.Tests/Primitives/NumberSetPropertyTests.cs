namespace ImapAsync.Tests;

/// <summary>Sets against the plainest possible model: a sorted set of numbers, in a universe small enough that ranges touch and overlap.</summary>
public sealed class NumberSetPropertyTests
{
    private const uint Universe = 40;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 300)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Algebra_agrees_with_the_model(int seed)
    {
        Random random = new(seed);
        (UidSet? left, SortedSet<uint>? leftModel) = Make(random);
        (UidSet? right, SortedSet<uint>? rightModel) = Make(random);

        Same(leftModel.Union(rightModel), left | right);
        Same(leftModel.Intersect(rightModel), left & right);
        Same(leftModel.Except(rightModel), left - right);
        Same(rightModel.Except(leftModel), right - left);
        Assert.Equal(left | right, right | left);
        Assert.Equal(left, (left - right) | (left & right));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Resolving_a_star_commutes_with_union(int seed)
    {
        Random random = new(seed);
        (UidSet? left, SortedSet<uint> _) = Make(random);
        (UidSet? right, SortedSet<uint> _) = Make(random);
        left |= RandomEnd(random);
        right |= RandomEnd(random);

        for (uint last = 1; last <= Universe + 1; last++)
        {
            UidSet all = UidSet.Range(new(1), new(last));
            UidSet separately = (left.Resolve(new Uid(last)) | right.Resolve(new Uid(last))) & all;
            Assert.Equal(separately, (left | right).Resolve(new Uid(last)) & all);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_printed_parses_to_the_same_value(int seed)
    {
        Random random = new(seed);
        (UidSet? set, SortedSet<uint> _) = Make(random);
        set |= RandomEnd(random);
        if (set.IsEmpty)
            return;

        Assert.Equal(set, UidSet.Parse(set.ToString()));
        Assert.Equal(set.ToString(), UidSet.Parse(set.ToString()).ToString());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Pieces_of_a_split_fit_and_join_to_the_whole(int seed)
    {
        Random random = new(seed);
        NumberSetBuilder builder = new();
        for (int i = random.Next(0, 200); i > 0; i--)
        {
            uint from = (uint)random.NextInt64(1, uint.MaxValue);
            builder.AddRange(from, from + (uint)random.Next(0, 3));
        }

        UidSet set = builder.Build<UidSet>() | RandomEnd(random);
        int maxOctets = random.Next(21, 200);
        IReadOnlyList<UidSet> pieces = set.Split(maxOctets);

        Assert.All(pieces, piece => Assert.InRange(piece.ToString().Length, 1, maxOctets));
        Assert.Equal(set.ToString(), string.Join(',', pieces));
        Assert.Equal(set, pieces.Aggregate(UidSet.Empty, (a, b) => a | b));
    }

    private static (UidSet Set, SortedSet<uint> Model) Make(Random random)
    {
        SortedSet<uint> model = new();
        NumberSetBuilder builder = new();
        for (int i = random.Next(0, 12); i > 0; i--)
        {
            (uint from, uint to) = ((uint)random.Next(1, (int)Universe + 1), 0u);
            to = random.Next(3) == 0 ? (uint)random.Next(1, (int)Universe + 1) : from;
            builder.AddRange(from, to);
            for (uint n = Math.Min(from, to); n <= Math.Max(from, to); n++)
                model.Add(n);
        }

        UidSet set = builder.Build<UidSet>();
        Same(model, set);
        return (set, model);
    }

    private static UidSet RandomEnd(Random random) => random.Next(3) switch
    {
        0 => UidSet.Empty,
        1 => UidSet.Last,
        _ => UidSet.From(new((uint)random.Next(1, (int)Universe + 1))),
    };

    private static void Same(IEnumerable<uint> expected, UidSet actual)
    {
        uint[] numbers = expected.Order().ToArray();
        Assert.Equal(numbers, actual.Select(uid => uid.Value));
        Assert.Equal(numbers.Length, actual.Count);
        for (uint n = 0; n <= Universe + 1; n++)
            Assert.Equal(numbers.Contains(n), n > 0 && actual.Contains(new(n)));
        ReadOnlySpan<NumberRange<Uid>> ranges = actual.Ranges;
        for (int i = 1; i < ranges.Length; i++)
            Assert.True(ranges[i].First.Value > ranges[i - 1].Last.Value + 1);
    }
}
