namespace ImapAsync;

/// <summary>Collects the compressed bytes that the framework's deflater writes until they are sent.</summary>
internal sealed class DeflaterSink : DuplexStream
{
    private PooledBuffer _buffer = new();

    public ReadOnlyMemory<byte> Collected => _buffer.Written;

    public override bool CanRead => false;

    /// <summary>Detaches the memory, to be given back with <see cref="PooledBuffer.Return"/>.</summary>
    public byte[] Take() => _buffer.Take();

    public override void Write(ReadOnlySpan<byte> buffer) => _buffer.Append(buffer);

    public override void Write(byte[] buffer, int offset, int count) => _buffer.Append(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _buffer.Append(buffer.Span);
        return default;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _buffer.Clear();
        base.Dispose(disposing);
    }
}
