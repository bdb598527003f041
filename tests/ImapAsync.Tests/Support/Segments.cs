using System.Buffers;

namespace ImapAsync.Tests;

/// <summary>Octets in several pieces, as a pipe returns them.</summary>
internal sealed class Segments : ReadOnlySequenceSegment<byte>
{
    private Segments(ReadOnlyMemory<byte> octets, Segments? previous)
    {
        Memory = octets;
        RunningIndex = previous is null ? 0 : previous.RunningIndex + previous.Memory.Length;
        if (previous is not null)
            previous.Next = this;
    }

    public static ReadOnlySequence<byte> Of(params ReadOnlySpan<ReadOnlyMemory<byte>> pieces)
    {
        Segments first = new(pieces[0], null);
        Segments last = first;
        foreach (ReadOnlyMemory<byte> piece in pieces[1..])
            last = new Segments(piece, last);
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }
}
