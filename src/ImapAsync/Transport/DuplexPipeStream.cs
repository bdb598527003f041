using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// A pair of pipes as one stream, so that everything that works over a stream (TLS, compression, an abort from another
/// thread) works over pipes.
/// </summary>
/// <param name="input">The reading end, owned by the stream.</param>
/// <param name="output">The writing end, owned by the stream.</param>
/// <param name="owner">The owner of the two pipes; disposed with the stream if it is disposable.</param>
internal class DuplexPipeStream(PipeReader input, PipeWriter output, object? owner = null) : DuplexStream
{
    private volatile bool _aborted;

    /// <param name="pipe">The pair of pipes, owned by the stream.</param>
    public DuplexPipeStream(IDuplexPipe pipe)
        : this(pipe.Input, pipe.Output, pipe)
    {
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            ThrowIfAborted();
            ReadResult result = await input.ReadAsync(cancellationToken).ConfigureAwait(false);
            ReadOnlySequence<byte> available = result.Buffer;
            int count = (int)Math.Min(available.Length, buffer.Length);
            if (count > 0)
            {
                available = available.Slice(0, count);
                available.CopyTo(buffer.Span);
                input.AdvanceTo(available.End);
                return count;
            }

            input.AdvanceTo(available.Start);
            if (result.IsCompleted || !available.IsEmpty)
                return 0;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ThrowIfAborted();
        FlushResult result = await output.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        ThrowIfAborted();
        if (result.IsCompleted)
            throw new IOException("The other end of the pipe accepts no more bytes.");
    }

    // WriteAsync has already flushed.
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void Dispose(bool disposing)
    {
        _aborted = true;
        input.CancelPendingRead();
        output.CancelPendingFlush();
        base.Dispose(disposing);
    }

    public override async ValueTask DisposeAsync()
    {
        await input.CompleteAsync().ConfigureAwait(false);
        await output.CompleteAsync().ConfigureAwait(false);
        if (owner is IAsyncDisposable disposable)
            await disposable.DisposeAsync().ConfigureAwait(false);
        else
            (owner as IDisposable)?.Dispose();
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private void ThrowIfAborted()
    {
        if (_aborted)
            throw new IOException("The transport was aborted.");
    }
}
