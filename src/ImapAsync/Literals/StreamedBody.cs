using System.Buffers;
using System.IO.Pipelines;

namespace ImapAsync;

/// <summary>
/// A section that comes directly from the connection while it is read: once, and only until the next message is
/// requested.
/// </summary>
internal sealed class StreamedBody(BodySection section, long? offset, bool isBinary, InboundLiteral literal)
    : MessageBody(section, offset, literal.Size, isBinary), IReleasable
{
    private const int LargestCopy = 64 << 10;

    private LiteralPipeReader? _pipe;
    private int _opened;

    public override bool IsBuffered => false;

    public override Stream Open() => new LiteralStream(Take());

    public override PipeReader OpenPipe() => _pipe = new LiteralPipeReader(Take());

    public override async Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        InboundLiteral source = Take();
        bool inPlace = LeavesTheConnectionAlone(destination);
        while (await source.ReadAsync(cancellationToken).ConfigureAwait(false) is { IsEmpty: false } octets)
        {
            if (inPlace && !source.IsContended)
                await WriteInPlaceAsync(source, octets, destination, cancellationToken).ConfigureAwait(false);
            else
                await CopyAsync(source, octets, destination, cancellationToken).ConfigureAwait(false);
        }

        await source.WhenSettledAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Release()
    {
        // A consumer that left the loop in the middle of a read does not advance any more, and the connection's buffers
        // must not wait for that.
        _pipe?.Complete();
        literal.Abandon();
    }

    // A caller's stream may await a command on this very connection: it must not hold the connection's buffers
    // meanwhile.
    private static bool LeavesTheConnectionAlone(Stream destination) =>
        destination is FileStream or MemoryStream or System.Net.Sockets.NetworkStream || destination == Stream.Null;

    private static async ValueTask WriteInPlaceAsync(
        InboundLiteral source, ReadOnlySequence<byte> octets, Stream destination, CancellationToken cancellationToken)
    {
        bool written = false;
        try
        {
            foreach (ReadOnlyMemory<byte> segment in octets)
                await destination.WriteAsync(segment, cancellationToken).ConfigureAwait(false);
            written = true;
        }
        finally
        {
            source.Advance(written ? octets.End : octets.Start, written ? octets.Length : 0);
        }
    }

    private static async ValueTask CopyAsync(
        InboundLiteral source, ReadOnlySequence<byte> octets, Stream destination, CancellationToken cancellationToken)
    {
        octets = octets.Slice(0, Math.Min(octets.Length, LargestCopy));
        int length = (int)octets.Length;
        byte[] copy = ArrayPool<byte>.Shared.Rent(length);
        octets.CopyTo(copy);
        source.Advance(octets.End, length);
        try
        {
            await destination.WriteAsync(copy.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    private InboundLiteral Take()
    {
        if (Interlocked.Exchange(ref _opened, 1) != 0)
        {
            throw new InvalidOperationException(
                $"The section [{Section}] is streamed, so it can be read only once, and has already been read. Copy it "
                + "to read it again.");
        }

        return literal;
    }
}
