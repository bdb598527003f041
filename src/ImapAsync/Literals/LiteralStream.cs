using System.Buffers;

namespace ImapAsync;

/// <summary>A streamed literal as a stream to read from.</summary>
internal sealed class LiteralStream(InboundLiteral literal) : Stream
{
    private bool _isDisposed;

    public override bool CanRead => !_isDisposed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => literal.Size;

    public override long Position
    {
        get => literal.Size - literal.Unread;
        set => throw new NotSupportedException("A streamed body cannot be rewound.");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (buffer.IsEmpty)
            return 0;

        ReadOnlySequence<byte> octets = await literal.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (octets.IsEmpty)
        {
            await literal.WhenSettledAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            return 0;
        }

        int length = (int)Math.Min(octets.Length, buffer.Length);
        octets = octets.Slice(0, length);
        octets.CopyTo(buffer.Span);
        literal.Advance(octets.End, length);
        return length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw NotSynchronous();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException("A streamed body cannot be rewound.");

    public override void SetLength(long value) => throw new NotSupportedException("A streamed body is read-only.");

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A streamed body is read-only.");

    protected override void Dispose(bool disposing)
    {
        if (!_isDisposed)
            literal.Abandon();
        _isDisposed = true;
        base.Dispose(disposing);
    }

    private static NotSupportedException NotSynchronous() =>
        new(
            "A streamed body comes over the network and is read asynchronously: call ReadAsync, "
            + "or copy it to memory first.");
}
