namespace ImapAsync.Tests;

/// <summary>A stream that gives a few octets at a time, and that cannot be rewound: reading it twice fails.</summary>
internal sealed class OnceStream(byte[] octets, bool isSeekable) : MemoryStream(octets, writable: false)
{
    public override bool CanSeek => isSeekable;

    public override long Position
    {
        get => base.Position;
        set => throw new NotSupportedException("The stream was wound back.");
    }

    public override long Seek(long offset, SeekOrigin loc) => throw new NotSupportedException("The stream was wound back.");

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(5, buffer.Length)], cancellationToken);
}

/// <summary>An endless stream that counts what it has generated.</summary>
internal sealed class MadeUpStream : Stream
{
    private long _madeUp;

    public long MadeUp => Interlocked.Read(ref _madeUp);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => MadeUp; set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        buffer.Span.Fill((byte)'x');
        Interlocked.Add(ref _madeUp, buffer.Length);
        return new ValueTask<int>(buffer.Length);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
