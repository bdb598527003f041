namespace ImapAsync.Tests;

/// <summary>However the octets arrive, the values are the same.</summary>
public sealed class CorpusCutTests
{
    public static TheoryData<string> Files => [.. CorpusFiles.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public Task Octet_by_octet(string file) => CompareAsync(file, static octets => Pieces(octets, 1));

    // Several segments in one buffer: what the reader has not consumed yet stays before it, piece by piece.
    [Theory]
    [MemberData(nameof(Files))]
    public async Task In_segments_of_every_size(string file)
    {
        foreach (int size in (int[])[2, 3, 5, 7, 13, 64])
            await CompareAsync(file, octets => Pieces(octets, size));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task In_segments_of_random_sizes(string file)
    {
        Random random = new(20261126);
        for (int run = 0; run < 5; run++)
            await CompareAsync(file, octets => Pieces(octets, random));
    }

    // At each cut the client waits for more, and has neither a value nor an error: every proper prefix of a response is incomplete.
    [Theory]
    [MemberData(nameof(Files))]
    public async Task Cut_at_every_offset(string file)
    {
        await using CorpusClient client = await CorpusClient.OpenAsync();
        foreach (CorpusCase @case in CorpusFiles.Of(file))
        {
            int length = @case.Octets("A100").Length;
            for (int offset = 1; offset < length; offset++)
            {
                string value = await client.RunAsync(@case, octets => [octets.AsMemory(0, Math.Min(offset, octets.Length)), octets.AsMemory(Math.Min(offset, octets.Length))], watch: true);
                Assert.True(@case.Expected == value, $"{@case.Id}, cut at {offset}:\n{@case.Text}\nmust be\n{@case.Expected}\nand is\n{value}");
            }
        }
    }

    private static async Task CompareAsync(string file, Func<byte[], IEnumerable<ReadOnlyMemory<byte>>> cut)
    {
        await using CorpusClient client = await CorpusClient.OpenAsync();
        foreach (CorpusCase @case in CorpusFiles.Of(file))
        {
            string value = await client.RunAsync(@case, cut);
            Assert.True(@case.Expected == value, $"{@case.Id}:\n{@case.Text}\nmust be\n{@case.Expected}\nand is\n{value}");
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Pieces(byte[] octets, int size)
    {
        for (int at = 0; at < octets.Length; at += size)
            yield return octets.AsMemory(at, Math.Min(size, octets.Length - at));
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Pieces(byte[] octets, Random random)
    {
        int at = 0;
        while (at < octets.Length)
        {
            int size = Math.Min(random.Next(1, 30), octets.Length - at);
            yield return octets.AsMemory(at, size);
            at += size;
        }
    }
}
