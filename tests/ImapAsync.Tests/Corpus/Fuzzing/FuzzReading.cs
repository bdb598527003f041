using System.Buffers;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>Frames responses as a connection does, and checks that what is framed is what was sent.</summary>
internal sealed class FuzzReading
{
    // Each response is framed and parsed; each eighth value is also read in all its parts.
    private const int LookEach = 8;

    private long _number;

    /// <summary>How many responses were framed, how many were malformed, and how many inputs had broken framing.</summary>
    public (long Framed, long Malformed, long Broken) Counts { get; private set; }

    /// <summary>Frames the octets and reads the frames.</summary>
    /// <param name="octets">What a server sent.</param>
    /// <param name="targets">The candidates; one of them reads it.</param>
    /// <param name="number">Selects the target and the depth: 0 selects the first, and reads everything.</param>
    public void Read(byte[] octets, FuzzTarget[] targets, long number = 0)
    {
        _number = number;
        ReadOnlyMemory<byte> rest = octets;
        ResponseScanner scanner = new(ImapLimits.Default);
        long framed = 0;
        try
        {
            while (TryFrame(ref scanner, rest, out int length, out int lineStart))
            {
                ReadOnlySpan<byte> frame = rest.Span[..length];
                // The frames, one after the other, are the octets that were sent. One whose literal has swallowed its line end ends with that.
                Assert.True((frame[^1] == '\n' || lineStart == length) && frame.SequenceEqual(octets.AsSpan((int)framed, length)));
                framed += length;
                ReadFrame(frame[..(lineStart + frame[lineStart..].TrimEnd("\r\n"u8).Length)], targets);
                rest = rest[length..];
            }
        }
        catch (ImapProtocolException)
        {
            // A literal over the limit: a connection ends here.
            Counts = Counts with { Broken = Counts.Broken + 1 };
        }

        Assert.True(octets.Length == framed + rest.Length);
    }

    private static bool TryFrame(ref ResponseScanner scanner, ReadOnlyMemory<byte> rest, out int length, out int lineStart)
    {
        ReadOnlySequence<byte> buffer = new(rest);
        ScanStatus status = scanner.Scan(buffer);
        while (status == ScanStatus.Literal)
        {
            scanner.BufferLiteral();
            status = scanner.Scan(buffer);
        }

        (length, lineStart) = status == ScanStatus.Complete ? ((int)scanner.End, (int)scanner.LineStart) : (0, 0);
        scanner.Reset();
        return status == ScanStatus.Complete;
    }

    private void ReadFrame(ReadOnlySpan<byte> frame, FuzzTarget[] targets)
    {
        Counts = Counts with { Framed = Counts.Framed + 1 };
        frame = ResponseStart.Skip(frame);
        if (!ResponseStart.TryReadStar(frame, out ReadOnlySpan<byte> raw))
        {
            ReadTagged(frame, targets);
            return;
        }

        bool isStatus = StatusResponse.TryParse(raw, out StatusResponse status);
        UntaggedResponse response = new(raw, ImapLimits.Default, utf8: false, isStatus ? status.Code : null);
        UntypedResponse kept = UntypedResponse.From(response);
        Assert.True(kept.Raw.Span.SequenceEqual(raw));
        // Exceptions are slow, and are not what this test looks for.
        if (_number % 16 == 0)
            _ = Canon.Response(kept);
        if (targets[(int)(_number % targets.Length)].Feed(response, look: _number % LookEach == 0))
            Counts = Counts with { Malformed = Counts.Malformed + 1 };
    }

    private void ReadTagged(ReadOnlySpan<byte> frame, FuzzTarget[] targets)
    {
        if (!TagFormat.TryRead(frame, out _, out int length) || !StatusResponse.TryParse(frame[length..].TrimStart(" \t"u8), out StatusResponse status))
            return;
        _ = StatusText.Format(ImapStatus.Ok, status.Code, status.Text);
        if (_number % LookEach == 0)
            targets[(int)(_number % targets.Length)].FeedTagged(status.Code);
    }
}
