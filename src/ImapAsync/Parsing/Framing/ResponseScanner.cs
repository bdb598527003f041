using System.Buffers;

namespace ImapAsync;

/// <summary>The result of <see cref="ResponseScanner"/>.</summary>
internal enum ScanStatus
{
    /// <summary>The response does not end in the buffer.</summary>
    Incomplete,

    /// <summary>The response ends in the buffer.</summary>
    Complete,

    /// <summary>A line ended with the header of a literal, which can be buffered or streamed.</summary>
    Literal,
}

/// <summary>
/// Finds the end of a response: the end of its line, or of the line that follows its last literal (RFC 9051 §2.2.2,
/// §4.3). It keeps its position between reads, so that a response that arrives in a thousand pieces is scanned once.
/// </summary>
internal struct ResponseScanner(ImapLimits limits)
{
    // Longer ones have endless leading zeros, or announce more than any literal can have.
    private const int LongestHeader = 32;

    // "* PREAUTH " with a few spaces too many.
    private const int LongestStart = 32;

    private long _scanned;
    private long _lineStart;
    private long _lineOctets;
    private bool _literalsAllowed;
    private bool _isBehindLiteral;

    /// <summary>
    /// After <see cref="ScanStatus.Complete"/>: the number of octets in the response, including its line end. After
    /// <see cref="ScanStatus.Literal"/>: the start of the literal's octets.
    /// </summary>
    public long End { get; private set; }

    /// <summary>
    /// The start of the last line, after the last literal. Anything before it that looks like a line end is part of a
    /// literal.
    /// </summary>
    public readonly long LineStart => _lineStart;

    /// <summary>
    /// After <see cref="ScanStatus.Literal"/>: the literal's header, which is immediately before <see cref="End"/>.
    /// </summary>
    public LiteralHeader Literal { get; private set; }

    /// <summary>Continues to scan the response that begins at the start of <paramref name="buffer"/>.</summary>
    public ScanStatus Scan(in ReadOnlySequence<byte> buffer)
    {
        if (buffer.Length <= _scanned)
            return ScanStatus.Incomplete;

        ReadOnlySpan<byte> first = buffer.FirstSpan;
        if (_scanned < first.Length)
        {
            int found = first[(int)_scanned..].IndexOf((byte)'\n');
            if (found >= 0)
            {
                int lineEnd = (int)_scanned + found + 1;
                return LineFound(buffer, first[Math.Max((int)_lineStart, lineEnd - LongestHeader)..lineEnd], lineEnd);
            }
        }

        SequencePosition? lineFeed = buffer.Slice(_scanned).PositionOf((byte)'\n');
        if (lineFeed is null)
        {
            _scanned = buffer.Length;
            CheckLine(_scanned - _lineStart);
            return ScanStatus.Incomplete;
        }

        long end = buffer.Slice(0, lineFeed.Value).Length + 1;
        Span<byte> tail = stackalloc byte[LongestHeader];
        ReadOnlySequence<byte> line =
            buffer.Slice(Math.Max(_lineStart, end - LongestHeader), Math.Min(LongestHeader, end - _lineStart));
        line.CopyTo(tail);
        return LineFound(buffer, tail[..(int)line.Length], end);
    }

    /// <summary>
    /// After <see cref="ScanStatus.Literal"/>: the literal stays in the buffer as a part of the response.
    /// </summary>
    public void BufferLiteral()
    {
        if (Literal.Size > limits.MaxLiteralOctets)
        {
            throw LimitExceeded(
                $"a literal of {Literal.Size} octets", nameof(ImapLimits.MaxLiteralOctets), limits.MaxLiteralOctets);
        }

        if (Literal.Size > limits.MaxBufferedOctets - End)
            throw LimitExceeded("a response", nameof(ImapLimits.MaxBufferedOctets), limits.MaxBufferedOctets);

        _scanned = _lineStart = End + Literal.Size;
        _literalsAllowed = _isBehindLiteral = true;
    }

    /// <summary>
    /// After <see cref="ScanStatus.Incomplete"/>, in a line of data: its first octets have already been read, and what
    /// follows them begins at the start of the next buffer.
    /// </summary>
    public void SkipInLine(long octets)
    {
        _scanned -= octets;
        _lineOctets += octets;
        _literalsAllowed = true;
    }

    /// <summary>The next response begins at the start of the next buffer.</summary>
    public void Reset()
    {
        _scanned = _lineStart = _lineOctets = 0;
        _literalsAllowed = _isBehindLiteral = false;
    }

    /// <summary>What follows a streamed literal begins at the start of the next buffer.</summary>
    public void ResetAfterLiteral()
    {
        _scanned = _lineStart = 0;
        _literalsAllowed = _isBehindLiteral = true;
    }

    private ScanStatus LineFound(in ReadOnlySequence<byte> buffer, ReadOnlySpan<byte> lineTail, long end)
    {
        CheckLine(end - _lineStart);
        if (_isBehindLiteral && IsAnother(buffer.Slice(_lineStart)))
        {
            End = _lineStart;
            return ScanStatus.Complete;
        }

        End = end;
        _lineOctets += end - _lineStart;
        if (!LiteralHeader.TryParseAtEnd(lineTail, out LiteralHeader header)
            || !(_literalsAllowed || MayHoldLiterals(buffer)))
        {
            return ScanStatus.Complete;
        }

        Literal = header;
        return ScanStatus.Literal;
    }

    // A literal longer than its text has swallowed the line end too: what follows it directly is the next response. A
    // continuation of a response begins with neither a star nor a tag.
    private static bool IsAnother(in ReadOnlySequence<byte> line)
    {
        Span<byte> start = stackalloc byte[LongestStart];
        start = start[..(int)Math.Min(line.Length, start.Length)];
        line.Slice(0, start.Length).CopyTo(start);
        if (start is [(byte)'*', (byte)' ', ..])
            return true;
        int space = start.IndexOf((byte)' ');
        return space > 1 && start[0] == 'A' && !start[1..space].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && StatusResponse.IsStatus(start[(space + 1)..]);
    }

    // Only data has literals. The text of a status response, which may come from anyone, can end with "{5}".
    private static bool MayHoldLiterals(in ReadOnlySequence<byte> buffer)
    {
        SequenceReader<byte> reader = new(buffer);
        reader.AdvancePastAny(ResponseStart.Ignored);
        Span<byte> start = stackalloc byte[LongestStart];
        start = start[..(int)Math.Min(reader.Remaining, start.Length)];
        reader.TryCopyTo(start);
        return ResponseStart.TryReadStar(start, out ReadOnlySpan<byte> response) && !response.StartsWith("["u8)
            && !StatusResponse.IsStatus(response);
    }

    private readonly void CheckLine(long octets)
    {
        if (_lineOctets + octets > limits.MaxResponseOctets)
            throw LimitExceeded("a response", nameof(ImapLimits.MaxResponseOctets), limits.MaxResponseOctets);
    }

    private static ImapLimitException LimitExceeded(string what, string limit, long value) =>
        new(
            $"The server sent {what} over the limit {nameof(ImapLimits)}.{limit} ({value} octets). Raise the limit if "
            + "you trust this server with that much memory.",
            limit);
}
