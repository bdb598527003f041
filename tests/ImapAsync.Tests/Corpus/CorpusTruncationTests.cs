using System.Buffers;

namespace ImapAsync.Tests;

/// <summary>The end of the stream within a response is the end of the connection, never a value.</summary>
public sealed class CorpusTruncationTests
{
    public static TheoryData<string> Files => [.. CorpusFiles.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_end_within_a_response_is_a_connection_error(string file)
    {
        foreach (CorpusCase @case in CorpusFiles.Of(file).Where(static c => !c.Probe.IsGreeting && !c.Probe.IsContinuation))
        {
            int length = @case.Octets("A1").Length;
            for (int offset = 0; offset < length; offset++)
            {
                await using CorpusClient client = await CorpusClient.OpenAsync(@case.Probe.IsInMailbox);
                Exception? exception = await client.BreakAsync(@case, offset);
                ImapConnectionException lost = Assert.IsType<ImapConnectionException>(exception);
                Assert.Equal(CommandOutcome.Unknown, lost.Outcome);
                if (offset > 0)
                    Assert.Contains("in the middle of a response", lost.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_end_within_the_greeting_is_a_connection_error(string file)
    {
        foreach (CorpusCase @case in CorpusFiles.Of(file).Where(static c => c.Probe.IsGreeting))
        {
            byte[] octets = @case.Octets("");
            for (int offset = 0; offset < octets.Length; offset++)
            {
                ReplayTransport transport = new();
                Task<ImapConnection> connecting = CorpusClient.ConnectAsync(transport);
                transport.Deliver(octets.AsMemory(0, offset));
                transport.End();
                await connecting.FailsAsync<ImapConnectionException>();
            }
        }
    }

    // Whatever the scanner frames is exactly what was sent: nothing is lost, added or moved between responses.
    [Theory]
    [MemberData(nameof(Files))]
    public void The_scanner_finds_the_end_of_each_response_and_no_other(string file)
    {
        foreach (CorpusCase @case in CorpusFiles.Of(file))
        {
            byte[] octets = @case.Octets("A1");
            for (int length = 0; length < octets.Length; length++)
                Assert.True(Scan(octets.AsMemory(0, length)) == -1, $"{@case.Id}: {length} of {octets.Length} octets are a response");
            Assert.Equal(octets.Length, Scan(octets));
            Assert.Equal(octets.Length, Scan((byte[])[.. octets, .. "* OK next\r\n"u8]));
        }
    }

    private static long Scan(ReadOnlyMemory<byte> octets)
    {
        ResponseScanner scanner = new(ImapLimits.Default);
        ReadOnlySequence<byte> buffer = new(octets);
        ScanStatus status = scanner.Scan(buffer);
        while (status == ScanStatus.Literal)
        {
            scanner.BufferLiteral();
            status = scanner.Scan(buffer);
        }

        return status == ScanStatus.Complete ? scanner.End : -1;
    }
}
