using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// The sending half of <see cref="DeflateDuplexStream"/>. Compressing is done at once and in memory; only what comes
/// out is awaited.
/// </summary>
internal sealed class Deflater : IDisposable
{
    private const int Step = 64 * 1024;

    private readonly Stream _inner;
    private readonly DeflaterSink _sink = new();
    private readonly DeflateStream _deflate;

    public Deflater(Stream inner)
    {
        _inner = inner;
        _deflate = new DeflateStream(_sink, CompressionLevel.Fastest, leaveOpen: true);
    }

    /// <summary>Compresses. Nothing is sent before the flush unless much has come together.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            int count = Math.Min(bytes.Length, Step);
            Compress(bytes.Span[..count]);
            bytes = bytes[count..];
            if (_sink.Collected.Length >= Step) await SendAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        Sync();
        await SendAsync(cancellationToken).ConfigureAwait(false);
        await _inner.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _deflate.Dispose();
        _sink.Dispose();
    }

    private void Compress(ReadOnlySpan<byte> bytes) => _deflate.Write(bytes);

    // To the framework a flush is a Z_SYNC_FLUSH, as RFC 4978 §4 asks for.
    private void Sync() => _deflate.Flush();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> collected = _sink.Collected;
        if (collected.IsEmpty) return;
        byte[] taken = _sink.Take();
        try
        {
            await _inner.WriteAsync(collected, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            PooledBuffer.Return(taken);
        }
    }
}
