using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// The sending half of <see cref="DeflateDuplexStream"/>. Compression happens synchronously and in memory; only the
/// output is awaited.
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

    /// <summary>Compresses. Nothing is sent before the flush unless much has accumulated.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            int count = Math.Min(bytes.Length, Step);
            Compress(bytes.Span[..count]);
            bytes = bytes[count..];
            if (_sink.Collected.Length >= Step)
                await SendAsync(cancellationToken).ConfigureAwait(false);
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

    // The framework's flush is a Z_SYNC_FLUSH, which RFC 4978 §4 requires.
    private void Sync() => _deflate.Flush();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> collected = _sink.Collected;
        if (collected.IsEmpty)
            return;
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
