namespace ImapAsync.Tests;

/// <summary>Messages that are read while they arrive, with their bodies from the connection's own buffers, are the same as gathered ones.</summary>
public sealed class CorpusStreamTests
{
    private static readonly CorpusCase[] Streamed = [.. CorpusFiles.Cases.Where(static c => c.Probe.Streamed is not null)];

    [Fact]
    public async Task Whole_and_octet_by_octet()
    {
        await using CorpusClient client = await CorpusClient.OpenAsync();
        foreach (CorpusCase @case in Streamed)
        {
            Check(@case, await client.RunAsync(@case, static octets => [octets], streamed: true));
            Check(@case, await client.RunAsync(@case, static octets => octets.Select(static (_, i) => i).Select(i => (ReadOnlyMemory<byte>)octets.AsMemory(i, 1)), streamed: true));
        }
    }

    [Fact]
    public async Task Cut_at_every_offset()
    {
        await using CorpusClient client = await CorpusClient.OpenAsync();
        foreach (CorpusCase @case in Streamed)
        {
            int length = @case.Octets("A10").Length;
            for (int offset = 1; offset < length; offset++)
                Check(@case, await client.RunAsync(@case, octets => [octets.AsMemory(0, offset), octets.AsMemory(offset)], streamed: true));
        }
    }

    [Fact]
    public async Task The_end_within_a_response_is_a_connection_error()
    {
        foreach (CorpusCase @case in Streamed)
        {
            int length = @case.Octets("A1").Length;
            for (int offset = 0; offset < length; offset++)
            {
                await using CorpusClient client = await CorpusClient.OpenAsync();
                Assert.IsType<ImapConnectionException>(await client.BreakAsync(@case, offset, streamed: true));
            }
        }
    }

    private static void Check(CorpusCase @case, string value) =>
        Assert.True(@case.Expected == value, $"{@case.Id}:\n{@case.Text}\nmust be\n{@case.Expected}\nand is\n{value}");
}
