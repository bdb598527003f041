using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// Raw DEFLATE in both directions over another stream (RFC 4978 §3). Incoming data is inflated only as far as there is
/// room for it: a few bytes that inflate to gigabytes cost no memory. Outgoing data is sent by a flush, in one piece,
/// terminated so that the other side can read all of it.
/// </summary>
/// <param name="inner">Carries the compressed bytes.</param>
/// <param name="received">Compressed bytes already read from it.</param>
internal sealed class DeflateDuplexStream(Stream inner, ReadOnlyMemory<byte> received) : DuplexStream
{
    private readonly Inflater _inflater = new(inner, received);
    private readonly Deflater _deflater = new(inner);
    private readonly byte[] _peeked = new byte[1];
    private bool _hasPeeked;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return PeekAsync(cancellationToken);
        if (!_hasPeeked)
            return _inflater.ReadAsync(buffer, cancellationToken);
        _hasPeeked = false;
        buffer.Span[0] = _peeked[0];
        return new ValueTask<int>(1 + _inflater.Inflate(buffer.Span[1..]));
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        _deflater.WriteAsync(buffer, cancellationToken);

    public override Task FlushAsync(CancellationToken cancellationToken) => _deflater.FlushAsync(cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _inflater.Dispose();
            _deflater.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>
    /// A read into an empty buffer ends when there is something to read, so its caller holds no buffer while it waits.
    /// Compressed bytes can arrive without any content (the end of a flush), so one byte is taken out to be sure.
    /// </summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> PeekAsync(CancellationToken cancellationToken)
    {
        if (!_hasPeeked)
            _hasPeeked = await _inflater.ReadAsync(_peeked, cancellationToken).ConfigureAwait(false) > 0;
        return 0;
    }
}
