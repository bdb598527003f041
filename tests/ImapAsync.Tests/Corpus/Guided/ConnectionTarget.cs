namespace ImapAsync.Tests;

/// <summary>The read loop of a connection that has one command in flight: the command ends, with its value or one of the library's exceptions, and with the same one however the octets are cut.</summary>
internal sealed class ConnectionTarget() : GuidedTarget("connection")
{
    private const byte Streamed = 0x80;

    private static readonly CorpusProbe[] Probes =
    [
        .. CorpusFiles.Cases.Select(static c => c.Heading).Distinct().Order(StringComparer.Ordinal).Select(CorpusProbes.Find)
            .Where(static probe => !probe.IsGreeting && !probe.IsContinuation),
    ];

    public override IEnumerable<byte[]> Seeds => CorpusFiles.Cases.Where(static c => Probes.Contains(c.Probe)).SelectMany(static c => Of(c, Array.IndexOf(Probes, c.Probe)));

    public override async Task RunAsync(byte[] input)
    {
        CorpusProbe probe = Chosen(Probes, input);
        byte way = input.Length > 1 ? input[1] : (byte)0;
        if (way >= Streamed)
            probe = probe.Streamed ?? probe;
        byte[] octets = Behind(input, 2);
        string whole = await AnswerAsync(probe, [octets]);
        int pieceLength = (way % Streamed) + 1;
        string pieces = await AnswerAsync(probe, octets.Chunk(pieceLength).Select(static piece => (ReadOnlyMemory<byte>)piece));
        // Whether a message or the command reports the rest of a broken line depends on when the message was read.
        if (way >= Streamed)
            (whole, pieces) = (Sorted(whole), Sorted(pieces));
        Assert.Equal(whole, pieces);
    }

    private static IEnumerable<byte[]> Of(CorpusCase @case, int number)
    {
        byte[] octets = @case.Octets(@case.Probe.IsInMailbox ? "A2" : "A1");
        yield return [(byte)number, 0, .. octets];
        if (@case.Probe.Streamed is not null)
            yield return [(byte)number, Streamed + 10, .. octets];
    }

    private static string Sorted(string lines) => string.Join('\n', lines.Split('\n').Order(StringComparer.Ordinal));

    private static async Task<string> AnswerAsync(CorpusProbe probe, IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        try
        {
            return await CorpusClient.AnswerAsync(probe, pieces);
        }
        catch (ImapException exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }
}
