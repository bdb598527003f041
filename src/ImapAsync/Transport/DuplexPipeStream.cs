using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>A pair of pipes as one stream, so that whatever works over a stream (TLS, compression, an abort from another thread) works over pipes.</summary>
internal sealed class DuplexPipeStream(IDuplexPipe pipe) : DuplexStream
{
    private volatile bool _aborted;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            ThrowIfAborted();
            ReadResult result = await pipe.Input.ReadAsync(cancellationToken).ConfigureAwait(false);
            ReadOnlySequence<byte> available = result.Buffer;
            int count = (int)Math.Min(available.Length, buffer.Length);
            if (count > 0)
            {
                available = available.Slice(0, count);
                available.CopyTo(buffer.Span);
                pipe.Input.AdvanceTo(available.End);
                return count;
            }

            pipe.Input.AdvanceTo(available.Start);
            if (result.IsCompleted || !available.IsEmpty) return 0;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ThrowIfAborted();
        FlushResult result = await pipe.Output.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        ThrowIfAborted();
        if (result.IsCompleted) throw new IOException("The other end of the pipe takes no more bytes.");
    }

    // WriteAsync has flushed.
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void Dispose(bool disposing)
    {
        _aborted = true;
        pipe.Input.CancelPendingRead();
        pipe.Output.CancelPendingFlush();
        base.Dispose(disposing);
    }

    public override async ValueTask DisposeAsync()
    {
        await pipe.Input.CompleteAsync().ConfigureAwait(false);
        await pipe.Output.CompleteAsync().ConfigureAwait(false);
        if (pipe is IAsyncDisposable disposable) await disposable.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private void ThrowIfAborted()
    {
        if (_aborted) throw new IOException("The transport was aborted.");
    }
}
