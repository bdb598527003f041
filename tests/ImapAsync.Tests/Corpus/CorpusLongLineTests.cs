using System.Text;

namespace ImapAsync.Tests;

/// <summary>SEARCH and SORT with so many numbers that they are read in parts: wherever the parts end, the values are those of the line read as a whole.</summary>
public sealed class CorpusLongLineTests
{
    private static readonly string Numbers = string.Concat(Enumerable.Range(0, 5_000).Select(static i => $" {100_000 + (i * 3)}"));

    // What is damaged or strange, at the end of a long line.
    private static readonly string[] Tails =
        [" x 7", " 1;2 7 8", " 99999999999 7 8", "\t5\t6 7", " 7:9 8 (MODSEQ 12)", " {3}\r\n1 2 9", " 9 {2}\r\n\r\n {1}\r\n( 3", " \"4\" (a b", " 4294967295 0 5", " 99999999999999999999999999999999 3", "5 6"];

    public static TheoryData<string> Files => ["search", "sort", "tails"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Cut_at_every_offset_after_the_first_numbers(string file)
    {
        await using CorpusClient client = await CorpusClient.OpenAsync();
        foreach (CorpusCase @case in LongCases(file))
        {
            string whole = WithoutRaw(await client.RunAsync(@case, static octets => [octets]));
            int length = @case.Octets("A1000").Length;
            for (int offset = Numbers.Length; offset < length; offset++)
                Assert.Equal((@case.Id, offset, whole), (@case.Id, offset, WithoutRaw(await client.RunAsync(@case, octets => Pieces(octets, offset, octets.Length), watch: true))));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task In_segments_of_every_size(string file)
    {
        await using CorpusClient client = await CorpusClient.OpenAsync();
        foreach (CorpusCase @case in LongCases(file))
        {
            string whole = WithoutRaw(await client.RunAsync(@case, static octets => [octets]));
            foreach (int size in (int[])[1, 2, 3, 7, 8, 13])
                Assert.Equal((@case.Id, size, whole), (@case.Id, size, WithoutRaw(await client.RunAsync(@case, octets => Pieces(octets, 34_000, size)))));
        }
    }

    private static CorpusCase[] LongCases(string file)
    {
        IEnumerable<CorpusCase> all = file == "tails" ? Tails.Select(static (tail, i) => new CorpusCase("tails", i, "uid-search", $"* SEARCH{tail}\r\n", null)) : CorpusFiles.Of(file);
        CorpusCase[] cases =
        [
            .. from @case in all
               let name = @case.Text.Split(' ', '\r') is ["*", "SEARCH" or "SORT", ..] words ? $"* {words[1]}" : null
               where name is not null
               select @case with { Text = name + Numbers + @case.Text[name.Length..] },
        ];
        Assert.NotEmpty(cases);
        Assert.All(cases, static @case => Assert.True(Encoding.UTF8.GetByteCount(@case.Text) > 34_000));
        return cases;
    }

    // Of a line that is read in parts only one part is kept as malformed.
    private static string WithoutRaw(string value) => string.Join('\n', value.Split('\n').Select(static line => line.StartsWith("malformed ", StringComparison.Ordinal) ? line.Split(':')[0] : line));

    private static IEnumerable<ReadOnlyMemory<byte>> Pieces(byte[] octets, int first, int size)
    {
        first = Math.Min(first, octets.Length);
        yield return octets.AsMemory(0, first);
        for (int at = first; at < octets.Length; at += size)
            yield return octets.AsMemory(at, Math.Min(size, octets.Length - at));
    }
}
