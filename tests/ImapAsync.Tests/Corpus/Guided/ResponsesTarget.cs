namespace ImapAsync.Tests;

/// <summary>Every parser of responses: each family's responses as each command reads them, down to their last values.</summary>
internal sealed class ResponsesTarget() : GuidedTarget("responses")
{
    private readonly FuzzReading _reading = new();

    public override IEnumerable<byte[]> Seeds =>
        FuzzTargets.All.SelectMany(static (pair, number) => CorpusFiles.Of(pair.Family).Select(c => Seed(number, c.Octets("A1"))));

    protected override void Run(byte[] input) => _reading.Read([.. Behind(input, 1), .. "\r\n"u8], [Chosen(FuzzTargets.All, input).Target]);
}
