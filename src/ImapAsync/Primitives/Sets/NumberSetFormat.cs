using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace ImapAsync;

/// <summary>The written form of sets: sequence-set of RFC 9051 §9, <c>1:3,7,12:*</c>.</summary>
internal static class NumberSetFormat
{
    /// <summary>The longest range: two numbers of ten digits and a colon.</summary>
    public const int MaxRangeLength = 21;

    public static string ToText(in NumberSet set)
    {
        if (set.IsEmpty)
            return "";
        ArrayBufferWriter<byte> buffer = new();
        WriteTo(set, buffer);
        return Encoding.ASCII.GetString(buffer.WrittenSpan);
    }

    public static void WriteTo(in NumberSet set, IBufferWriter<byte> output)
    {
        if (set.IsEmpty)
        {
            throw new InvalidOperationException(
                "An empty set cannot be sent: IMAP cannot write it. Check IsEmpty, and leave the command out.");
        }

        Span<byte> span = output.GetSpan(512);
        int used = 0;
        foreach (NumberRange<uint> range in set.Ranges)
        {
            if (span.Length - used < MaxRangeLength + 1)
            {
                output.Advance(used);
                span = output.GetSpan(512);
                used = 0;
            }

            used += Write(range, span[used..]);
            span[used++] = (byte)',';
        }

        if (set.End == SetEnd.None)
        {
            output.Advance(used - 1);
            return;
        }

        output.Advance(used);
        span = output.GetSpan(MaxRangeLength);
        output.Advance(WriteEnd(set, span));
    }

    /// <summary>Splits the set into parts of at most this many octets when written.</summary>
    public static List<NumberSet> Split(in NumberSet set, int maxOctets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxOctets, MaxRangeLength);
        List<NumberSet> pieces = new();
        Span<byte> scratch = stackalloc byte[MaxRangeLength];
        (int start, int octets) = (0, -1);
        for (int i = 0; i < set.Ranges.Length; i++)
        {
            int length = Write(set.Ranges[i], scratch) + 1;
            if (octets + length > maxOctets)
            {
                pieces.Add(new(set.Ranges[start..i]));
                (start, octets) = (i, -1);
            }

            octets += length;
        }

        int endLength = set.End == SetEnd.None ? 0 : WriteEnd(set, scratch) + 1;
        if (octets + endLength > maxOctets)
        {
            pieces.Add(new(set.Ranges[start..]));
            start = set.Ranges.Length;
        }

        if (start < set.Ranges.Length || endLength > 0)
            pieces.Add(new(set.Ranges[start..], set.End, set.OpenFrom));
        return pieces;
    }

    private static int Write(NumberRange<uint> range, Span<byte> span)
    {
        Utf8Formatter.TryFormat(range.First, span, out int used);
        if (range.First == range.Last)
            return used;
        span[used++] = (byte)':';
        Utf8Formatter.TryFormat(range.Last, span[used..], out int more);
        return used + more;
    }

    private static int WriteEnd(in NumberSet set, Span<byte> span)
    {
        int used = 0;
        if (set.End == SetEnd.From)
        {
            Utf8Formatter.TryFormat(set.OpenFrom, span, out used);
            span[used++] = (byte)':';
        }

        span[used] = set.End == SetEnd.Saved ? (byte)'$' : (byte)'*';
        return used + 1;
    }
}
