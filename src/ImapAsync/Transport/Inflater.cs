using System.Buffers;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>The receiving half of <see cref="DeflateDuplexStream"/>. It holds no buffer while it waits.</summary>
internal sealed class Inflater : IDisposable
{
    private const int FillSize = 16 * 1024;

    private readonly Stream _inner;
    private readonly InflaterFeed _feed;
    private readonly DeflateStream _inflate;

    public Inflater(Stream inner, ReadOnlyMemory<byte> received)
    {
        _inner = inner;
        _feed = new InflaterFeed(received);
        _inflate = new DeflateStream(_feed, CompressionMode.Decompress, leaveOpen: true);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            int count = Inflate(buffer.Span);
            if (count > 0)
                return count;
            // No output, and no more input wanted: the compressed stream has ended, and so has what can be read.
            if (!_feed.RanDry)
                return 0;
            await _inner.ReadAsync(Memory<byte>.Empty, cancellationToken).ConfigureAwait(false);
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                return 0;
        }
    }

    /// <summary>Inflates what has already arrived, which may be nothing.</summary>
    /// <exception cref="IOException">The bytes are not DEFLATE.</exception>
    public int Inflate(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        _feed.RanDry = false;
        try
        {
            return _inflate.Read(buffer);
        }
        catch (InvalidDataException) when (_feed.RanDry)
        {
            // An application may have switched on strict validation, which takes "none for now" for a truncated stream.
            return 0;
        }
        catch (InvalidDataException failure)
        {
            throw new IOException(
                $"The server's compressed stream is damaged: {failure.Message} Connect again without COMPRESS=DEFLATE.",
                failure);
        }
    }

    public void Dispose()
    {
        _inflate.Dispose();
        _feed.Dispose();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(FillSize);
        int count = 0;
        try
        {
            count = await _inner.ReadAsync(rented, cancellationToken).ConfigureAwait(false);
            return count > 0;
        }
        finally
        {
            _feed.Refill(rented, count);
        }
    }
}
