using System.Buffers;

namespace ImapAsync.Tests;

/// <summary>The framing: the joined frames are the octets that arrived, and the same wherever the octets are split.</summary>
internal sealed class ScannerTarget() : GuidedTarget("scanner")
{
    // For longer inputs not every offset is tried.
    private const int MostSplits = 64;

    public override IEnumerable<byte[]> Seeds => CorpusFiles.Cases.Select(static c => c.Octets("A1"));

    protected override void Run(byte[] input)
    {
        List<string> whole = Frame(input, input.Length);
        Assert.Equal(whole, Frame(input, 1));
        int step = Math.Max(1, input.Length / MostSplits);
        for (int split = 1; split < input.Length; split += step)
            Assert.Equal(whole, Frame(input, split));
    }

    // The input arrives up to the first offset, then up to twice that, and so on, each piece in its own segment.
    private static List<string> Frame(byte[] input, int pieceLength)
    {
        List<string> frames = [];
        ResponseScanner scanner = new(ImapLimits.Default);
        int start = 0;
        try
        {
            for (int end = Math.Min(pieceLength, input.Length); ; end = Math.Min(end + pieceLength, input.Length))
            {
                while (start < end && ScanOne(ref scanner, Sequence(input, start, end, pieceLength)))
                {
                    frames.Add($"{start}+{scanner.End}, last line at {scanner.LineStart}");
                    start += (int)scanner.End;
                    Assert.InRange(start, 1, end);
                    // One whose literal has swallowed its line end ends with that.
                    Assert.True(input[start - 1] == '\n' || scanner.LineStart == scanner.End);
                    scanner.Reset();
                }

                if (end == input.Length)
                    break;
            }
        }
        catch (ImapLimitException exception)
        {
            frames.Add($"{start}: {exception.Limit}");
        }

        return frames;
    }

    private static bool ScanOne(ref ResponseScanner scanner, ReadOnlySequence<byte> buffer)
    {
        ScanStatus status;
        while ((status = scanner.Scan(buffer)) == ScanStatus.Literal)
            scanner.BufferLiteral();
        return status == ScanStatus.Complete;
    }

    // The last segment, where a response can end, is one piece; all segments before it are another.
    private static ReadOnlySequence<byte> Sequence(byte[] input, int start, int end, int pieceLength)
    {
        int cut = Math.Max(start, end - pieceLength);
        return cut == start ? new ReadOnlySequence<byte>(input, start, end - start) : Segments.Of(input.AsMemory(start, cut - start), input.AsMemory(cut, end - cut));
    }
}
