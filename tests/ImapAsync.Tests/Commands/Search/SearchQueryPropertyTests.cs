namespace ImapAsync.Tests;

/// <summary>Random queries against a strict reader of the grammar, compared by what they find: a query means the same for every choice of what its keys match.</summary>
public sealed class SearchQueryPropertyTests
{
    private const int Leaves = 6;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 300)];

    // Each leaf matches in half of 64 worlds; a query is then a number of 64 bits.
    private static ulong[] Worlds { get; } = [0xAAAAAAAAAAAAAAAA, 0xCCCCCCCCCCCCCCCC, 0xF0F0F0F0F0F0F0F0, 0xFF00FF00FF00FF00, 0xFFFF0000FFFF0000, 0xFFFFFFFF00000000];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_printed_query_finds_what_was_meant(int seed)
    {
        Random random = new(seed);
        (SearchQuery query, ulong meaning) = Make(random, depth: random.Next(1, 9));
        string printed = query.ToString();

        Reader reader = new(printed);
        Assert.Equal(meaning, reader.ReadAll());
        Assert.True(reader.Depth <= 40, printed);
    }

    private static (SearchQuery Query, ulong Meaning) Make(Random random, int depth)
    {
        if (depth == 0 || random.Next(8) == 0)
            return MakeLeaf(random);
        if (random.Next(4) == 0)
        {
            (SearchQuery inner, ulong meaning) = Make(random, depth - 1);
            return (!inner, ~meaning);
        }

        bool isAnd = random.Next(2) == 0;
        (SearchQuery left, ulong leftMeaning) = Make(random, depth - 1);
        (SearchQuery right, ulong rightMeaning) = Make(random, depth - 1);
        return isAnd ? (left & right, leftMeaning & rightMeaning) : (left | right, leftMeaning | rightMeaning);
    }

    private static (SearchQuery Query, ulong Meaning) MakeLeaf(Random random)
    {
        int leaf = random.Next(Leaves + 1);
        return leaf switch
        {
            0 => (SearchQuery.Seen, Worlds[0]),
            1 => (SearchQuery.Unflagged, Worlds[1]),
            2 => (SearchQuery.Keyword("k2"), Worlds[2]),
            3 => (SearchQuery.Raw("X-RAW 3"), Worlds[3]),
            Leaves => (SearchQuery.All, ulong.MaxValue),
            _ => (SearchQuery.Subject($"l{leaf} (x) \"OR\""), Worlds[leaf]),
        };
    }

    /// <summary>search-key = "ALL" / "SEEN" / … / "NOT" SP search-key / "OR" SP search-key SP search-key / "(" search-key *(SP search-key) ")".</summary>
    private sealed class Reader(string text)
    {
        private int _position;
        private int _depth;

        public int Depth { get; private set; }

        public ulong ReadAll()
        {
            ulong meaning = ReadKeys(out _);
            Assert.Equal(text.Length, _position);
            return meaning;
        }

        private ulong ReadKeys(out int count)
        {
            ulong meaning = ReadKey();
            count = 1;
            while (TryTake(" "))
            {
                meaning &= ReadKey();
                count++;
            }

            return meaning;
        }

        private ulong ReadKey()
        {
            Depth = Math.Max(Depth, ++_depth);
            ulong meaning = ReadKeyInside();
            _depth--;
            return meaning;
        }

        private ulong ReadKeyInside()
        {
            if (TryTake("("))
            {
                bool isRaw = text.AsSpan(_position).StartsWith("X-RAW");
                ulong all = ReadKeys(out int count);
                Assert.True(TryTake(")"), "a closing parenthesis at " + _position);
                Assert.True(count > 1 || isRaw, "needless parentheses before " + _position);
                return all;
            }

            if (TryTake("NOT "))
                return ~ReadKey();
            if (!TryTake("OR "))
                return ReadLeaf();

            ulong left = ReadKey();
            Assert.True(TryTake(" "), "a second key at " + _position);
            return left | ReadKey();
        }

        private ulong ReadLeaf()
        {
            foreach ((string key, ulong meaning) in (ReadOnlySpan<(string, ulong)>)
                [
                    ("ALL", ulong.MaxValue), ("SEEN", Worlds[0]), ("UNSEEN", ~Worlds[0]), ("UNFLAGGED", Worlds[1]), ("FLAGGED", ~Worlds[1]),
                    ("KEYWORD k2", Worlds[2]), ("UNKEYWORD k2", ~Worlds[2]), ("X-RAW 3", Worlds[3]),
                    ("SUBJECT \"l4 (x) \\\"OR\\\"\"", Worlds[4]), ("SUBJECT \"l5 (x) \\\"OR\\\"\"", Worlds[5]),
                ])
            {
                if (TryTake(key))
                    return meaning;
            }

            throw new InvalidOperationException($"No key at {_position}: {text}");
        }

        private bool TryTake(string token)
        {
            bool found = text.AsSpan(_position).StartsWith(token);
            _position += found ? token.Length : 0;
            return found;
        }
    }
}
